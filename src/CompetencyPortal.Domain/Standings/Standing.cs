using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Standings;

/// <summary>What a standing was made from.</summary>
/// <param name="AsOf">The day that was judged.</param>
/// <param name="RatesVersion">The program's state of exchange rates.</param>
public sealed record StandingBasis(DateOnly AsOf, long FactsVersion, int CatalogRevision, long RatesVersion);

/// <summary>The stored current evaluation of an organization in a competency that it follows.</summary>
public sealed class Standing : IOwned
{
    /// <summary>Room for every currency there is.</summary>
    public const int CurrenciesLength = 1000;

    /// <summary>What ends within so many days ends soon.</summary>
    public const int SoonDays = 90;

    private readonly List<StandingTier> _tiers = [];

    private Standing()
    {
        Competency = Currencies = ResultJson = string.Empty;
    }

    public Standing(Guid id, Guid organizationId, string competency)
    {
        Id = id;
        OrganizationId = organizationId;
        Competency = competency;
        Currencies = ResultJson = string.Empty;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Competency { get; private set; }

    public DateOnly AsOf { get; private set; }

    public long FactsVersion { get; private set; }

    public int CatalogRevision { get; private set; }

    public long RatesVersion { get; private set; }

    /// <summary>The currencies of the entries that were judged, in order, with spaces between them: a rate of another one changes nothing here.</summary>
    public string Currencies { get; private set; }

    /// <summary>The version of the competency that was in force, by its first day; null when there was none.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>The whole result, all options.</summary>
    public string ResultJson { get; private set; }

    /// <summary>The key of the highest tier that is met over the options, or null.</summary>
    public string? Headline { get; private set; }

    /// <summary>The rank of <see cref="Headline"/>; 0 where no tier is met.</summary>
    public int Rank { get; private set; }

    /// <summary><see cref="StandingOutcome.HoldsUntil"/>.</summary>
    public DateOnly? HoldsUntil { get; private set; }

    /// <summary>The key of the tier to reach next, in the option that goes furthest; null at the top, and where no version is in force.</summary>
    public string? NextTier { get; private set; }

    /// <summary>The status of <see cref="NextTier"/>: never met.</summary>
    public Status? NextStatus { get; private set; }

    /// <summary><see cref="StandingTier.Shortfall"/> of <see cref="NextTier"/>.</summary>
    public decimal? NextShortfall { get; private set; }

    /// <summary><see cref="TierOutcome.OpenPlaces"/> of <see cref="NextTier"/>.</summary>
    public int? NextOpenPlaces { get; private set; }

    /// <summary><see cref="TierOutcome.PlanCost"/> of <see cref="NextTier"/>.</summary>
    public decimal? NextPlanCost { get; private set; }

    /// <summary><see cref="TierOutcome.PlanNewPeople"/> of <see cref="NextTier"/>.</summary>
    public int? NextPlanNewPeople { get; private set; }

    /// <summary>The first later day on which any number or state can differ without new facts; null: never.</summary>
    public DateOnly? NextChangeOn { get; private set; }

    public DateTime EvaluatedAt { get; private set; }

    /// <summary>One per option and tier, in the catalog's order.</summary>
    public IReadOnlyList<StandingTier> Tiers => _tiers;

    /// <summary>The result in its parts.</summary>
    public EvaluationResult ReadResult()
    {
        return EvaluationJson.Deserialize(ResultJson);
    }

    /// <summary>Replaces what was stored. <see cref="Tiers"/> must be loaded.</summary>
    /// <param name="currencies">Of the entries that were judged.</param>
    public void Store(StandingBasis basis, IEnumerable<string> currencies, StandingOutcome outcome, DateTime evaluatedAt)
    {
        AsOf = basis.AsOf;
        FactsVersion = basis.FactsVersion;
        CatalogRevision = basis.CatalogRevision;
        RatesVersion = basis.RatesVersion;
        Currencies = string.Join(' ', currencies.Order(StringComparer.Ordinal));
        EffectiveFrom = outcome.EffectiveFrom;
        ResultJson = outcome.ResultJson;
        Headline = outcome.Headline?.Tier;
        Rank = outcome.Headline?.Rank ?? 0;
        HoldsUntil = outcome.HoldsUntil;
        NextTier = outcome.Next?.Tier;
        NextStatus = outcome.Next?.Status;
        NextShortfall = outcome.Next?.Shortfall;
        NextOpenPlaces = outcome.Next?.OpenPlaces;
        NextPlanCost = outcome.Next?.PlanCost;
        NextPlanNewPeople = outcome.Next?.PlanNewPeople;
        NextChangeOn = outcome.NextChangeOn;
        EvaluatedAt = evaluatedAt;
        StoreTiers(outcome.Tiers);
    }

    private void StoreTiers(IReadOnlyList<TierOutcome> outcomes)
    {
        _tiers.RemoveAll(tier => !outcomes.Any(tier.IsOf));
        foreach (var outcome in outcomes)
        {
            var tier = _tiers.Find(tier => tier.IsOf(outcome));
            if (tier is null)
            {
                tier = new StandingTier(this, outcome);
                _tiers.Add(tier);
            }

            tier.Store(outcome);
        }
    }
}
