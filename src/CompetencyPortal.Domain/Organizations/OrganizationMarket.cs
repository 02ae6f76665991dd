namespace CompetencyPortal.Domain.Organizations;

/// <summary>The market of an organization from a day on, until the next row.</summary>
public sealed class OrganizationMarket : IFact
{
    private OrganizationMarket()
    {
        Market = string.Empty;
    }

    /// <exception cref="ArgumentException">The market is blank or too long.</exception>
    public OrganizationMarket(Guid id, Guid organizationId, string market, DateOnly from)
    {
        Id = id;
        OrganizationId = organizationId;
        Market = BoundedText.Required(market, BoundedText.KeyLength, nameof(market));
        From = from;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Market { get; private set; }

    /// <summary>The first day; the first day of the calendar says "always".</summary>
    public DateOnly From { get; private set; }
}
