using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>From JSON to a tier's requirement.</summary>
internal static class RequirementShape
{
    private static readonly string[] Kinds = ["all", "any", "metric", "flag", "staffing", "score"];

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
            "staffing" => Staffing(content) with { Key = key, Label = label },
            _ => Score(content) with { Key = key, Label = label },
        };
    }

    private static MetricRequirement Metric(JsonPlace place)
    {
        var metric = place.Object([.. MetricShape.Properties, "atLeast"]);

        return new MetricRequirement(null, null, MetricShape.Metric(metric), MetricShape.Threshold(metric.Required("atLeast")));
    }

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

    private static ScoreRequirement Score(JsonPlace place)
    {
        var score = place.Object("scorecard", "atLeast", "everyPartAbove");

        return new ScoreRequirement(
            null,
            null,
            CatalogText.Key(score.Required("scorecard")),
            CatalogNumber.NotNegative(score.Required("atLeast")),
            score.Optional("everyPartAbove") is { } above ? CatalogNumber.NotNegative(above) : null);
    }
}
