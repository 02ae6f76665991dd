namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>A condition of a tier: a tree of <see cref="AllRequirement"/> and <see cref="AnyRequirement"/> over leaves.</summary>
public abstract record Requirement(string? Key, LocalizedText? Label)
{
    /// <summary>The leaves of the tree, in the document's order.</summary>
    public virtual IEnumerable<Requirement> Leaves() => [this];
}

/// <summary>Met when every one of the children is met; at least one child.</summary>
public sealed record AllRequirement(string? Key, LocalizedText? Label, ValueList<Requirement> Children) : Requirement(Key, Label)
{
    public override IEnumerable<Requirement> Leaves() => Children.SelectMany(child => child.Leaves());
}

/// <summary>Met when at least one of the children is met; at least one child.</summary>
public sealed record AnyRequirement(string? Key, LocalizedText? Label, ValueList<Requirement> Children) : Requirement(Key, Label)
{
    public override IEnumerable<Requirement> Leaves() => Children.SelectMany(child => child.Leaves());
}

/// <summary>Met when the measure reaches the threshold.</summary>
/// <param name="Products">Only entries of one of these count; null for no such filter.</param>
/// <param name="Associations">Only entries with one of these count; null for no such filter.</param>
/// <param name="ExcludeTags">Entries with one of these do not count; null for no such filter.</param>
public sealed record MetricRequirement(
    string? Key,
    LocalizedText? Label,
    string Measure,
    Threshold AtLeast,
    MetricWindow Window,
    Aggregate Aggregate = Aggregate.Sum,
    ValueList<string>? Products = null,
    ValueList<string>? Associations = null,
    ValueList<string>? ExcludeTags = null) : Requirement(Key, Label);

/// <summary>Met when the organization has the flag on the day.</summary>
/// <param name="WithinMonths">The flag must be given within so many months; at least 1, null for no such limit.</param>
public sealed record FlagRequirement(string? Key, LocalizedText? Label, string Flag, int? WithinMonths = null) : Requirement(Key, Label);

/// <summary>Met when all seats can be filled at once by different people; at least one seat.</summary>
public sealed record StaffingRequirement(string? Key, LocalizedText? Label, ValueList<SeatDefinition> Seats) : Requirement(Key, Label);

/// <summary>A kind of place that a person fills.</summary>
/// <param name="Count">How many such places there are: 1 to 1000.</param>
public sealed record SeatDefinition(string Key, LocalizedText? Name, int Count, Holds Holds);
