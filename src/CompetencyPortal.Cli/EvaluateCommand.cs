using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Cli;

/// <summary><c>evaluate</c>.</summary>
internal sealed class EvaluateCommand(Stream input, Stream output, TextWriter error)
{
    public async Task<int> RunAsync(FileInfo file, string competency, string? option, bool isBrief, CancellationToken cancellationToken)
    {
        if (Catalog(file) is not { } catalog || !Knows(catalog, competency, option))
        {
            return ExitStatus.Refused;
        }

        var lines = new FactsLines(new Evaluator(catalog), competency, option, isBrief);

        try
        {
            return await new Pipeline(input, output).RunAsync(lines.Answer, cancellationToken) ? ExitStatus.Done : ExitStatus.Faulty;
        }
        catch (IOException exception)
        {
            await error.WriteLineAsync(exception.Message);

            return ExitStatus.Refused;
        }
    }

    private ProgramCatalog? Catalog(FileInfo file)
    {
        if (CatalogFile.Read(file, error) is not { } reading)
        {
            return null;
        }

        var merge = reading.Document is { } document ? ProgramCatalog.Merge([document]) : new CatalogMerge(null, reading.Errors);

        foreach (var fault in merge.Errors)
        {
            error.WriteLine(CatalogFile.Line(fault));
        }

        return merge.Catalog;
    }

    private bool Knows(ProgramCatalog catalog, string competency, string? option)
    {
        var definition = catalog.Competency(competency);
        var options = definition?.Versions.SelectMany(version => version.Options).Select(each => each.Key).Distinct(StringComparer.Ordinal).ToArray();

        if (options is null)
        {
            return Refuse($"The catalog has no competency '{competency}'.", catalog.Competencies.Select(each => each.Key));
        }

        return option is null || options.Contains(option, StringComparer.Ordinal)
            || Refuse($"The competency '{competency}' has no option '{option}'.", options);
    }

    private bool Refuse(string message, IEnumerable<string> known)
    {
        error.WriteLine($"{message} It has: {string.Join(", ", known)}.");

        return false;
    }
}
