namespace CompetencyPortal.Domain.Organizations;

/// <summary>A credential that an employee earned on a day.</summary>
public sealed class ExamPass : IFact, IVersioned
{
    private ExamPass()
    {
        Code = string.Empty;
    }

    /// <exception cref="ArgumentException">The code does not fit, or a day is impossible or before the other.</exception>
    public ExamPass(Guid id, Employee employee, string code, DateOnly earnedOn, DateOnly? validUntil = null)
    {
        Id = id;
        OrganizationId = employee.OrganizationId;
        EmployeeId = employee.Id;
        Code = string.Empty;
        Correct(code, earnedOn, validUntil);
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid EmployeeId { get; private set; }

    /// <summary>The credential's code in the catalog.</summary>
    public string Code { get; private set; }

    public DateOnly EarnedOn { get; private set; }

    /// <summary>The last day it counts, where the certificate says so.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Takes an earlier verification away: it was given for something else.</summary>
    /// <exception cref="ArgumentException">The code does not fit, or a day is impossible or before the other.</exception>
    public void Correct(string code, DateOnly earnedOn, DateOnly? validUntil)
    {
        FactDays.Ordered(earnedOn, validUntil, nameof(validUntil));
        Code = BoundedText.Required(code, BoundedText.KeyLength, nameof(code));
        EarnedOn = FactDays.Checked(earnedOn, nameof(earnedOn));
        ValidUntil = validUntil is { } day ? FactDays.Checked(day, nameof(validUntil)) : null;
        VerifiedBy = null;
        VerifiedAt = null;
    }

    public void Verify(Guid userId, DateTime at)
    {
        VerifiedBy = userId;
        VerifiedAt = at;
    }
}
