namespace CompetencyPortal.Domain.Organizations;

/// <summary>A competency that an organization wants to be judged in.</summary>
public sealed class FollowedCompetency : IFact
{
    private FollowedCompetency()
    {
        Competency = string.Empty;
    }

    /// <exception cref="ArgumentException">The key does not fit.</exception>
    public FollowedCompetency(Guid id, Guid organizationId, string competency)
    {
        Id = id;
        OrganizationId = organizationId;
        Competency = BoundedText.Required(competency, BoundedText.KeyLength, nameof(competency));
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>The competency's key in the catalog.</summary>
    public string Competency { get; private set; }
}
