using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>From JSON to a tier's requirement.</summary>
internal static class RequirementShape
{
    private static readonly string[] Kinds = ["all", "any", "metric", "flag", "staffing"];

    public static Requirement Requirement(JsonPlace place)
    {
        var requirement = place.Object(["key", "label", .. Kinds]);
        var key = requirement.Optional("key") is { } keyPlace ? CatalogText.Key(keyPlace) : null;
        var label = requirement.Optional("label") is { } labelPlace ? CatalogText.Localized(labelPlace) : null;
        var kinds = Kinds.Where(requirement.Has).ToArray();

        if (kinds is not [var kind])
        {
            throw place.Error($"A requirement has exactly one of: {string.Join(", ", Kinds)}.");
        }

        var content = requirement.Required(kind);

        return kind switch
        {
            "all" => new AllRequirement(key, label, content.NonEmptyList(Requirement)),
            "any" => new AnyRequirement(key, label, content.NonEmptyList(Requirement)),
            "metric" => Metric(content) with { Key = key, Label = label },
            "flag" => Flag(content) with { Key = key, Label = label },
            _ => Staffing(content) with { Key = key, Label = label },
        };
    }

    private static MetricRequirement Metric(JsonPlace place)
    {
        var metric = place.Object("measure", "atLeast", "window", "aggregate", "products", "associations", "excludeTags");

        return new MetricRequirement(
            null,
            null,
            CatalogText.Key(metric.Required("measure")),
            Threshold(metric.Required("atLeast")),
            Window(metric.Required("window")),
            metric.Optional("aggregate")?.OneOf<Aggregate>() ?? Aggregate.Sum,
            metric.Optional("products")?.NonEmptyList(CatalogText.Key),
            metric.Optional("associations")?.NonEmptyList(CatalogText.Key),
            metric.Optional("excludeTags")?.NonEmptyList(CatalogText.Key));
    }

    private static Threshold Threshold(JsonPlace place)
    {
        if (place.IsNumber)
        {
            return new PlainThreshold(Amount(place));
        }

        var amounts = place.Map().Select((market, amount) => KeyValuePair.Create(CatalogText.Key(place, market), Amount(amount))).ToValueMap();

        return amounts.Count > 0 ? new MarketThreshold(amounts) : throw place.Error("There is no market.");
    }

    private static decimal Amount(JsonPlace place) => place.Number() is >= 0 and var amount ? amount : throw place.Error("Below 0.");

    private static MetricWindow Window(JsonPlace place) =>
        place.IsText
            ? Named(place.OneOf<NamedWindow>())
            : MetricWindow.Trailing(place.Object("trailingMonths").Required("trailingMonths").Integer(least: 1, most: 120));

    private static MetricWindow Named(NamedWindow window) => window == NamedWindow.Latest ? MetricWindow.Latest : MetricWindow.AllTime;

    private static FlagRequirement Flag(JsonPlace place)
    {
        var flag = place.Object("key", "withinMonths");

        return new FlagRequirement(
            null,
            null,
            CatalogText.Key(flag.Required("key")),
            flag.Optional("withinMonths")?.Integer(least: 1));
    }

    private static StaffingRequirement Staffing(JsonPlace place) =>
        new(null, null, place.Object("seats").Required("seats").NonEmptyList(Seat));

    private static SeatDefinition Seat(JsonPlace place)
    {
        var seat = place.Object("key", "name", "count", "holds");

        return new SeatDefinition(
            CatalogText.Key(seat.Required("key")),
            seat.Optional("name") is { } name ? CatalogText.Localized(name) : null,
            seat.Required("count").Integer(least: 1, most: 1000),
            HoldsShape.Holds(seat.Required("holds")));
    }

    private enum NamedWindow
    {
        Latest,
        AllTime,
    }
}
