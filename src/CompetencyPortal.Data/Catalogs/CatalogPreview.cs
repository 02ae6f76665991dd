using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>What importing a document would do. Nothing is changed.</summary>
/// <param name="Revision">The revision that it was compared with; null where there is none yet.</param>
/// <param name="Errors">Why it cannot be imported; then there is no difference.</param>
/// <param name="Difference">Null exactly where there are errors; empty where the document says what is in force.</param>
/// <param name="Organizations">How many organizations have standings, all of which fall due.</param>
/// <param name="Holders">By the code of each credential that changes: the organizations with people who passed it, by name.</param>
public sealed record CatalogPreview(
    int? Revision,
    ValueList<CatalogError> Errors,
    CatalogDifference? Difference,
    int Organizations,
    ILookup<string, string> Holders);
