using System.Globalization;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Unites documents list by list; what two documents share must be equal.</summary>
internal sealed class CatalogMerger
{
    private readonly List<CatalogError> _errors = [];

    public static CatalogMerge Merge(IReadOnlyList<CatalogDocument> documents) =>
        documents.Count == 0
            ? new CatalogMerge(null, [new CatalogError("", "There is no catalog document.")])
            : new CatalogMerger().Unite(documents);

    private CatalogMerge Unite(IReadOnlyList<CatalogDocument> documents)
    {
        var program = documents[0].Program;

        if (documents.Any(document => document.Program != program))
        {
            Disagree("/program", "program", program.Key);
        }

        var catalog = new ProgramCatalog(
            program,
            Union(documents, "/credentials", document => document.Credentials, credential => credential.Code),
            Union(documents, "/measures", document => document.Measures, measure => measure.Key),
            Competencies(documents),
            Named(documents, "/associations", document => document.Associations),
            Named(documents, "/products", document => document.Products),
            Named(documents, "/tags", document => document.Tags),
            Named(documents, "/flags", document => document.Flags));

        return _errors.Count == 0 ? new CatalogMerge(catalog, []) : new CatalogMerge(null, _errors.ToValueList());
    }

    private NamedKeys Named(IReadOnlyList<CatalogDocument> documents, string pointer, Func<CatalogDocument, ValueList<NamedKey>?> list) =>
        new(documents.Any(document => list(document) is not null)
            ? Union(documents, pointer, document => list(document) ?? [], named => named.Key).ToValueList()
            : null);

    private List<T> Union<T>(
        IReadOnlyList<CatalogDocument> documents, string pointer, Func<CatalogDocument, ValueList<T>> list, Func<T, string> key)
        where T : class
    {
        var union = new OrderedDictionary<string, T>(StringComparer.Ordinal);

        foreach (var (index, item) in documents.SelectMany(document => list(document).Index()))
        {
            if (!union.TryAdd(key(item), item) && !union[key(item)].Equals(item))
            {
                Disagree(At(pointer, index), "entry", key(item));
            }
        }

        return [.. union.Values];
    }

    private IEnumerable<CompetencyDefinition> Competencies(IReadOnlyList<CatalogDocument> documents)
    {
        var union = new OrderedDictionary<string, CompetencyDefinition>(StringComparer.Ordinal);

        foreach (var (index, competency) in documents.SelectMany(document => document.Competencies.Index()))
        {
            union[competency.Key] = union.TryGetValue(competency.Key, out var earlier)
                ? UniteVersions(earlier, competency, At("/competencies", index))
                : competency;
        }

        return union.Values.Select(competency => competency with
        {
            Versions = competency.Versions.OrderBy(version => version.EffectiveFrom).ToValueList(),
        });
    }

    private CompetencyDefinition UniteVersions(CompetencyDefinition earlier, CompetencyDefinition later, string pointer)
    {
        if (earlier.Name != later.Name || earlier.Description != later.Description)
        {
            Disagree(pointer, "name or description of", later.Key);
        }

        var versions = earlier.Versions.ToDictionary(version => version.EffectiveFrom);

        foreach (var (index, version) in later.Versions.Index())
        {
            if (!versions.TryAdd(version.EffectiveFrom, version) && versions[version.EffectiveFrom] != version)
            {
                Disagree(At($"{pointer}/versions", index), "version", $"{version.EffectiveFrom:O}");
            }
        }

        return later with { Versions = versions.Values.ToValueList() };
    }

    private void Disagree(string pointer, string what, string key) =>
        _errors.Add(new CatalogError(pointer, $"The {what} '{key}' differs from the one in another document."));

    private static string At(string pointer, int index) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");
}
