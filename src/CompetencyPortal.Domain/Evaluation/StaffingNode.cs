using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Seats to be filled by different people.</summary>
internal sealed class StaffingNode : LeafNode
{
    private readonly ulong[] _seats;

    /// <param name="kindsOf">Finds the kinds of seat that have these gates.</param>
    public StaffingNode(string at, int number, StaffingRequirement requirement, CredentialCircuit circuit, Func<ValueList<int>, SeatKinds> kindsOf)
        : base(at, number)
    {
        Seats = requirement.Seats;
        Circuit = circuit;
        Gates = [.. Seats.Select(seat => circuit.GateOf(seat.Holds))];
        Places = [.. Seats.Select(seat => seat.Count)];
        Demand = new SeatDemand(kindsOf(Gates.Distinct().Order().ToValueList()), Gates, Places);
        Named = circuit.NamedBy(Gates);
        GateSets = [.. Gates.Select(gate => GateSet.Of(circuit.Words, gate))];
        _seats = GateSet.Of(circuit.Words, Gates);
    }

    public ValueList<SeatDefinition> Seats { get; }

    public CredentialCircuit Circuit { get; }

    /// <summary>Per seat the gate that is open for whoever can fill it.</summary>
    public int[] Gates { get; }

    /// <summary>Each of the gates as a set.</summary>
    public ulong[][] GateSets { get; }

    /// <summary>Per seat how many places it has.</summary>
    public int[] Places { get; }

    public SeatDemand Demand { get; }

    /// <summary>The credentials that the seats name, as places in the circuit.</summary>
    public IReadOnlySet<int> Named { get; }

    /// <summary>Whether somebody for whom these gates are open can fill any of the seats.</summary>
    public bool CanFillAny(ReadOnlySpan<ulong> open) => open.Intersects(_seats);

    public override NodeResult Evaluate(FactsIndex facts) =>
        facts.People is { } people
            ? new StaffingEvaluation(this, people, facts.Offer).Result()
            : new StaffingResult(At, Status.Undetermined, Seats.Select(seat => new SeatResult(seat.Key, seat.Count, [])).ToValueList(), [], null);

    public override Status JudgeAlone(Facts facts, OpenGates? people) =>
        people is { } there ? StatusOf(Demand.CanBeMet(there)) : Status.Undetermined;

    public override Status JudgeOn(FactsIndex facts, DateOnly day) =>
        day == facts.AsOf ? JudgeAlone(facts.Facts, facts.People?.Open) : JudgeLater(facts, day);

    public override Status JudgeWithout(FactsIndex facts, int person) =>
        facts.Seating(this) is { } seating ? StatusOf(seating.IsMetWithout(person)) : Status.Undetermined;

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) => StaffingChanges.Of(Circuit, Named, facts);

    public override IEnumerable<DateOnly?> LaterDays(FactsIndex facts) => facts.People?.Changes.Select(change => (DateOnly?)change.On) ?? [];

    public override IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day) =>
        facts.People is { } people ? PeopleEvents.On(day, people, Circuit, _seats, Named, At) : [];

    private Status JudgeLater(FactsIndex facts, DateOnly day) =>
        facts.Seating(this) is { } seating ? StatusOf(seating.IsMetOn(day)) : Status.Undetermined;

    private static Status StatusOf(bool isMet) => isMet ? Status.Met : Status.NotMet;
}
