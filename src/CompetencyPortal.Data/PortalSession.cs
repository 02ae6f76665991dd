namespace CompetencyPortal.Data;

/// <summary>Who acts, on which records, on which day: one per request or run of work.</summary>
public sealed class PortalSession(ProgramCalendar calendar)
{
    /// <summary>Null: the portal itself.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>What is read; null until <see cref="Enter"/>, and then reading an organization's records throws.</summary>
    public OrganizationScope? Scope { get; private set; }

    /// <summary>Joins what is changed together.</summary>
    public Guid OperationId { get; } = Guid.CreateVersion7();

    public DateOnly Today => calendar.Today;

    /// <summary>The instant, in UTC.</summary>
    public DateTime Now => calendar.Now;

    public void Enter(Guid? userId, OrganizationScope scope)
    {
        UserId = userId;
        Scope = scope;
    }
}
