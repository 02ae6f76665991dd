namespace CompetencyPortal.Domain.Organizations;

/// <summary>One stay of an employee; a return is a second one. Changed through <see cref="Employee.Employ"/> alone.</summary>
public sealed class EmploymentPeriod : IFact
{
    private EmploymentPeriod()
    {
    }

    internal EmploymentPeriod(Guid id, Employee employee, EmploymentSpan span)
    {
        Id = id;
        OrganizationId = employee.OrganizationId;
        EmployeeId = employee.Id;
        Become(span);
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid EmployeeId { get; private set; }

    /// <summary>The first day, or open.</summary>
    public DateOnly? Joined { get; private set; }

    /// <summary>The last day, on which the person still counts, or open.</summary>
    public DateOnly? LastDay { get; private set; }

    public EmploymentSpan Span => new(Joined, LastDay);

    internal void Become(EmploymentSpan span)
    {
        FactDays.Ordered(span.Joined, span.LastDay, nameof(span));
        Joined = span.Joined is { } joined ? FactDays.Checked(joined, nameof(span)) : null;
        LastDay = span.LastDay is { } lastDay ? FactDays.Checked(lastDay, nameof(span)) : null;
    }
}
