using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A metric over one organization's entries: which count, what they come to, and what is unknown.</summary>
internal sealed class MetricEvaluation
{
    private readonly FactsIndex _facts;
    private readonly MetricDefinition _metric;
    private readonly MeasureDefinition _measure;
    private readonly DateOnly? _latest;

    public MetricEvaluation(FactsIndex facts, MetricDefinition metric, MeasureDefinition measure)
    {
        _facts = facts;
        _metric = metric;
        _measure = measure;
        Window = new WindowDays(
            metric.Window.TrailingMonths is { } months ? Calendar.WindowStart(facts.AsOf, months) : null,
            facts.AsOf);
        var entries = facts.Entries(metric.Measure).ToArray();
        _latest = LatestDay(entries);
        Entries = [.. entries.Select(Judge)];
        UnreportedMonths = facts.UnreportedMonths(metric.Measure).Where(Matters).Distinct().Order().ToValueList();
    }

    public WindowDays Window { get; }

    /// <summary>Every entry of the measure, in the order of the facts.</summary>
    public JudgedEntry[] Entries { get; }

    /// <summary>The months not reported on which the value depends.</summary>
    public ValueList<Month> UnreportedMonths { get; }

    /// <summary>The currencies of all entries that cannot be converted.</summary>
    public ValueList<string> UnconvertedCurrencies => Entries.Where(entry => entry.Reason == EntryReason.Unconverted)
        .Select(entry => entry.Entry.Currency).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>What is known to count; null when nothing is. The entries are added in an order of their own, not in that of the facts.</summary>
    public decimal? Total => IsValueUnknown ? null : Known;

    /// <summary>How many months the threshold covers.</summary>
    public int Months => _metric is { Aggregate: Aggregate.MonthlyAverage, Window.TrailingMonths: { } months } ? months : 1;

    /// <summary>Whether facts that are missing could change the value.</summary>
    public bool IsAnythingUnknown =>
        _facts.Facts.Measurements is null || UnreportedMonths.Count > 0 || Unconverted.Any();

    /// <summary>Whether a credit is left out that would lower the value.</summary>
    public bool LacksCredit => Unconverted.Any(entry => entry.Entry.Value < 0);

    private IEnumerable<JudgedEntry> Counted => Entries.Where(entry => entry.Reason is null);

    // Where only the latest day counts, an older entry without rate changes nothing.
    private IEnumerable<JudgedEntry> Unconverted =>
        Entries.Where(entry => entry.Reason == EntryReason.Unconverted && (_latest is null || entry.Entry.On == _latest));

    private decimal Known => _metric.Aggregate == Aggregate.DistinctCustomers
        ? Counted.Select(entry => entry.Entry.Customer).Where(customer => !string.IsNullOrEmpty(customer)).Distinct(StringComparer.Ordinal).Count()
        : Counted.Select(entry => entry.Value.GetValueOrDefault()).Order().Sum();

    // A later month would not add to the latest value, it would replace it.
    private bool IsValueUnknown =>
        _facts.Facts.Measurements is null || (_metric.Window.Kind == WindowKind.Latest && UnreportedMonths.Count > 0);

    private DateOnly? LatestDay(IndexedEntry[] entries) =>
        _metric.Window.Kind == WindowKind.Latest
            ? entries.Where(entry => Excluded(entry.Entry) is null).Select(entry => (DateOnly?)entry.Entry.On).Max()
            : null;

    private JudgedEntry Judge(IndexedEntry entry)
    {
        var (value, rate) = Convert(entry.Entry);

        return new JudgedEntry(entry.Index, entry.Entry, Excluded(entry.Entry) ?? Uncounted(entry.Entry, value), value, rate);
    }

    private EntryReason? Excluded(Measurement entry) => entry switch
    {
        _ when entry.On > Window.To => EntryReason.Future,
        _ when entry.On < Window.From => EntryReason.OutsideWindow,
        _ when !Names(_metric.Products, entry.Product) => EntryReason.Product,
        _ when !Names(_metric.Associations, entry.Association) => EntryReason.Association,
        _ when _metric.ExcludeTags?.Intersect(entry.Tags, StringComparer.Ordinal).Any() == true => EntryReason.Tag,
        _ => null,
    };

    private EntryReason? Uncounted(Measurement entry, decimal? value)
    {
        if (value is null)
        {
            return EntryReason.Unconverted;
        }

        return entry.On < _latest ? EntryReason.NotLatest : null;
    }

    private static bool Names(ValueList<string>? filter, string? key) => filter is null || filter.Contains(key, StringComparer.Ordinal);

    private (decimal? Value, decimal? Rate) Convert(Measurement entry)
    {
        if (_measure.Kind != MeasureKind.Money || entry.Currency is null || entry.Currency == _measure.Unit)
        {
            return (entry.Value, null);
        }

        var rate = _facts.Rates.Find(entry.Currency, _measure.Unit, entry.On);

        return (rate is null ? null : ExchangeRates.Convert(entry.Value, rate.Value), rate);
    }

    private bool Matters(Month month) => month.First <= Window.To && !(month.Last < Window.From) && !(month.Last <= _latest);
}

/// <summary>An entry of the measure, what it comes to in the measure's unit, and why it does not count.</summary>
/// <param name="Reason">Null: it counts.</param>
/// <param name="Value">Null where it cannot be converted.</param>
internal sealed record JudgedEntry(int Index, Measurement Entry, EntryReason? Reason, decimal? Value, decimal? Rate);
