using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The days on which a metric may begin to differ without new facts.</summary>
internal static class MetricChanges
{
    public static IEnumerable<DateOnly?> Of(MetricDefinition metric, FactsIndex facts)
    {
        var entries = facts.Entries(metric.Measure).Select(entry => entry.Entry.On).ToArray();
        var unreported = facts.UnreportedMonths(metric.Measure);

        return entries.Concat(unreported.Select(month => month.First)).Select(day => (DateOnly?)day)
            .Concat(entries.Concat(unreported.Select(month => month.Last)).Select(LeavesWindowOn))
            .Append(facts.Facts.Measurements is null ? null : EndOfFirstEmptyMonth(Month.Of(facts.AsOf), entries));

        DateOnly? LeavesWindowOn(DateOnly day) => metric.Window.TrailingMonths is { } months ? Calendar.LeavesWindowOn(day, months) : null;
    }

    // A month without entries becomes one that is not reported when it has ended.
    private static DateOnly? EndOfFirstEmptyMonth(Month current, IEnumerable<DateOnly> entries)
    {
        var reported = entries.Select(Month.Of).ToHashSet();

        while (reported.Contains(current) && current.Last < DateOnly.MaxValue)
        {
            current = current.Next;
        }

        return Calendar.DayAfter(current.Last);
    }
}
