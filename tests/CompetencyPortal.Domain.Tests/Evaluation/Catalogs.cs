using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Reads what must be without errors.</summary>
internal static class Catalogs
{
    public static ProgramCatalog Of(params string[] documents) => Of([.. documents.Select(Document)]);

    public static ProgramCatalog Of(params CatalogDocument[] documents)
    {
        var merge = ProgramCatalog.Merge(documents);
        merge.Errors.ShouldBeEmpty();

        return merge.Catalog.ShouldNotBeNull();
    }

    public static CatalogDocument Document(string json)
    {
        var reading = CatalogReader.Read(json);
        reading.Errors.ShouldBeEmpty();

        return reading.Document.ShouldNotBeNull();
    }

    public static Facts Facts(string json, ProgramCatalog catalog)
    {
        var reading = FactsReader.Read(json, catalog);
        reading.Error.ShouldBeNull();

        return reading.Facts.ShouldNotBeNull();
    }
}
