using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A measure against its threshold.</summary>
internal sealed class MetricNode(string at, MetricRequirement requirement, MeasureDefinition measure) : RequirementNode(at)
{
    private const string Customers = "customers";

    private readonly MetricDefinition _metric = requirement.Metric;

    public override NodeResult Evaluate(FactsIndex facts)
    {
        var evaluation = new MetricEvaluation(facts, _metric, measure);
        var threshold = requirement.AtLeast.InMarket(facts.Facts.Market, facts.Markets);
        var total = evaluation.Total;

        return new MetricResult(
            At,
            Judge(evaluation, threshold),
            _metric.Measure,
            total / evaluation.Months,
            threshold,
            Shortfall(evaluation, threshold),
            _metric.Aggregate == Aggregate.DistinctCustomers ? Customers : measure.Unit,
            evaluation.Window,
            evaluation.Entries.Count(entry => entry.Reason is null),
            Excluded(evaluation))
        {
            UnreportedMonths = evaluation.UnreportedMonths,
            UnconvertedCurrencies = evaluation.UnconvertedCurrencies,
        };
    }

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts)
    {
        var entries = facts.Entries(_metric.Measure).Select(entry => entry.Entry.On).ToArray();
        var unreported = facts.UnreportedMonths(_metric.Measure);

        return entries.Concat(unreported.Select(month => month.First)).Select(day => (DateOnly?)day)
            .Concat(entries.Concat(unreported.Select(month => month.Last)).Select(LeavesWindowOn))
            .Append(facts.Facts.Measurements is null ? null : EndOfFirstEmptyMonth(Month.Of(facts.AsOf), entries));
    }

    public MetricBreakdown Breakdown(FactsIndex facts) => MonthlyBreakdown.Of(facts, _metric.Measure, new MetricEvaluation(facts, _metric, measure));

    private static Status Judge(MetricEvaluation evaluation, decimal? threshold)
    {
        if (threshold is not { } least)
        {
            return Status.Undetermined;
        }

        if (evaluation.Total >= least * evaluation.Months && !evaluation.LacksCredit)
        {
            return Status.Met;
        }

        return evaluation.IsAnythingUnknown ? Status.Undetermined : Status.NotMet;
    }

    private static decimal? Shortfall(MetricEvaluation evaluation, decimal? threshold) =>
        threshold is { } least ? Math.Max(0, (least * evaluation.Months) - (evaluation.Total ?? 0)) : null;

    private static ValueMap<EntryReason, int> Excluded(MetricEvaluation evaluation) =>
        evaluation.Entries.Select(entry => entry.Reason).OfType<EntryReason>().CountBy(reason => reason).ToValueMap();

    private DateOnly? LeavesWindowOn(DateOnly day) =>
        _metric.Window.TrailingMonths is { } months ? Calendar.LeavesWindowOn(day, months) : null;

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
