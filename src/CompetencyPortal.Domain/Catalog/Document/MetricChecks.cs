namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Follows the references of metrics and of the values they must reach.</summary>
internal sealed class MetricChecks(CatalogNames names)
{
    public void Check(string at, MetricDefinition metric)
    {
        names.Refer(names.Measures, $"{at}/measure", metric.Measure);
        names.ReferAll(names.Products, $"{at}/products", metric.Products);
        names.ReferAll(names.Associations, $"{at}/associations", metric.Associations);
        names.ReferAll(names.Tags, $"{at}/excludeTags", metric.ExcludeTags);
    }

    public void Threshold(string at, Threshold? threshold)
    {
        foreach (var market in threshold is MarketThreshold { Amounts: var amounts } ? amounts.Keys : [])
        {
            names.Refer(names.Markets, $"{at}/{market}", market);
        }
    }
}
