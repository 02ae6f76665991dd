using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A metric over one organization's entries on the day of the facts: what each entry comes to, and why it does not count.</summary>
internal sealed class MetricEvaluation
{
    private readonly MetricDefinition _metric;
    private readonly DateOnly? _latest;

    public MetricEvaluation(FactsIndex facts, MetricDefinition metric, MeasureDefinition measure)
    {
        _metric = metric;
        var series = facts.Series(metric, measure);
        Window = new WindowDays(series.FirstDay(facts.AsOf), facts.AsOf);
        _latest = series.LatestDay(facts.AsOf);
        State = series.On(facts.AsOf);
        UnreportedMonths = series.UnreportedMonths(facts.AsOf).ToValueList();
        Entries = [.. facts.Entries(metric.Measure).Select(entry => Judge(entry, facts.Rates.Convert(entry.Entry, measure)))];
    }

    public WindowDays Window { get; }

    public MetricState State { get; }

    /// <summary>Every entry of the measure, in the order of the facts.</summary>
    public JudgedEntry[] Entries { get; }

    /// <summary>The months not reported on which the value depends.</summary>
    public ValueList<Month> UnreportedMonths { get; }

    /// <summary>The currencies of all entries that cannot be converted.</summary>
    public ValueList<string> UnconvertedCurrencies => Entries.Where(entry => entry.Reason == EntryReason.Unconverted)
        .Select(entry => entry.Entry.Currency).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    private JudgedEntry Judge(IndexedEntry entry, (decimal? Value, decimal? Rate) converted) =>
        new(entry.Index, entry.Entry, Excluded(entry.Entry) ?? Uncounted(entry.Entry, converted.Value), converted.Value, converted.Rate);

    private EntryReason? Excluded(Measurement entry) => entry switch
    {
        _ when entry.On > Window.To => EntryReason.Future,
        _ when entry.On < Window.From => EntryReason.OutsideWindow,
        _ => MetricFilter.Excludes(_metric, entry),
    };

    private EntryReason? Uncounted(Measurement entry, decimal? value)
    {
        if (value is null)
        {
            return EntryReason.Unconverted;
        }

        return entry.On < _latest ? EntryReason.NotLatest : null;
    }
}

/// <summary>An entry of the measure, what it comes to in the measure's unit, and why it does not count.</summary>
/// <param name="Reason">Null: it counts.</param>
/// <param name="Value">Null where it cannot be converted.</param>
internal sealed record JudgedEntry(int Index, Measurement Entry, EntryReason? Reason, decimal? Value, decimal? Rate);
