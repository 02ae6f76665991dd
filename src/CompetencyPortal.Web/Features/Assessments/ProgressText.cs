using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>How far the next tier is and until when the one that is met holds, as briefly as a line of a list.</summary>
internal sealed class ProgressText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>More ways than these are counted rather than told.</summary>
    private const int MostWays = 3;

    /// <summary>What the plan of a tier comes to: "$180,000 and 1 exam from Gold". Null where there is no plan to measure by.</summary>
    public string? Distance(TierResult tier, ProgramCatalog program) => tier.Plan switch
    {
        null => null,
        { Status: PlanStatus.Impossible } => text["Progress.Impossible", program.TierName(tier.Tier)].Value,
        { Ways.Count: > MostWays } plan => text["Progress.Ways", plan.Ways.Count, program.TierName(tier.Tier)],
        var plan => Missing(plan) is { } missing ? text["Progress.Distance", missing, program.TierName(tier.Tier)].Value : null,
    };

    /// <summary>What a plan asks for, way by way: "500 seats, or $6,000 and 2 exams". Null where it asks for nothing, and where it is impossible.</summary>
    public string? Missing(Plan plan) => (PlanContents.Of(plan), plan.Ways) switch
    {
        (null, _) => null,
        (_, { Count: > MostWays } ways) => text["Plan.Ways.Brief", ways.Count],
        (_, { Count: > 1 } ways) => ways.Select(PlanContents.Of).Select(Missing).OfType<string>().Aggregate((before, next) => text["Progress.Or", before, next]),
        ({ } contents, _) => Missing(contents),
    };

    /// <summary>Until when the tier that is met holds; null where no end is in sight.</summary>
    public string? Holds(StandingView standing) => standing.HoldsUntil is { } until
        ? HoldsUntil(until, standing.IsEndedByNewRules)
        : null;

    private string HoldsUntil(DateOnly until, bool isEndedByNewRules) =>
        text[isEndedByNewRules ? "Progress.HoldsUntilNewRules" : "Progress.HoldsUntil", formats.Day(until)];

    private string? Missing(PlanContents contents) => PartsOf(contents).ToList() is { Count: > 0 } parts ? Joined(parts) : null;

    private IEnumerable<string> PartsOf(PlanContents contents)
    {
        foreach (var amount in contents.Amounts)
        {
            yield return Amount(amount);
        }

        if (contents.Steps.Count > 0)
        {
            yield return text.Count("Progress.Exams", contents.Steps.Count);
        }

        if (contents.NewPeople > 0)
        {
            yield return text.Count("Progress.NewPeople", contents.NewPeople);
        }

        if (contents.Flags.Count > 0)
        {
            yield return text.Count("Progress.Flags", contents.Flags.Count);
        }
    }

    private string Amount(PlanAmount amount) => amount.Missing switch
    {
        null => text["Progress.Threshold"],
        0 => text["Progress.Figures"],
        { } missing => formats.Shortfall(missing, amount.Unit),
    };

    private string Joined(List<string> parts) => parts.Count == 1
        ? parts[0]
        : text["Progress.And", string.Join(text["List.Separator"], parts[..^1]), parts[^1]];
}
