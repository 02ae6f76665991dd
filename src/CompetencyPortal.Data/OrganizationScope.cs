namespace CompetencyPortal.Data;

/// <summary>Which organizations' records a session reads.</summary>
public sealed class OrganizationScope
{
    private OrganizationScope()
    {
    }

    /// <summary>Of the program manager, of workers and of tools; a test counts who asks for it.</summary>
    public static OrganizationScope Everything { get; } = new() { IsEverything = true };

    public bool IsEverything { get; private init; }

    internal Guid? OrganizationId { get; private init; }

    internal Guid? AssignedTo { get; private init; }

    /// <summary>Of a partner admin.</summary>
    public static OrganizationScope One(Guid organizationId)
    {
        return new() { OrganizationId = organizationId };
    }

    /// <summary>Of an account manager: the assignments are read anew with every query.</summary>
    public static OrganizationScope Assigned(Guid userId)
    {
        return new() { AssignedTo = userId };
    }
}
