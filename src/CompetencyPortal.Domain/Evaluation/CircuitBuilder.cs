using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Makes the circuit of a version. Equal expressions share a gate.</summary>
internal sealed class CircuitBuilder
{
    private readonly ProgramCatalog _catalog;
    private readonly Dictionary<string, Holds> _groups;
    private readonly Dictionary<string, int> _credentialOf = new(StringComparer.Ordinal);
    private readonly Dictionary<Holds, int> _gateOf = [];
    private readonly List<CredentialDefinition> _credentials = [];
    private readonly List<Gate> _gates = [];

    private CircuitBuilder(ProgramCatalog catalog, VersionDefinition version)
    {
        _catalog = catalog;
        _groups = version.ExamGroups.ToDictionary(group => group.Key, group => group.Holds, StringComparer.Ordinal);
    }

    /// <summary>The circuit with a gate for each expression that the version asks people to satisfy.</summary>
    public static CredentialCircuit Build(ProgramCatalog catalog, VersionDefinition version)
    {
        var builder = new CircuitBuilder(catalog, version);
        Holds[] asked = [.. version.Expressions().Distinct()];

        // Credentials first: then what a person holds is the beginning of what is open for them.
        foreach (var holds in asked)
        {
            builder.Declare(holds);
        }

        var gates = asked.ToDictionary(holds => holds, builder.GateOf);

        return new CredentialCircuit(builder._credentials, builder._gates, gates);
    }

    private void Declare(Holds holds)
    {
        var seen = new HashSet<Holds>();
        var ahead = new Stack<Holds>([holds]);

        while (ahead.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (next is HoldsCredential credential && _credentialOf.TryAdd(credential.Code, _credentials.Count))
            {
                _credentials.Add(Definition(credential.Code));
                _gates.Add(new CredentialGate());
            }

            foreach (var part in Enumerable.Reverse(Parts(next)))
            {
                ahead.Push(part);
            }
        }
    }

    private ValueList<Holds> Parts(Holds holds) => holds switch
    {
        HoldsCredential credential => Definition(credential.Code).DerivedFrom is { } derivedFrom ? [derivedFrom] : [],
        HoldsGroup group => [_groups[group.Key]],
        HoldsAny any => any.Parts,
        HoldsAll all => all.Parts,
        _ => throw new InvalidOperationException($"No such expression: {holds}"),
    };

    // Parts before what they are parts of. Derivations and groups may follow each other further than a stack of calls is deep.
    private int GateOf(Holds holds)
    {
        var ahead = new Stack<Holds>([holds]);

        while (ahead.TryPeek(out var next))
        {
            var parts = Parts(next).Where(part => !_gateOf.ContainsKey(part)).ToArray();

            if (parts.Length == 0)
            {
                ahead.Pop();
                _ = _gateOf.ContainsKey(next) || _gateOf.TryAdd(next, Compile(next));
            }

            foreach (var part in parts.Reverse())
            {
                ahead.Push(part);
            }
        }

        return _gateOf[holds];
    }

    private int Compile(Holds holds) => holds switch
    {
        HoldsCredential credential => Credential(_credentialOf[credential.Code]),
        HoldsGroup group => _gateOf[_groups[group.Key]],
        HoldsAny any => Add(new AnyGate(Inputs(any.Parts))),
        HoldsAll all => Add(new AllGate(Inputs(all.Parts))),
        _ => throw new InvalidOperationException($"No such expression: {holds}"),
    };

    private int Credential(int own) =>
        _credentials[own] is { DerivedFrom: { } derivedFrom } credential
            ? Add(new AnyGate([own, Derivation(_gateOf[derivedFrom], credential.AcceptedUntil)]))
            : own;

    private int Derivation(int gate, DateOnly? acceptedUntil) =>
        acceptedUntil is { } until ? Add(new AcceptedGate(gate, until)) : gate;

    private int[] Inputs(ValueList<Holds> parts) => [.. parts.Select(part => _gateOf[part]).Distinct()];

    // Of one part, any and all are the part itself.
    private int Add(Gate gate)
    {
        if (gate is AnyGate or AllGate && gate.Inputs is [var only])
        {
            return only;
        }

        _gates.Add(gate);

        return _gates.Count - 1;
    }

    private CredentialDefinition Definition(string code) =>
        _catalog.Credential(code) ?? throw new InvalidOperationException($"No credential '{code}' in the catalog.");
}
