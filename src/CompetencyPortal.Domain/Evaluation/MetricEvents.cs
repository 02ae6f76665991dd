using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What changes of a metric on a later day.</summary>
internal static class MetricEvents
{
    public static IEnumerable<OutlookEvent> On(DateOnly day, MetricSeries series, MetricDefinition metric, string at)
    {
        var after = series.On(day).Total / metric.Months;

        if (series.Leaving(day) is { IsAny: true, Value: var lost })
        {
            yield return new OutlookEvent(day, OutlookCause.EntryLeaves, at, Measure: metric.Measure, Value: lost / metric.Months, After: after);
        }

        if (series.Entering(day) is { IsAny: true, Value: var gained })
        {
            yield return new OutlookEvent(day, OutlookCause.EntryEnters, at, Measure: metric.Measure, Value: gained / metric.Months, After: after);
        }

        if (series.UnreportedMonths(day).Except(series.UnreportedMonths(day.AddDays(-1))).Any())
        {
            yield return new OutlookEvent(day, OutlookCause.MonthUnreported, at, Measure: metric.Measure, After: after);
        }
    }
}
