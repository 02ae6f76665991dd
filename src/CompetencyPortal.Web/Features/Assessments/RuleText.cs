using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Says the rule itself in words, as the program publishes it.</summary>
internal sealed class RuleText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>What a measure must reach in the market; the number is left open where none is published for it, or where it depends on the market.</summary>
    public string Metric(MetricDefinition metric, Threshold atLeast, ProgramCatalog program, string? market)
    {
        var window = metric.Window.TrailingMonths is { } months ? text["Rule.Window.Trailing", months] : text[$"Rule.Window.{metric.Window.Kind}"];

        return text[$"Rule.Metric.{metric.Aggregate}", program.MeasureName(metric.Measure), Amount(atLeast, program.UnitOf(metric), program, market), window.Value];
    }

    /// <summary>The points that a score must reach.</summary>
    public string Score(ScoreRequirement score) => score.EveryPartAbove is { } above
        ? text["Rule.Score.Parts", formats.Points(score.AtLeast), formats.Points(above)]
        : text["Rule.Score", formats.Points(score.AtLeast)];

    /// <summary>What earns the points of a scorecard's part.</summary>
    public string Part(ScorecardPart part, ProgramCatalog program, VersionDefinition version, string? market) => part switch
    {
        MetricPart metric => Part(part, Metric(metric.Metric, metric.Target, program, market)),
        HeadcountPart { PointsPerPerson: { } each } headcount => text[
            part.Credit == Credit.Linear ? "Rule.Part.Person" : "Rule.Part.Person.AllOrNothing",
            part.Name.Shown(),
            formats.Points(each),
            Holds(headcount.Holds, version),
            formats.Points(part.MaxPoints)],
        HeadcountPart { Target: { } target } headcount => Part(
            part, text["Rule.Headcount", Amount(target, program.UnitOf(part), program, market), Holds(headcount.Holds, version)]),
        _ => throw new InvalidOperationException($"{part.GetType().Name} is no part."),
    };

    /// <summary>The filters of a metric, a sentence each.</summary>
    public IEnumerable<string> Filters(MetricDefinition metric, ProgramCatalog program)
    {
        if (metric.Products is { } products)
        {
            yield return text["Rule.Products", Names(products, program.Product)];
        }

        if (metric.Associations is { } associations)
        {
            yield return text["Rule.Associations", Names(associations, program.Association)];
        }

        if (metric.ExcludeTags is { } tags)
        {
            yield return text["Rule.ExcludeTags", Names(tags, program.Tag)];
        }
    }

    /// <summary>A seat kind: how many, and what each of these people holds.</summary>
    public string Seat(SeatDefinition seat, VersionDefinition version) =>
        text["Rule.Seat", seat.Count, AssessmentText.SeatName(seat), Holds(seat.Holds, version)];

    public string Flag(FlagRequirement flag, ProgramCatalog program)
    {
        var name = program.Flag(flag.Flag)?.Name.Shown() ?? flag.Flag;

        return flag.WithinMonths is { } months ? text["Rule.Flag.Within", name, months] : text["Rule.Flag", name];
    }

    /// <summary>What one person must hold.</summary>
    public string Holds(Holds holds, VersionDefinition version) => holds switch
    {
        HoldsCredential credential => credential.Code,
        HoldsGroup group => Group(version.ExamGroups.Single(each => each.Key == group.Key)),
        HoldsAny any => text["Holds.Any", string.Join(text["List.Separator"], any.Parts.Select(part => Holds(part, version)))],
        HoldsAll all => all.Parts.Select(part => Holds(part, version)).Aggregate((left, right) => text["Holds.And", left, right]),
        _ => throw new InvalidOperationException($"{holds.GetType().Name} is no expression."),
    };

    private string Part(ScorecardPart part, string target) => text[$"Rule.Part.{part.Credit}", part.Name.Shown(), formats.Points(part.MaxPoints), target];

    private string Amount(Threshold threshold, string unit, ProgramCatalog program, string? market) =>
        (threshold.InMarket(market, program.Program.Markets), market) switch
        {
            ({ } amount, _) => formats.Shortfall(amount, unit),
            (_, null) => text["Rule.ByMarket"],
            _ => text["Rule.NoThreshold"],
        };

    private string Group(ExamGroupDefinition group) => text[group.Holds is HoldsAll ? "Holds.AllOfGroup" : "Holds.OneOfGroup", group.Name.Shown()];

    private string Names(IEnumerable<string> keys, Func<string, NamedKey?> find) =>
        string.Join(text["List.Separator"], keys.Select(key => find(key)?.Name.Shown() ?? key));
}
