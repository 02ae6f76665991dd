namespace CompetencyPortal.Domain.Organizations;

/// <summary>An account manager's right to see an organization.</summary>
public sealed class Assignment
{
    private Assignment()
    {
    }

    public Assignment(Guid id, Guid organizationId, Guid userId)
    {
        Id = id;
        OrganizationId = organizationId;
        UserId = userId;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid UserId { get; private set; }
}
