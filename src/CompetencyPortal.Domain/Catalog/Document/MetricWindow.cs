namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Which days of a measure count.</summary>
/// <param name="TrailingMonths">1 to 120 where the kind is <see cref="WindowKind.Trailing"/>, else null.</param>
public sealed record MetricWindow(WindowKind Kind, int? TrailingMonths)
{
    /// <summary>The latest day with an entry, on or before the day.</summary>
    public static MetricWindow Latest { get; } = new(WindowKind.Latest, null);

    /// <summary>Everything on or before the day.</summary>
    public static MetricWindow AllTime { get; } = new(WindowKind.AllTime, null);

    /// <summary>The days x with <c>day − months &lt; x ≤ day</c>.</summary>
    public static MetricWindow Trailing(int months) => new(WindowKind.Trailing, months);
}

public enum WindowKind
{
    Trailing,
    Latest,
    AllTime,
}

/// <summary>How entries become one number.</summary>
public enum Aggregate
{
    Sum,

    /// <summary>The sum divided by the months of the window, 1 where the window names no months.</summary>
    MonthlyAverage,

    /// <summary>How many different customers the entries name.</summary>
    DistinctCustomers,
}
