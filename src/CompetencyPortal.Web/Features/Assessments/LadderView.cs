using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>"None yet" and the tiers of an option, with the step that is reached.</summary>
/// <param name="Here">Number of tiers from the bottom up to the highest one that is met; 0: none yet.</param>
/// <param name="IsUnknown">Nothing is met, and not all is known.</param>
internal sealed record LadderView(IReadOnlyList<LadderStep> Steps, int Here, bool IsUnknown)
{
    /// <param name="lastDayOf">Until when a tier that is met holds; null where no end is in sight.</param>
    public static LadderView Of(IReadOnlyList<TierResult> tiers, ProgramCatalog program, AssessmentText explain, Func<TierResult, DateOnly?> lastDayOf)
    {
        var here = tiers.Count - tiers.Reverse().TakeWhile(tier => tier.Status != Status.Met).Count();

        return new LadderView(
            [.. tiers.Select(tier => new LadderStep(program.TierName(tier.Tier), tier.Status, tier.Status == Status.Met ? lastDayOf(tier) : null, explain.ToGo(tier)))],
            here,
            here == 0 && tiers.Any(tier => tier.Status == Status.Undetermined));
    }
}

/// <param name="HoldsUntil">Null where no end is in sight.</param>
/// <param name="ToGo">What the tier still takes, part by part.</param>
internal sealed record LadderStep(string Name, Status Status, DateOnly? HoldsUntil, IReadOnlyList<string> ToGo);
