using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Standings;

/// <summary>What an evaluation gave, as a standing keeps it.</summary>
public sealed record StandingOutcome(
    DateOnly? EffectiveFrom,
    string ResultJson,
    string? Headline,
    DateOnly? NextChangeOn,
    IReadOnlyList<TierOutcome> Tiers);

/// <summary>The columns of one tier that lists sort and filter by.</summary>
/// <param name="Place">Its place in the result, from 0.</param>
/// <param name="Shortfall">The money missing in the tier's one money metric, rounded up to 4 decimals; null where it has none or several, or the number is unknown.</param>
/// <param name="Actual">The metric's value, rounded down to 4 decimals.</param>
/// <param name="FilledPlaces">Places of staffing that are filled.</param>
/// <param name="Places">Places of staffing there are.</param>
public sealed record TierOutcome(
    int Place,
    string Option,
    string Tier,
    int Rank,
    Status Status,
    decimal? Actual,
    decimal? Shortfall,
    int FilledPlaces,
    int Places);
