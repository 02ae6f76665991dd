using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>What people hold on the day, as one writes it with sets and LINQ.</summary>
internal sealed class Abilities(ProgramCatalog catalog)
{
    private readonly Dictionary<string, CredentialDefinition> _credentials =
        catalog.Credentials.ToDictionary(credential => credential.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _groups =
        Rules.Groups.ToDictionary(group => group.Key, group => group.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Per person who is there the codes that count.</summary>
    public IEnumerable<HashSet<string>> Held(Facts facts) =>
        from person in facts.People ?? []
        where !(person.From > facts.AsOf) && !(person.Until < facts.AsOf)
        select person.Credentials.Where(record => Counts(record, facts.AsOf)).Select(record => record.Code).ToHashSet(StringComparer.Ordinal);

    public bool CanFill(HashSet<string> held, Seat seat) => Array.TrueForAll(seat.Groups, group => held.Overlaps(_groups[group]));

    /// <summary>How many exams the person lacks for the seat: one of each group that has none.</summary>
    public int Missing(HashSet<string> held, Seat seat) => seat.Groups.Count(group => !held.Overlaps(_groups[group]));

    private bool Counts(CredentialFacts record, DateOnly day) =>
        _credentials.TryGetValue(record.Code, out var credential)
        && record.EarnedOn <= day
        && !(record.ValidUntil < day)
        && !(credential.AcceptedUntil < day)
        && !(record.EarnedOn > credential.RetiredOn);
}
