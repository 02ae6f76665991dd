using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Cli;

/// <summary>A catalog document in a file.</summary>
internal static class CatalogFile
{
    /// <summary>The document, or its errors; null when the file cannot be read, with the reason on <paramref name="error"/>.</summary>
    public static CatalogReading? Read(FileInfo file, TextWriter error)
    {
        try
        {
            return CatalogReader.Read(File.ReadAllBytes(file.FullName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);

            return null;
        }
    }

    /// <summary>The error on one line: pointer, tabulator, message.</summary>
    public static string Line(CatalogError error) => $"{OneLine(error.Pointer)}\t{OneLine(error.Message)}";

    // A property's name may hold line feeds.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
