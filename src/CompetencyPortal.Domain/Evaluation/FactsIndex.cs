using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Facts, ordered for one evaluation under one version. What several requirements ask for is worked out once.</summary>
internal sealed class FactsIndex
{
    private readonly CredentialCircuit _circuit;
    private readonly Status?[] _today;
    private Dictionary<MetricDefinition, MetricSeries>? _series;
    private Dictionary<StaffingNode, Seating>? _seatings;
    private ILookup<string, IndexedEntry>? _entries;
    private PersonTypes? _personTypes;

    /// <param name="leaves">How many leaves the version has.</param>
    /// <param name="abilities">How many abilities it has.</param>
    public FactsIndex(Facts facts, CredentialCircuit circuit, Offer offer, int leaves, int abilities)
    {
        _circuit = circuit;
        _today = new Status?[leaves];
        Facts = facts;
        Offer = offer;
        Rates = new ExchangeRates(facts.ExchangeRates);
        People = facts.People is { } people ? new PeopleIndex(people, facts.AsOf, circuit, abilities) : null;
    }

    public Facts Facts { get; }

    public DateOnly AsOf => Facts.AsOf;

    public ExchangeRates Rates { get; }

    /// <summary>Null: unknown.</summary>
    public PeopleIndex? People { get; }

    public PersonTypes PersonTypes => _personTypes ??= PersonTypes.Of(People, _circuit);

    /// <summary>What can be taken on the day.</summary>
    public Offer Offer { get; }

    public IEnumerable<IndexedEntry> Entries(string measure)
    {
        _entries ??= (Facts.Measurements ?? []).Index().ToLookup(
            entry => entry.Item.Measure, entry => new IndexedEntry(entry.Index, entry.Item), StringComparer.Ordinal);

        return _entries[measure];
    }

    public ValueList<Month> UnreportedMonths(string measure) =>
        Facts.UnreportedMonths.TryGetValue(measure, out var months) ? months : [];

    public MetricSeries Series(MetricDefinition metric, MeasureDefinition measure) =>
        Known(_series ??= [], metric, () => new MetricSeries(Facts, metric, measure, Rates));

    /// <summary>Null: unknown.</summary>
    public Seating? Seating(StaffingNode staffing) =>
        People is { } people ? Known(_seatings ??= [], staffing, () => new Seating(staffing.Demand, people)) : null;

    /// <summary>The leaf's status on the day of the facts.</summary>
    public Status Today(LeafNode leaf) => _today[leaf.Number] ??= leaf.JudgeOn(this, AsOf);

    private static TValue Known<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TValue> find)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var value))
        {
            value = find();
            known.Add(key, value);
        }

        return value;
    }
}

/// <summary>An entry and its place among the measurements.</summary>
internal sealed record IndexedEntry(int Index, Measurement Entry);
