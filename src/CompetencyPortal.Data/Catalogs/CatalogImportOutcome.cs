using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>What came of an import.</summary>
/// <param name="Revision">The revision in force afterwards; null where there is none.</param>
/// <param name="IsNew">Whether the import made it.</param>
/// <param name="Errors">Why nothing was imported.</param>
public sealed record CatalogImportOutcome(int? Revision, bool IsNew, ValueList<CatalogError> Errors)
{
    /// <summary>Nothing was imported, since another revision came into force than the one that the document was previewed against.</summary>
    public bool IsOutrun { get; init; }
}
