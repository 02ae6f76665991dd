namespace CompetencyPortal.Domain.Organizations;

/// <summary>An organization's answer to a flag of the catalog; without a row it is not answered.</summary>
public sealed class FlagAnswer : IFact, IVersioned
{
    private FlagAnswer()
    {
        Flag = string.Empty;
    }

    /// <exception cref="ArgumentException">The flag does not fit, or a day is impossible or before the other.</exception>
    public FlagAnswer(Guid id, Guid organizationId, string flag, bool isYes, DateOnly? on = null, DateOnly? until = null)
    {
        Id = id;
        OrganizationId = organizationId;
        Flag = BoundedText.Required(flag, BoundedText.KeyLength, nameof(flag));
        Answer(isYes, on, until);
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Flag { get; private set; }

    public bool IsYes { get; private set; }

    /// <summary>The first day of a yes; absent: always.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>The last day of a yes; absent: until further notice.</summary>
    public DateOnly? Until { get; private set; }

    public long Version { get; private set; }

    /// <summary>A no has no days.</summary>
    /// <exception cref="ArgumentException">A day is impossible or before the other.</exception>
    public void Answer(bool isYes, DateOnly? on = null, DateOnly? until = null)
    {
        FactDays.Ordered(on, until, nameof(until));
        IsYes = isYes;
        On = isYes && on is { } first ? FactDays.Checked(first, nameof(on)) : null;
        Until = isYes && until is { } last ? FactDays.Checked(last, nameof(until)) : null;
    }
}
