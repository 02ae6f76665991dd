namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Which entries of a measure count, and how they become one number.</summary>
/// <param name="Products">Only entries of one of these count; null for no such filter.</param>
/// <param name="Associations">Only entries with one of these count; null for no such filter.</param>
/// <param name="ExcludeTags">Entries with one of these do not count; null for no such filter.</param>
public sealed record MetricDefinition(
    string Measure,
    MetricWindow Window,
    Aggregate Aggregate = Aggregate.Sum,
    ValueList<string>? Products = null,
    ValueList<string>? Associations = null,
    ValueList<string>? ExcludeTags = null)
{
    /// <summary>By how many months a monthly average divides; else 1.</summary>
    public int Months => Aggregate == Aggregate.MonthlyAverage ? Window.TrailingMonths ?? 1 : 1;
}
