namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Spreads a metric over the months of its window.</summary>
internal static class MonthlyBreakdown
{
    public static MetricBreakdown Of(FactsIndex facts, string measure, MetricEvaluation evaluation)
    {
        var byMonth = evaluation.Entries.ToLookup(entry => Month.Of(entry.Entry.On));
        var unreported = facts.UnreportedMonths(measure).ToHashSet();
        var first = evaluation.Window.From is { } from ? Month.Of(from) : FirstMonth(facts, measure);

        return new MetricBreakdown(
            evaluation.Entries.Select(entry => new EntryVerdict(entry.Index, entry.Reason, entry.Value, entry.Rate)).ToValueList(),
            Month.Between(first, Month.Of(facts.AsOf)).Select(Total).ToValueList());

        MonthTotal Total(Month month) => new(month, State(month), byMonth[month].Where(entry => entry.Reason is null).Sum(entry => entry.Value.GetValueOrDefault()));

        MonthState State(Month month) => month switch
        {
            _ when facts.Facts.Measurements is null || unreported.Contains(month) => MonthState.NotReported,
            _ when byMonth.Contains(month) => MonthState.Reported,
            _ when month.Last >= facts.AsOf => MonthState.Current,
            _ => MonthState.Zero,
        };
    }

    // A window without first day begins where anything is said about the measure.
    private static Month FirstMonth(FactsIndex facts, string measure) =>
        facts.Entries(measure).Select(entry => Month.Of(entry.Entry.On))
            .Concat(facts.UnreportedMonths(measure))
            .Append(Month.Of(facts.AsOf))
            .Min();
}
