using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Standings;

/// <summary>What an evaluation gave, as a standing keeps it.</summary>
/// <param name="Headline">The highest tier that is met over the options, or null.</param>
/// <param name="Next">The lowest tier above it in the option that goes furthest; null at the top, and where no version is in force.</param>
public sealed record StandingOutcome(
    DateOnly? EffectiveFrom,
    string ResultJson,
    TierOutcome? Headline,
    TierOutcome? Next,
    DateOnly? NextChangeOn,
    IReadOnlyList<TierOutcome> Tiers)
{
    /// <summary>
    /// The last day on which <see cref="Headline"/> or a higher tier is met if nothing new happens, under the rules of each day as far as they
    /// are known. Null where no end is in sight, and where no tier is met.
    /// </summary>
    public DateOnly? HoldsUntil { get; init; }

    /// <param name="announced">What the same facts come to under later versions, in order.</param>
    public static StandingOutcome Of(
        EvaluationResult result, ValueList<EvaluationResult> announced, DateOnly? nextChangeOn, ProgramCatalog catalog)
    {
        var tiers = result.Options.SelectMany(option => option.Tiers.Select(tier => (option.Option, Tier: tier)))
            .Select((pair, place) => TierOutcome.Of(place, pair.Option, pair.Tier, catalog)).ToList();
        var furthest = result.Furthest(catalog);
        var headline = tiers.Where(tier => tier.Status == Status.Met).MaxBy(tier => tier.Rank);

        return new StandingOutcome(
            result.Version,
            EvaluationJson.Serialize(result),
            headline,
            tiers.Find(tier => tier.Option == furthest?.Option && tier.Tier == furthest.Next()?.Tier),
            nextChangeOn,
            tiers)
        {
            HoldsUntil = headline is null ? null : LastDay(UnderTheRulesOf(result, headline.Tier, catalog), announced, headline.Tier, catalog),
        };
    }

    /// <summary>The last day of a tier, or a higher one, under the rules of each day: those announced may end it sooner, or keep it longer.</summary>
    /// <param name="underTodaysRules">The last day under today's rules; null where no end is in sight.</param>
    /// <param name="announced">What the same facts come to under later versions, in order.</param>
    /// <param name="tier">The key of a tier that is met today.</param>
    /// <returns>Null where no end is in sight.</returns>
    public static DateOnly? LastDay(DateOnly? underTodaysRules, ValueList<EvaluationResult> announced, string tier, ProgramCatalog catalog)
    {
        var last = underTodaysRules;

        foreach (var later in announced.TakeWhile(later => last is null || later.AsOf <= last.Value.AddDays(1)))
        {
            if (!Keeping(later, tier, catalog).Any())
            {
                return later.AsOf.AddDays(-1);
            }

            last = UnderTheRulesOf(later, tier, catalog);
        }

        return last;
    }

    /// <summary>The last day under one version; null where no end is in sight.</summary>
    private static DateOnly? UnderTheRulesOf(EvaluationResult result, string tier, ProgramCatalog catalog)
    {
        var ends = Keeping(result, tier, catalog).Select(each => each.HoldsUntil).ToList();

        return ends.Contains(null) ? null : ends.Max();
    }

    /// <summary>What keeps a tier: itself or a higher one, by any option.</summary>
    private static IEnumerable<TierResult> Keeping(EvaluationResult result, string tier, ProgramCatalog catalog)
    {
        return result.Options.SelectMany(option => option.Tiers)
            .Where(each => each.Status == Status.Met && catalog.Tier(each.Tier)?.Rank >= catalog.Tier(tier)?.Rank);
    }
}

/// <summary>The columns of one tier that lists sort and filter by.</summary>
/// <param name="Place">Its place in the result, from 0.</param>
/// <param name="Actual">The value of the tier's one money metric, rounded down to 4 decimals; null where it has none or several, or the number is unknown.</param>
/// <param name="Shortfall">What that metric misses, rounded up to 4 decimals.</param>
/// <param name="FilledPlaces">Places of all its staffing that are filled.</param>
/// <param name="Places">Places of all its staffing.</param>
public sealed record TierOutcome(
    int Place,
    string Option,
    string Tier,
    int Rank,
    Status Status,
    decimal? Actual,
    decimal? Shortfall,
    int FilledPlaces,
    int Places)
{
    private const decimal UnitsPerOne = 10_000m;

    // Nobody's figures; it keeps absurd ones inside the column.
    private const decimal ColumnLimit = RevenueEntry.AmountLimit;

    /// <summary>The places that nobody fills, where several ways are offered those of the way with the fewest open requirements.</summary>
    public int OpenPlaces { get; init; }

    /// <summary>The cost of the tier's plan, rounded up to 4 decimals; null when the tier is met, the plan impossible, or left out.</summary>
    public decimal? PlanCost { get; init; }

    /// <summary>How many people the plan needs who are not there; null where <see cref="PlanCost"/> is.</summary>
    public int? PlanNewPeople { get; init; }

    internal static TierOutcome Of(int place, string option, TierResult tier, ProgramCatalog catalog)
    {
        var leaves = tier.Requirement.Leaves().ToList();
        var money = leaves.OfType<MetricResult>().Where(metric => catalog.Measure(metric.Measure)?.Kind == MeasureKind.Money).ToList();
        var metric = money.Count == 1 ? money[0] : null;
        var staffing = leaves.OfType<StaffingResult>().ToList();

        return new TierOutcome(
            place,
            option,
            tier.Tier,
            catalog.Tier(tier.Tier)?.Rank ?? 0,
            tier.Status,
            InColumn(metric?.Value, decimal.Floor),
            InColumn(metric?.Shortfall, decimal.Ceiling),
            staffing.Sum(node => node.Filled()),
            staffing.Sum(node => node.Places()))
        {
            OpenPlaces = tier.Requirement.OpenLeaves().OfType<StaffingResult>().Sum(node => node.Places() - node.Filled()),
            PlanCost = InColumn(tier.Plan?.Cost, decimal.Ceiling),
            PlanNewPeople = tier.Plan?.NewPeople,
        };
    }

    private static decimal? InColumn(decimal? number, Func<decimal, decimal> round)
    {
        return number is { } exact ? round(Math.Clamp(exact, -ColumnLimit, ColumnLimit) * UnitsPerOne) / UnitsPerOne : null;
    }
}
