using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Seats to be filled by different people.</summary>
internal sealed class StaffingNode : RequirementNode
{
    private readonly IReadOnlySet<int> _named;

    public StaffingNode(string at, StaffingRequirement requirement, CredentialCircuit circuit)
        : base(at)
    {
        Seats = requirement.Seats;
        Circuit = circuit;
        Gates = [.. Seats.Select(seat => circuit.GateOf(seat.Holds))];
        _named = circuit.NamedBy(Gates);
    }

    public ValueList<SeatDefinition> Seats { get; }

    public CredentialCircuit Circuit { get; }

    /// <summary>Per seat the gate that is open for whoever can fill it.</summary>
    public IReadOnlyList<int> Gates { get; }

    /// <summary>Whether somebody for whom these gates are open can fill any of the seats.</summary>
    public bool CanFillAny(bool[] open) => Gates.Any(gate => open[gate]);

    /// <summary>Whether the person has a record, counting or not, of a credential that the seats name.</summary>
    public bool HasAnyNamed(PersonOnDay person) => person.HasAnyOf(_named);

    public override NodeResult Evaluate(FactsIndex facts) =>
        facts.People is { } people
            ? new StaffingEvaluation(this, people, facts.AsOf).Result()
            : new StaffingResult(At, Status.Undetermined, Seats.Select(seat => new SeatResult(seat.Key, seat.Count, [])).ToValueList(), [], null);

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) =>
        (facts.People ?? []).SelectMany(Changes).Concat(_named.SelectMany(credential => Changes(Circuit.Credentials[credential])));

    private static IEnumerable<DateOnly?> Changes(CredentialDefinition credential) =>
        [credential.AvailableFrom, Calendar.DayAfter(credential.RetiredOn), Calendar.DayAfter(credential.AcceptedUntil)];

    private IEnumerable<DateOnly?> Changes(PersonOnDay person)
    {
        yield return person.Facts.From;
        yield return Calendar.DayAfter(person.Facts.Until);

        foreach (var record in person.Facts.Credentials)
        {
            if (Circuit.IndexOf(record.Code) is { } index && _named.Contains(index))
            {
                yield return record.EarnedOn;
                yield return Calendar.DayAfter(CredentialRules.LastDay(record, Circuit.Credentials[index]));
            }
        }
    }
}
