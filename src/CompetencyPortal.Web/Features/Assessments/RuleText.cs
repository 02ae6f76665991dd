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
        text.Count("Rule.Seat", seat.Count, AssessmentText.SeatName(seat), Holds(seat.Holds, version));

    /// <summary>How the exams of a group go together; null where any one of them is enough.</summary>
    public string? Together(ExamGroupDefinition group, VersionDefinition version) =>
        AsksForSeveral(group.Holds, version) ? Exams(group.Holds, version) : null;

    public string Flag(FlagRequirement flag, ProgramCatalog program)
    {
        var name = program.Flag(flag.Flag)?.Name.Shown() ?? flag.Flag;

        return flag.WithinMonths is { } months ? text["Rule.Flag.Within", name, months] : text["Rule.Flag", name];
    }

    /// <summary>What one person must hold.</summary>
    public string Holds(Holds holds, VersionDefinition version) => holds switch
    {
        HoldsCredential credential => credential.Code,
        HoldsGroup group => Group(GroupOf(group, version), version),
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

    /// <summary>A group of which several together are asked is said in full: its name alone would sound as if one exam were enough.</summary>
    private string Group(ExamGroupDefinition group, VersionDefinition version) => group.Holds switch
    {
        HoldsAny when AsksForSeveral(group.Holds, version) => Exams(group.Holds, version),
        HoldsAll => text["Holds.AllOfGroup", group.Name.Shown()],
        _ => text["Holds.OneOfGroup", group.Name.Shown()],
    };

    /// <summary>What one person must hold, without the names of groups: "70-767 and 70-768, or 70-773 and 70-774".</summary>
    private string Exams(Holds holds, VersionDefinition version) => holds switch
    {
        HoldsGroup group => Exams(GroupOf(group, version).Holds, version),
        HoldsAll all => all.Parts.Select(part => Exams(part, version)).Aggregate((left, right) => text["Holds.And", left, right]),
        HoldsAny any when AsksForSeveral(any, version) => any.Parts.Select(part => Exams(part, version)).Aggregate((before, next) => text["Progress.Or", before, next]),
        HoldsAny any => text["Holds.Any", string.Join(text["List.Separator"], any.Parts.Select(part => Exams(part, version)))],
        _ => Holds(holds, version),
    };

    /// <summary>Whether one exam is not enough for some way of it.</summary>
    private static bool AsksForSeveral(Holds holds, VersionDefinition version) => holds switch
    {
        HoldsGroup group => AsksForSeveral(GroupOf(group, version).Holds, version),
        HoldsAny any => any.Parts.Any(part => AsksForSeveral(part, version)),
        _ => holds is HoldsAll,
    };

    private static ExamGroupDefinition GroupOf(HoldsGroup group, VersionDefinition version) => version.ExamGroups.Single(each => each.Key == group.Key);

    private string Names(IEnumerable<string> keys, Func<string, NamedKey?> find) =>
        string.Join(text["List.Separator"], keys.Select(key => find(key)?.Name.Shown() ?? key));
}
