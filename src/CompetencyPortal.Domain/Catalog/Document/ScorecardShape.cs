using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>From JSON to scorecards.</summary>
internal static class ScorecardShape
{
    private const string Metric = "metric";
    private const string Headcount = "headcount";

    public static ScorecardDefinition Scorecard(JsonPlace place)
    {
        var scorecard = place.Object("key", "parts");

        return new ScorecardDefinition(CatalogText.Key(scorecard.Required("key")), scorecard.Required("parts").NonEmptyList(Part));
    }

    private static ScorecardPart Part(JsonPlace place)
    {
        var part = place.Object("key", "name", "maxPoints", Metric, Headcount, "target", "credit");

        if (part.Has(Metric) == part.Has(Headcount))
        {
            throw place.Error($"A part has exactly one of: {Metric}, {Headcount}.");
        }

        return part.Has(Metric) ? MetricPart(part) : HeadcountPart(place, part);
    }

    private static MetricPart MetricPart(JsonProperties part) => new(
        CatalogText.Key(part.Required("key")),
        CatalogText.Localized(part.Required("name")),
        CatalogNumber.Positive(part.Required("maxPoints")),
        MetricShape.Metric(part.Required(Metric).Object(MetricShape.Properties)),
        MetricShape.Threshold(part.Required("target")),
        Credit(part));

    private static HeadcountPart HeadcountPart(JsonPlace place, JsonProperties part)
    {
        var headcount = part.Required(Headcount).Object("holds", "pointsPerPerson");

        if (part.Has("target") == headcount.Has("pointsPerPerson"))
        {
            throw place.Error("A headcount has exactly one of: target, pointsPerPerson.");
        }

        return new HeadcountPart(
            CatalogText.Key(part.Required("key")),
            CatalogText.Localized(part.Required("name")),
            CatalogNumber.Positive(part.Required("maxPoints")),
            HoldsShape.Holds(headcount.Required("holds")),
            headcount.Optional("pointsPerPerson") is { } points ? CatalogNumber.Positive(points) : null,
            part.Optional("target") is { } target ? MetricShape.Threshold(target) : null,
            Credit(part));
    }

    private static Credit Credit(JsonProperties part) => part.Optional("credit")?.OneOf<Credit>() ?? Document.Credit.Linear;
}
