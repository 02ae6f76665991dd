using System.Text.Json;
using System.Text.Json.Nodes;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>A random document as the catalog format writes it, so that a case can be tried by hand.</summary>
internal static class DocumentJson
{
    public static string Write(CatalogDocument document) => Object(
        ("program", Object(
            ("key", document.Program.Key),
            ("name", Name(document.Program.Name)),
            ("currency", document.Program.Currency),
            ("markets", Keys(document.Program.Markets)),
            ("tiers", Array(document.Program.Tiers, tier => Object(("key", tier.Key), ("name", Name(tier.Name)), ("rank", tier.Rank)))))),
        ("credentials", Array(document.Credentials, Credential)),
        ("measures", Array(document.Measures, measure => Object(
            ("key", measure.Key), ("name", Name(measure.Name)), ("kind", Value(measure.Kind)), ("unit", measure.Unit)))),
        ("associations", Keys(document.Associations)),
        ("products", Keys(document.Products)),
        ("tags", Keys(document.Tags)),
        ("flags", Keys(document.Flags)),
        ("competencies", Array(document.Competencies, competency => Object(
            ("key", competency.Key), ("name", Name(competency.Name)), ("versions", Array(competency.Versions, Version))))))
        .ToJsonString(EvaluationJson.Options);

    private static JsonObject Credential(CredentialDefinition credential) => Object(
        ("code", credential.Code),
        ("kind", Value(credential.Kind)),
        ("title", Name(credential.Title)),
        ("availableFrom", Value(credential.AvailableFrom)),
        ("retiredOn", Value(credential.RetiredOn)),
        ("acceptedUntil", Value(credential.AcceptedUntil)),
        ("validForMonths", credential.ValidForMonths),
        ("derivedFrom", Value(credential.DerivedFrom)),
        ("cost", credential.Cost));

    private static JsonObject Version(VersionDefinition version) => Object(
        ("effectiveFrom", Value(version.EffectiveFrom)),
        ("effectiveUntil", Value(version.EffectiveUntil)),
        ("examGroups", Array(version.ExamGroups, Group)),
        ("scorecards", Array(version.Scorecards, scorecard => Object(("key", scorecard.Key), ("parts", Array(scorecard.Parts, Part))))),
        ("options", Array(version.Options, option => Object(
            ("key", option.Key),
            ("name", Name(option.Name)),
            ("tiers", Object([.. option.Tiers.Select(tier => (tier.Tier, (JsonNode?)Requirement(tier.Requirement)))]))))));

    private static JsonObject Group(ExamGroupDefinition group)
    {
        var json = JsonSerializer.SerializeToNode(group.Holds, EvaluationJson.Options)?.AsObject() ?? [];
        json["key"] = group.Key;
        json["name"] = Name(group.Name);

        return json;
    }

    private static JsonObject Part(ScorecardPart part) => part switch
    {
        MetricPart metric => Part(part, ("metric", Metric(metric.Metric)), ("target", Threshold(metric.Target))),
        HeadcountPart headcount => Part(
            part,
            ("headcount", Object(("holds", Value(headcount.Holds)), ("pointsPerPerson", headcount.PointsPerPerson))),
            ("target", Threshold(headcount.Target))),
        _ => throw new ArgumentException("Unknown kind.", nameof(part)),
    };

    private static JsonObject Part(ScorecardPart part, params (string, JsonNode?)[] more) =>
        Object([("key", part.Key), ("name", Name(part.Name)), ("maxPoints", part.MaxPoints), ("credit", Value(part.Credit)), .. more]);

    private static JsonObject Requirement(Requirement requirement) => requirement switch
    {
        AllRequirement all => Object(("all", Array(all.Children, Requirement))),
        AnyRequirement any => Object(("any", Array(any.Children, Requirement))),
        MetricRequirement metric => Object(("metric", Metric(metric.Metric, ("atLeast", Threshold(metric.AtLeast))))),
        FlagRequirement flag => Object(("flag", Object(("key", flag.Flag), ("withinMonths", flag.WithinMonths)))),
        StaffingRequirement staffing => Object(("staffing", Object(("seats", Array(staffing.Seats, Seat))))),
        ScoreRequirement score => Object(
            ("score", Object(("scorecard", score.Scorecard), ("atLeast", score.AtLeast), ("everyPartAbove", score.EveryPartAbove)))),
        _ => throw new ArgumentException("Unknown kind.", nameof(requirement)),
    };

    private static JsonObject Metric(MetricDefinition metric, params (string, JsonNode?)[] more) =>
        Object(
        [
            ("measure", metric.Measure),
            ("window", metric.Window.TrailingMonths is { } months ? Object(("trailingMonths", months)) : Value(metric.Window.Kind)),
            ("aggregate", Value(metric.Aggregate)),
            ("products", Value(metric.Products)),
            ("associations", Value(metric.Associations)),
            ("excludeTags", Value(metric.ExcludeTags)),
            .. more,
        ]);

    private static JsonNode? Threshold(Threshold? threshold) => threshold switch
    {
        PlainThreshold plain => plain.Amount,
        MarketThreshold market => Value(market.Amounts),
        _ => null,
    };

    private static JsonObject Seat(SeatDefinition seat) => Object(("key", seat.Key), ("count", seat.Count), ("holds", Value(seat.Holds)));

    private static JsonArray? Keys(ValueList<NamedKey>? keys) => keys is null ? null : Array(keys, each => Object(("key", each.Key), ("name", Name(each.Name))));

    private static JsonNode? Name(LocalizedText text) => Value(text.Texts);

    private static JsonNode? Value<T>(T value) => JsonSerializer.SerializeToNode(value, EvaluationJson.Options);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    private static JsonObject Object(params (string Name, JsonNode? Value)[] properties) =>
        new(properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Name, property.Value)));
}
