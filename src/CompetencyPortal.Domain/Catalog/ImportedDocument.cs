namespace CompetencyPortal.Domain.Catalog;

/// <summary>A catalog document as it was imported; of those with the same competencies the last one is in force.</summary>
public sealed class ImportedDocument
{
    public const int HashLength = 64;

    private ImportedDocument()
    {
        Json = Sha256 = string.Empty;
    }

    public ImportedDocument(Guid id, int importedIn, string json, string sha256, Guid? importedBy, DateTime importedAt)
    {
        Id = id;
        ImportedIn = importedIn;
        Json = json;
        Sha256 = sha256;
        ImportedBy = importedBy;
        ImportedAt = importedAt;
    }

    public Guid Id { get; private set; }

    /// <summary>The revision that it made.</summary>
    public int ImportedIn { get; private set; }

    public string Json { get; private set; }

    /// <summary>Of the document's bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; }

    /// <summary>Null: the portal itself, at its start.</summary>
    public Guid? ImportedBy { get; private set; }

    public DateTime ImportedAt { get; private set; }

    /// <summary>The revision from which a later document stood in its place; null while it is in force.</summary>
    public int? ReplacedIn { get; private set; }

    public void ReplaceIn(int revision)
    {
        ReplacedIn = revision;
    }
}
