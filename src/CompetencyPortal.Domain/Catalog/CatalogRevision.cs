namespace CompetencyPortal.Domain.Catalog;

/// <summary>The whole set of documents in force after an import.</summary>
public sealed class CatalogRevision
{
    private CatalogRevision()
    {
        Sha256 = string.Empty;
    }

    public CatalogRevision(int number, string sha256, Guid? madeBy, DateTime madeAt)
    {
        Number = number;
        Sha256 = sha256;
        MadeBy = madeBy;
        MadeAt = madeAt;
    }

    /// <summary>1, 2, …</summary>
    public int Number { get; private set; }

    /// <summary>Over the documents' hashes, sorted.</summary>
    public string Sha256 { get; private set; }

    public Guid? MadeBy { get; private set; }

    public DateTime MadeAt { get; private set; }
}
