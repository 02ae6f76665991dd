using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Facts, ordered for one evaluation under one version.</summary>
internal sealed class FactsIndex
{
    private readonly ILookup<string, IndexedEntry> _entries;

    public FactsIndex(Facts facts, ValueList<NamedKey> markets, CredentialCircuit circuit)
    {
        Facts = facts;
        Markets = markets;
        Rates = new ExchangeRates(facts.ExchangeRates);
        People = facts.People?
            .OrderBy(person => person.Id, StringComparer.Ordinal)
            .Select(person => new PersonOnDay(person, facts.AsOf, circuit))
            .ToArray();
        _entries = (facts.Measurements ?? []).Index().ToLookup(
            entry => entry.Item.Measure, entry => new IndexedEntry(entry.Index, entry.Item), StringComparer.Ordinal);
    }

    public Facts Facts { get; }

    public DateOnly AsOf => Facts.AsOf;

    public ValueList<NamedKey> Markets { get; }

    public ExchangeRates Rates { get; }

    /// <summary>By id ordinally; null: unknown.</summary>
    public PersonOnDay[]? People { get; }

    public IEnumerable<IndexedEntry> Entries(string measure) => _entries[measure];

    public ValueList<Month> UnreportedMonths(string measure) =>
        Facts.UnreportedMonths.TryGetValue(measure, out var months) ? months : [];
}

/// <summary>An entry and its place among the measurements.</summary>
internal sealed record IndexedEntry(int Index, Measurement Entry);
