namespace CompetencyPortal.Domain.Evaluation;

/// <summary>How a metric's value came about. Adding up the entries without a reason gives its sum exactly.</summary>
/// <param name="Entries">Every entry of the measure, in the order of the facts.</param>
/// <param name="Months">Every month of which a day lies in the window, in order.</param>
public sealed record MetricBreakdown(ValueList<EntryVerdict> Entries, ValueList<MonthTotal> Months);

/// <summary>Whether an entry counts, and if not, why.</summary>
/// <param name="Index">Place in <see cref="Facts.Measurements"/>.</param>
/// <param name="Reason">Why it does not count; null: it counts.</param>
/// <param name="Value">In the measure's unit, not rounded; null where it cannot be converted.</param>
/// <param name="Rate">The rate that was applied; null where none was needed or none was found.</param>
public sealed record EntryVerdict(int Index, EntryReason? Reason, decimal? Value, decimal? Rate);

/// <summary>A month of the window.</summary>
/// <param name="Total">What counts of the month, in the measure's unit.</param>
public sealed record MonthTotal(Month Month, MonthState State, decimal Total);

public enum MonthState
{
    /// <summary>The measure has entries in the month, whether they count or not.</summary>
    Reported,

    /// <summary>Ended and reported, without any entry.</summary>
    Zero,
    NotReported,

    /// <summary>Not over yet, and without any entry so far.</summary>
    Current,
}
