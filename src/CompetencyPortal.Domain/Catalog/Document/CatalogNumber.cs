using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>The kinds of numbers in a document.</summary>
internal static class CatalogNumber
{
    public static decimal NotNegative(JsonPlace place) => place.Number() is >= 0 and var number ? number : throw place.Error("Below 0.");

    public static decimal Positive(JsonPlace place) => place.Number() is > 0 and var number ? number : throw place.Error("Not above 0.");
}
