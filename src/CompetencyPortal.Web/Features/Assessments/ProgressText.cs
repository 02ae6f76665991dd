using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>How far the next tier is and until when the one that is met holds, as briefly as a line of a list.</summary>
internal sealed class ProgressText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>What the plan of a tier comes to: "$180,000 and 1 exam from Gold". Null where there is no plan to measure by.</summary>
    public string? Distance(TierResult tier, ProgramCatalog program) => tier.Plan switch
    {
        null => null,
        { Status: PlanStatus.Impossible } => text["Progress.Impossible", program.TierName(tier.Tier)].Value,
        var plan when PartsOf(plan).ToList() is { Count: > 0 } parts => text["Progress.Distance", Joined(parts), program.TierName(tier.Tier)].Value,
        _ => null,
    };

    /// <summary>What is to be done about people: "2 exams and 1 new person". Null where nothing is.</summary>
    public string? Exams(Plan plan) => ExamsOf(plan).ToList() is { Count: > 0 } parts ? Joined(parts) : null;

    /// <summary>Until when the tier that is met holds; null where no end is in sight.</summary>
    public string? Holds(StandingView standing) => standing.HoldsUntil is { } until
        ? HoldsUntil(until, standing.IsEndedByNewRules)
        : null;

    private string HoldsUntil(DateOnly until, bool isEndedByNewRules) =>
        text[isEndedByNewRules ? "Progress.HoldsUntilNewRules" : "Progress.HoldsUntil", formats.Day(until)];

    private IEnumerable<string> PartsOf(Plan plan)
    {
        var parts = (plan.Amounts ?? []).Select(Amount).Concat(ExamsOf(plan));

        return plan.Flags is { Count: > 0 } flags ? parts.Append(text.Count("Progress.Flags", flags.Count)) : parts;
    }

    private string Amount(PlanAmount amount) => amount.Missing switch
    {
        null => text["Progress.Threshold"],
        0 => text["Progress.Figures"],
        { } missing => formats.Shortfall(missing, amount.Unit),
    };

    private IEnumerable<string> ExamsOf(Plan plan)
    {
        if (plan.Steps is { Count: > 0 } steps)
        {
            yield return text.Count("Progress.Exams", steps.Count);
        }

        if (plan.NewPeople is > 0 and var people)
        {
            yield return text.Count("Progress.NewPeople", people);
        }
    }

    private string Joined(List<string> parts) => parts.Count == 1
        ? parts[0]
        : text["Progress.And", string.Join(text["List.Separator"], parts[..^1]), parts[^1]];
}
