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

/// <summary>Met when the metric reaches the threshold.</summary>
public sealed record MetricRequirement(string? Key, LocalizedText? Label, MetricDefinition Metric, Threshold AtLeast) : Requirement(Key, Label);

/// <summary>Met when the organization has the flag on the day.</summary>
/// <param name="WithinMonths">The flag must be given within so many months; at least 1, null for no such limit.</param>
public sealed record FlagRequirement(string? Key, LocalizedText? Label, string Flag, int? WithinMonths = null) : Requirement(Key, Label);

/// <summary>Met when all seats can be filled at once by different people; at least one seat.</summary>
public sealed record StaffingRequirement(string? Key, LocalizedText? Label, ValueList<SeatDefinition> Seats) : Requirement(Key, Label);

/// <summary>Met when the scorecard's points reach a number.</summary>
/// <param name="Scorecard">The key of one of the version's scorecards.</param>
/// <param name="AtLeast">Points, not negative.</param>
/// <param name="EveryPartAbove">The points that every part must exceed, not negative; null for no such condition.</param>
public sealed record ScoreRequirement(string? Key, LocalizedText? Label, string Scorecard, decimal AtLeast, decimal? EveryPartAbove = null)
    : Requirement(Key, Label);

/// <summary>A kind of place that a person fills.</summary>
/// <param name="Count">How many such places there are: 1 to 1000.</param>
public sealed record SeatDefinition(string Key, LocalizedText? Name, int Count, Holds Holds);
