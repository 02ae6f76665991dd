namespace CompetencyPortal.Domain.Organizations;

/// <summary>A record that belongs to one organization for good.</summary>
public interface IOwned
{
    Guid Id { get; }

    Guid OrganizationId { get; }
}

/// <summary>An owned record that can change a standing or that somebody will ask about: each change of one is journalled.</summary>
public interface IFact : IOwned;

/// <summary>A record that people edit in forms; the version they saw must still be there when they save.</summary>
public interface IVersioned
{
    /// <summary>Raised by one with every change, starting at 0.</summary>
    long Version { get; }
}
