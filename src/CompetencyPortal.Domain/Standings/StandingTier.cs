using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Standings;

/// <summary>One tier of one option of a standing, in columns.</summary>
public sealed class StandingTier : IOwned
{
    private StandingTier()
    {
        Option = Tier = string.Empty;
    }

    internal StandingTier(Standing standing, TierOutcome outcome)
    {
        Id = Guid.CreateVersion7();
        OrganizationId = standing.OrganizationId;
        StandingId = standing.Id;
        Option = outcome.Option;
        Tier = outcome.Tier;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid StandingId { get; private set; }

    public string Option { get; private set; }

    public string Tier { get; private set; }

    public int Place { get; private set; }

    public int Rank { get; private set; }

    public Status Status { get; private set; }

    public decimal? Actual { get; private set; }

    public decimal? Shortfall { get; private set; }

    public int FilledPlaces { get; private set; }

    public int Places { get; private set; }

    internal bool IsOf(TierOutcome outcome)
    {
        return Option == outcome.Option && Tier == outcome.Tier;
    }

    internal void Store(TierOutcome outcome)
    {
        Place = outcome.Place;
        Rank = outcome.Rank;
        Status = outcome.Status;
        Actual = outcome.Actual;
        Shortfall = outcome.Shortfall;
        FilledPlaces = outcome.FilledPlaces;
        Places = outcome.Places;
    }
}
