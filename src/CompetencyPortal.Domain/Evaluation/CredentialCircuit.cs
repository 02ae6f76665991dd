using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// All that a version asks people to hold, as gates over the credentials it names. A gate's inputs stand before it,
/// so one pass over the gates says everything about a person, however often groups are used in each other.
/// </summary>
internal sealed class CredentialCircuit(
    IReadOnlyList<CredentialDefinition> credentials,
    IReadOnlyList<Gate> gates,
    IReadOnlyDictionary<Holds, int> gateOf)
{
    private readonly Dictionary<string, int> _indexes = credentials.Index().ToDictionary(
        credential => credential.Item.Code, credential => credential.Index, StringComparer.Ordinal);

    private readonly int[] _kinds = Kinds(gates);

    /// <summary>Every credential that the version names, also through groups and derivations.</summary>
    public IReadOnlyList<CredentialDefinition> Credentials { get; } = credentials;

    public IReadOnlyList<Gate> Gates { get; } = gates;

    /// <summary>The credential's place in <see cref="Credentials"/>; null where the version does not name it.</summary>
    public int? IndexOf(string code) => _indexes.TryGetValue(code, out var index) ? index : null;

    /// <summary>The place of the gate that is open for whoever satisfies what a seat asks for.</summary>
    public int GateOf(Holds holds) => gateOf[holds];

    /// <summary>Gates of one kind can stand in for each other: they are the same gate, or credentials that serve the same gates.</summary>
    public int KindOf(int gate) => _kinds[gate];

    /// <summary>Which gates are open for somebody who holds these credentials.</summary>
    /// <param name="day">Derived credentials that are no longer accepted on this day do not count; null: all do.</param>
    public bool[] Open(bool[] held, DateOnly? day)
    {
        var open = new bool[Gates.Count];

        foreach (var (index, gate) in Gates.Index())
        {
            open[index] = gate switch
            {
                CredentialGate credential => held[credential.Credential],
                AnyGate any => any.Inputs.Any(input => open[input]),
                AllGate all => all.Inputs.All(input => open[input]),
                AcceptedGate accepted => open[accepted.Input] && !(accepted.Until < day),
                _ => throw new InvalidOperationException($"No such gate: {gate}"),
            };
        }

        return open;
    }

    /// <summary>The credentials on which the gates depend, as places in <see cref="Credentials"/>.</summary>
    public IReadOnlySet<int> NamedBy(IEnumerable<int> gates)
    {
        var named = new HashSet<int>();
        var seen = new HashSet<int>();
        var ahead = new Stack<int>(gates);

        while (ahead.TryPop(out var index))
        {
            if (!seen.Add(index))
            {
                continue;
            }

            if (Gates[index] is CredentialGate credential)
            {
                named.Add(credential.Credential);
            }

            foreach (var input in Gates[index].Inputs)
            {
                ahead.Push(input);
            }
        }

        return named;
    }

    private static int[] Kinds(IReadOnlyList<Gate> gates)
    {
        var served = gates.Index()
            .SelectMany(gate => gate.Item.Inputs, (gate, input) => (gate.Index, Input: input))
            .ToLookup(pair => pair.Input, pair => pair.Index);
        var firstThatServes = new Dictionary<ValueList<int>, int>();
        var kinds = new int[gates.Count];

        foreach (var (index, gate) in gates.Index())
        {
            kinds[index] = index;

            if (gate is CredentialGate && !firstThatServes.TryAdd(served[index].ToValueList(), index))
            {
                kinds[index] = firstThatServes[served[index].ToValueList()];
            }
        }

        return kinds;
    }
}

/// <summary>Open or closed, for one person on one day.</summary>
/// <param name="Inputs">Places of gates before this one.</param>
internal abstract record Gate(int[] Inputs);

/// <summary>Open when a record of the credential counts.</summary>
internal sealed record CredentialGate(int Credential) : Gate([]);

internal sealed record AnyGate(int[] Inputs) : Gate(Inputs);

internal sealed record AllGate(int[] Inputs) : Gate(Inputs);

/// <summary>A derivation that counts until a day.</summary>
internal sealed record AcceptedGate(int Input, DateOnly Until) : Gate([Input]);
