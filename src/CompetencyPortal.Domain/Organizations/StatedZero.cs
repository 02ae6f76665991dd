namespace CompetencyPortal.Domain.Organizations;

/// <summary>Somebody's word that a measure was nil in a month.</summary>
public sealed class StatedZero : IFact
{
    private StatedZero()
    {
        Measure = string.Empty;
    }

    /// <param name="month">Any day of the month.</param>
    /// <exception cref="ArgumentException">The measure does not fit, or the month is impossible.</exception>
    public StatedZero(Guid id, Guid organizationId, string measure, DateOnly month, Guid? statedBy, DateTime statedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        Measure = BoundedText.Required(measure, BoundedText.KeyLength, nameof(measure));
        Month = FactDays.Checked(new DateOnly(month.Year, month.Month, 1), nameof(month));
        StatedBy = statedBy;
        StatedAt = statedAt;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Measure { get; private set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    public Guid? StatedBy { get; private set; }

    public DateTime StatedAt { get; private set; }
}
