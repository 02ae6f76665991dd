using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Makes the circuit of a version. Equal expressions share a gate.</summary>
internal sealed class CircuitBuilder
{
    private readonly ProgramCatalog _catalog;
    private readonly Dictionary<string, Holds> _groups;
    private readonly Dictionary<Holds, int> _gateOf = [];
    private readonly List<CredentialDefinition> _credentials = [];
    private readonly List<Gate> _gates = [];

    private CircuitBuilder(ProgramCatalog catalog, VersionDefinition version)
    {
        _catalog = catalog;
        _groups = version.ExamGroups.ToDictionary(group => group.Key, group => group.Holds, StringComparer.Ordinal);
    }

    /// <summary>The circuit with a gate for what each seat of the version asks for.</summary>
    public static CredentialCircuit Build(ProgramCatalog catalog, VersionDefinition version)
    {
        var builder = new CircuitBuilder(catalog, version);

        foreach (var holds in version.Options.SelectMany(option => option.Tiers).SelectMany(tier => SeatsOf(tier.Requirement)).Select(seat => seat.Holds))
        {
            builder.GateOf(holds);
        }

        return new CredentialCircuit(builder._credentials, builder._gates, builder._gateOf);
    }

    private static IEnumerable<SeatDefinition> SeatsOf(Requirement requirement) => requirement switch
    {
        AllRequirement all => all.Children.SelectMany(SeatsOf),
        AnyRequirement any => any.Children.SelectMany(SeatsOf),
        StaffingRequirement staffing => staffing.Seats,
        _ => [],
    };

    private int GateOf(Holds holds)
    {
        if (!_gateOf.TryGetValue(holds, out var gate))
        {
            gate = Compile(holds);
            _gateOf.Add(holds, gate);
        }

        return gate;
    }

    private int Compile(Holds holds) => holds switch
    {
        HoldsCredential credential => Credential(Definition(credential.Code)),
        HoldsGroup group => GateOf(_groups[group.Key]),
        HoldsAny any => Add(new AnyGate(Inputs(any.Parts))),
        HoldsAll all => Add(new AllGate(Inputs(all.Parts))),
        _ => throw new InvalidOperationException($"No such expression: {holds}"),
    };

    private int Credential(CredentialDefinition credential)
    {
        _credentials.Add(credential);
        var own = Add(new CredentialGate(_credentials.Count - 1));

        return credential.DerivedFrom is { } derivedFrom
            ? Add(new AnyGate([own, Derivation(GateOf(derivedFrom), credential.AcceptedUntil)]))
            : own;
    }

    private int Derivation(int gate, DateOnly? acceptedUntil) =>
        acceptedUntil is { } until ? Add(new AcceptedGate(gate, until)) : gate;

    private int[] Inputs(ValueList<Holds> parts) => [.. parts.Select(GateOf).Distinct()];

    private int Add(Gate gate)
    {
        _gates.Add(gate);

        return _gates.Count - 1;
    }

    private CredentialDefinition Definition(string code) =>
        _catalog.Credential(code) ?? throw new InvalidOperationException($"No credential '{code}' in the catalog.");
}
