using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A metric on any day: its entries that pass the filters, in the order of their days, of which a window counts.</summary>
internal sealed class MetricSeries
{
    private readonly MetricDefinition _metric;
    private readonly bool _isUnknown;
    private readonly SeriesEntry[] _entries;
    private readonly Month[] _unreported;
    private readonly int[] _previous;
    private (DateOnly Day, MetricState State)? _last;

    public MetricSeries(Facts facts, MetricDefinition metric, MeasureDefinition measure, ExchangeRates rates)
    {
        _metric = metric;
        _isUnknown = facts.Measurements is null;
        _entries = Entries(facts.Measurements, metric, measure, rates);
        _previous = metric.Aggregate == Aggregate.DistinctCustomers ? Previous() : [];
        _unreported = facts.UnreportedMonths.TryGetValue(metric.Measure, out var months) ? [.. months.Distinct().Order()] : [];
    }

    /// <summary>The metric on the day.</summary>
    public MetricState On(DateOnly day)
    {
        // One day is asked about often: without each person in turn.
        if (_last is not { } last || last.Day != day)
        {
            last = (day, Find(day));
            _last = last;
        }

        return last.State;
    }

    /// <summary>The months not reported on which the value of the day depends.</summary>
    public IEnumerable<Month> UnreportedMonths(DateOnly day) => _unreported.Where(month => Matters(month, day));

    /// <summary>The day of the entries that count where only the latest do; null where all of a window do, and where there is none.</summary>
    public DateOnly? LatestDay(DateOnly day) => _metric.Window.Kind == WindowKind.Latest && End(day) is > 0 and var end ? _entries[end - 1].Entry.On : null;

    /// <summary>Whether entries leave the window on the day, and what they take along: null where it is not known.</summary>
    public (bool IsAny, decimal? Value) Leaving(DateOnly day)
    {
        var (from, end) = Window(day.AddDays(-1));
        var rest = Math.Min(Window(day).From, end);
        var leaves = _metric.Window.Kind == WindowKind.Trailing && rest > from;

        return (leaves, leaves && IsAnyKnown(from, rest) ? Total(from, end) - Total(rest, end) : null);
    }

    /// <summary>Whether entries enter the window on the day, and what they bring: null where it is not known. A latest value takes the place of an earlier one.</summary>
    public (bool IsAny, decimal? Value) Entering(DateOnly day)
    {
        var (from, end) = Window(day.AddDays(-1));
        var (newFrom, newEnd) = Window(day);
        var (stays, changes) = _metric.Window.Kind == WindowKind.Latest ? (from, from) : (newFrom, end);

        return (newEnd > end, newEnd > end && IsAnyKnown(changes, newEnd) ? Total(newFrom, newEnd) - Total(stays, end) : null);
    }

    /// <summary>The first day that counts; null where the window has none.</summary>
    public DateOnly? FirstDay(DateOnly day) => _metric.Window.TrailingMonths is { } months ? Calendar.WindowStart(day, months) : null;

    private static SeriesEntry[] Entries(ValueList<Measurement>? measurements, MetricDefinition metric, MeasureDefinition measure, ExchangeRates rates)
    {
        var entries = new List<SeriesEntry>();

        foreach (var entry in (measurements ?? []).AsSpan())
        {
            if (entry.Measure == metric.Measure && MetricFilter.Excludes(metric, entry) is null)
            {
                entries.Add(new SeriesEntry(entry, rates.Convert(entry, measure).Value));
            }
        }

        // An order of their own, not that of the facts.
        entries.Sort((left, right) => left.Entry.On != right.Entry.On ? left.Entry.On.CompareTo(right.Entry.On) : Nullable.Compare(left.Value, right.Value));

        return [.. entries];
    }

    private MetricState Find(DateOnly day)
    {
        var (from, end) = Window(day);
        var counted = _entries.AsSpan(from, end - from);
        var hasUnreported = Array.Exists(_unreported, month => Matters(month, day));
        var isValueUnknown = _isUnknown || (_metric.Window.Kind == WindowKind.Latest && hasUnreported);
        var hasUnconverted = false;
        var lacksCredit = false;

        foreach (var entry in counted)
        {
            hasUnconverted |= entry.Value is null;
            lacksCredit |= entry is { Value: null, Entry.Value: < 0 };
        }

        return new MetricState(
            // A later month would not add to the latest value, it would replace it.
            isValueUnknown ? null : Total(from, end),
            _isUnknown || hasUnreported || hasUnconverted,
            lacksCredit);
    }

    private (int From, int End) Window(DateOnly day)
    {
        var first = LatestDay(day) ?? FirstDay(day);

        return (first is { } from ? FirstFrom(from) : 0, End(day));
    }

    private int End(DateOnly day) => day < DateOnly.MaxValue ? FirstFrom(day.AddDays(1)) : _entries.Length;

    private int FirstFrom(DateOnly day)
    {
        var (first, end) = (0, _entries.Length);

        while (first < end)
        {
            var middle = (first + end) / 2;

            if (_entries[middle].Entry.On < day)
            {
                first = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return first;
    }

    private bool Matters(Month month, DateOnly day) => month.First <= day && !(month.Last < FirstDay(day)) && !(month.Last <= LatestDay(day));

    private bool IsAnyKnown(int from, int end) => Array.Exists(_entries[from..end], entry => entry.Value is not null);

    private decimal Total(int from, int end) => _metric.Aggregate == Aggregate.DistinctCustomers ? Customers(from, end) : Sum(from, end);

    private decimal Sum(int from, int end)
    {
        decimal sum = 0;

        for (var entry = from; entry < end; entry++)
        {
            sum += _entries[entry].Value.GetValueOrDefault();
        }

        return sum;
    }

    // Each customer where it first stands.
    private int Customers(int from, int end)
    {
        var customers = 0;

        for (var entry = from; entry < end; entry++)
        {
            customers += _previous[entry] < from ? 1 : 0;
        }

        return customers;
    }

    // Per entry the place of the one before it of the same customer, before the beginning where it is the first; beyond all where there is no customer to count.
    private int[] Previous()
    {
        var latest = new Dictionary<string, int>(StringComparer.Ordinal);
        var previous = new int[_entries.Length];

        for (var entry = 0; entry < previous.Length; entry++)
        {
            previous[entry] = int.MaxValue;

            if (_entries[entry] is { Value: not null, Entry.Customer: { Length: > 0 } customer })
            {
                previous[entry] = latest.TryGetValue(customer, out var before) ? before : -1;
                latest[customer] = entry;
            }
        }

        return previous;
    }

    /// <param name="Value">In the measure's unit; null where it cannot be converted.</param>
    private readonly record struct SeriesEntry(Measurement Entry, decimal? Value);
}

/// <summary>A metric on a day.</summary>
/// <param name="Total">What is known to count; null when nothing is. Not divided by months.</param>
/// <param name="IsAnythingUnknown">Whether facts that are missing could change the value.</param>
/// <param name="LacksCredit">Whether a credit is left out that would lower the value.</param>
internal readonly record struct MetricState(decimal? Total, bool IsAnythingUnknown, bool LacksCredit);
