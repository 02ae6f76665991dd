using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>From JSON to metrics and the values they must reach.</summary>
internal static class MetricShape
{
    /// <summary>The names of a metric's properties.</summary>
    public static string[] Properties { get; } = ["measure", "window", "aggregate", "products", "associations", "excludeTags"];

    /// <param name="properties">At the metric's place.</param>
    public static MetricDefinition Metric(JsonProperties properties) => new(
        CatalogText.Key(properties.Required("measure")),
        Window(properties.Required("window")),
        properties.Optional("aggregate")?.OneOf<Aggregate>() ?? Aggregate.Sum,
        properties.Optional("products")?.NonEmptyList(CatalogText.Key),
        properties.Optional("associations")?.NonEmptyList(CatalogText.Key),
        properties.Optional("excludeTags")?.NonEmptyList(CatalogText.Key));

    public static Threshold Threshold(JsonPlace place)
    {
        if (place.IsNumber)
        {
            return new PlainThreshold(CatalogNumber.NotNegative(place));
        }

        var amounts = place.Map()
            .Select((market, amount) => KeyValuePair.Create(CatalogText.Key(place, market), CatalogNumber.NotNegative(amount)))
            .ToValueMap();

        return amounts.Count > 0 ? new MarketThreshold(amounts) : throw place.Error("There is no market.");
    }

    private static MetricWindow Window(JsonPlace place) =>
        place.IsText
            ? Named(place.OneOf<NamedWindow>())
            : MetricWindow.Trailing(place.Object("trailingMonths").Required("trailingMonths").Integer(least: 1, most: 120));

    private static MetricWindow Named(NamedWindow window) => window == NamedWindow.Latest ? MetricWindow.Latest : MetricWindow.AllTime;

    private enum NamedWindow
    {
        Latest,
        AllTime,
    }
}
