using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A measure against its threshold.</summary>
internal sealed class MetricNode(string at, int number, MetricRequirement requirement, MeasureDefinition measure, ValueList<NamedKey> markets) : LeafNode(at, number)
{
    private const string Customers = "customers";

    private readonly MetricDefinition _metric = requirement.Metric;

    private string Unit => _metric.Aggregate == Aggregate.DistinctCustomers ? Customers : measure.Unit;

    public override NodeResult Evaluate(FactsIndex facts)
    {
        var evaluation = new MetricEvaluation(facts, _metric, measure);
        var threshold = Threshold(facts.Facts);

        return new MetricResult(
            At,
            Judge(evaluation.State, threshold),
            _metric.Measure,
            evaluation.State.Total / _metric.Months,
            threshold,
            Shortfall(evaluation.State, threshold),
            Unit,
            evaluation.Window,
            evaluation.Entries.Count(entry => entry.Reason is null),
            Excluded(evaluation))
        {
            UnreportedMonths = evaluation.UnreportedMonths,
            UnconvertedCurrencies = evaluation.UnconvertedCurrencies,
        };
    }

    public override Status JudgeAlone(Facts facts, OpenGates? people) =>
        Judge(new MetricSeries(facts, _metric, measure, new ExchangeRates(facts.ExchangeRates)).On(facts.AsOf), Threshold(facts));

    public override Status JudgeOn(FactsIndex facts, DateOnly day) => Judge(facts.Series(_metric, measure).On(day), Threshold(facts.Facts));

    public override Status JudgeWithout(FactsIndex facts, int person) => facts.Today(this);

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) => MetricChanges.Of(_metric, facts);

    public override IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day) => MetricEvents.On(day, facts.Series(_metric, measure), _metric, At);

    /// <summary>What is missing on the day of the facts.</summary>
    public PlanAmount Missing(FactsIndex facts) =>
        new(At, _metric.Measure, Shortfall(facts.Series(_metric, measure).On(facts.AsOf), Threshold(facts.Facts)), Unit);

    public MetricBreakdown Breakdown(FactsIndex facts) => MonthlyBreakdown.Of(facts, _metric.Measure, new MetricEvaluation(facts, _metric, measure));

    private decimal? Threshold(Facts facts) => requirement.AtLeast.InMarket(facts.Market, markets);

    private Status Judge(MetricState state, decimal? threshold)
    {
        if (threshold is not { } least)
        {
            return Status.Undetermined;
        }

        if (state.Total >= least * _metric.Months && !state.LacksCredit)
        {
            return Status.Met;
        }

        return state.IsAnythingUnknown ? Status.Undetermined : Status.NotMet;
    }

    private decimal? Shortfall(MetricState state, decimal? threshold) =>
        threshold is { } least ? Math.Max(0, (least * _metric.Months) - (state.Total ?? 0)) : null;

    private static ValueMap<EntryReason, int> Excluded(MetricEvaluation evaluation) =>
        evaluation.Entries.Select(entry => entry.Reason).OfType<EntryReason>().CountBy(reason => reason).ToValueMap();
}
