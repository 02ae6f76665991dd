namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>What is wrong with a document, and where.</summary>
/// <param name="Pointer">JSON Pointer to the place; a property that is missing is named where it should stand.</param>
/// <param name="Message">In English, technical.</param>
public sealed record CatalogError(string Pointer, string Message);
