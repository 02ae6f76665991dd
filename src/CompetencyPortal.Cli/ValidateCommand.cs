namespace CompetencyPortal.Cli;

/// <summary><c>catalog validate</c>.</summary>
internal static class ValidateCommand
{
    public static int Run(FileInfo file, TextWriter output, TextWriter error)
    {
        if (CatalogFile.Read(file, error) is not { } reading)
        {
            return ExitStatus.Refused;
        }

        foreach (var fault in reading.Errors)
        {
            output.WriteLine(CatalogFile.Line(fault));
        }

        return reading.Errors.Count == 0 ? ExitStatus.Done : ExitStatus.Faulty;
    }
}
