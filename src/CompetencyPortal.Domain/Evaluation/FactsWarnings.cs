using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Facts that name what the catalog does not declare, in the order of the facts.</summary>
internal static class FactsWarnings
{
    public static ValueList<EvaluationWarning> Of(Facts facts, ProgramCatalog catalog) =>
        Credentials(facts, catalog)
            .Concat((facts.Measurements ?? []).Index().SelectMany(entry => Measurement($"/measurements/{entry.Index}", entry.Item, catalog)))
            .Concat(Flags(facts, catalog))
            .ToValueList();

    private static IEnumerable<EvaluationWarning> Credentials(Facts facts, ProgramCatalog catalog) =>
        from person in (facts.People ?? []).Index()
        from record in person.Item.Credentials.Index()
        where catalog.Credential(record.Item.Code) is null
        select new EvaluationWarning(
            WarningCode.UnknownCredential, $"/people/{person.Index}/credentials/{record.Index}/code", record.Item.Code);

    private static IEnumerable<EvaluationWarning> Measurement(string at, Measurement entry, ProgramCatalog catalog)
    {
        if (catalog.Measure(entry.Measure) is null)
        {
            yield return new EvaluationWarning(WarningCode.UnknownMeasure, $"{at}/measure", entry.Measure);
        }

        if (entry.Product is { } product && catalog.Products is not null && catalog.Product(product) is null)
        {
            yield return new EvaluationWarning(WarningCode.UnknownProduct, $"{at}/product", product);
        }

        if (entry.Association is { } association && catalog.Associations is not null && catalog.Association(association) is null)
        {
            yield return new EvaluationWarning(WarningCode.UnknownAssociation, $"{at}/association", association);
        }
    }

    private static IEnumerable<EvaluationWarning> Flags(Facts facts, ProgramCatalog catalog) =>
        from flag in (facts.Flags ?? []).Index()
        where catalog.Flags is not null && catalog.Flag(flag.Item.Key) is null
        select new EvaluationWarning(WarningCode.UnknownFlag, $"/flags/{flag.Index}/key", flag.Item.Key);
}
