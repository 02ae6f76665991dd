using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Counts entry by entry what a metric asks for.</summary>
internal sealed class Tally
{
    private readonly Rulebook _rules;
    private readonly Facts _facts;
    private readonly MetricDefinition _metric;
    private readonly MeasureDefinition _measure;
    private readonly List<(int Index, Measurement Entry)> _entries;
    private readonly DateOnly? _latestDay;

    public Tally(Rulebook rules, Facts facts, MetricDefinition metric)
    {
        _rules = rules;
        _facts = facts;
        _metric = metric;
        _measure = rules.Measure(metric.Measure);
        _entries = [.. (facts.Measurements ?? []).Index().Where(entry => entry.Item.Measure == metric.Measure)];
        _latestDay = _entries.Where(entry => FilterFate(entry.Entry) is null).Max(entry => (DateOnly?)entry.Entry.On);
    }

    /// <summary>What is known, before it is divided by the months.</summary>
    public decimal Total => IsNothingKnown ? 0 : Counted();

    /// <summary>By how many months the total is divided.</summary>
    public int Months => _metric.Aggregate == Aggregate.MonthlyAverage ? _metric.Window.TrailingMonths ?? 1 : 1;

    /// <summary>Null when nothing is known.</summary>
    public decimal? Value => IsNothingKnown ? null : Total / Months;

    public string Unit => _metric.Aggregate == Aggregate.DistinctCustomers ? "customers" : _measure.Unit;

    /// <summary>The first day of the window; null where it has none.</summary>
    public DateOnly? From => Before?.AddDays(1);

    // The value of an open month would take the place of the latest one, whatever that is.
    public bool IsNothingKnown => _facts.Measurements is null || (IsLatest && Unreported().Any());

    public bool IsAnythingUnknown => IsNothingKnown || Unconverted().Any() || Unreported().Any();

    public bool LacksCredit => Unconverted().Any(entry => entry.Value < 0);

    public IReadOnlyList<(int Index, EntryFate Fate)> Entries => [.. _entries.Select(entry => (entry.Index, Fate(entry.Entry)))];

    private bool IsLatest => _metric.Window.Kind == WindowKind.Latest;

    /// <summary>The window is what comes after this day; null where it has no beginning.</summary>
    private DateOnly? Before
    {
        get
        {
            var before = _metric.Window.TrailingMonths is { } months ? _facts.AsOf.AddMonths(-months) : (DateOnly?)null;

            return _rules.Fault == Fault.WindowOneDayOff ? before?.AddDays(-1) : before;
        }
    }

    private decimal Counted()
    {
        var counted = _entries.Select(entry => entry.Entry).Where(entry => Fate(entry) == EntryFate.Counted);

        return _metric.Aggregate == Aggregate.DistinctCustomers
            ? counted.Select(entry => entry.Customer).Where(customer => !string.IsNullOrEmpty(customer)).Distinct(StringComparer.Ordinal).Count()
            : counted.Sum(entry => Converted(entry) ?? 0);
    }

    // Of the latest day only that one's entries can change the value.
    private IEnumerable<Measurement> Unconverted() =>
        _entries.Select(entry => entry.Entry).Where(entry => Fate(entry) == EntryFate.Unconverted && (!IsLatest || entry.On == _latestDay));

    private EntryFate Fate(Measurement entry)
    {
        if (FilterFate(entry) is { } fate)
        {
            return fate;
        }

        if (Converted(entry) is null)
        {
            return EntryFate.Unconverted;
        }

        return IsLatest && entry.On != _latestDay ? EntryFate.NotLatest : EntryFate.Counted;
    }

    private EntryFate? FilterFate(Measurement entry)
    {
        if (entry.On > _facts.AsOf)
        {
            return EntryFate.Future;
        }

        if (Before is { } before && entry.On <= before)
        {
            return EntryFate.OutsideWindow;
        }

        if (_metric.Products is { } products && (entry.Product is null || !products.Contains(entry.Product, StringComparer.Ordinal)))
        {
            return EntryFate.Product;
        }

        if (_metric.Associations is { } associations && (entry.Association is null || !associations.Contains(entry.Association, StringComparer.Ordinal)))
        {
            return EntryFate.Association;
        }

        return _metric.ExcludeTags is { } excluded && entry.Tags.Any(tag => excluded.Contains(tag, StringComparer.Ordinal)) ? EntryFate.Tag : null;
    }

    private IEnumerable<Month> Unreported()
    {
        var listed = _facts.UnreportedMonths.TryGetValue(_metric.Measure, out var months) ? months : [];

        return listed.Where(month => month.First <= _facts.AsOf && ReachesIntoWindow(month));
    }

    // A month of which a day comes after the latest value, or lies in the window.
    private bool ReachesIntoWindow(Month month) =>
        IsLatest
            ? _latestDay is not { } latest || month.Last > latest
            : Before is not { } before || month.Last > before;

    private decimal? Converted(Measurement entry)
    {
        if (_measure.Kind != MeasureKind.Money || entry.Currency is null || entry.Currency == _measure.Unit)
        {
            return entry.Value;
        }

        var rates = _facts.ExchangeRates
            .Where(rate => rate.From == entry.Currency && rate.To == _measure.Unit && rate.On <= entry.On)
            .OrderBy(rate => rate.On)
            .ToList();

        return rates.Count == 0 ? null : entry.Value * rates[^1].Rate;
    }
}
