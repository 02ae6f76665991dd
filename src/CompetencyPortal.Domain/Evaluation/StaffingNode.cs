using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Seats to be filled by different people.</summary>
internal sealed class StaffingNode : RequirementNode
{
    private readonly ValueList<SeatDefinition> _seats;
    private readonly CredentialCircuit _circuit;
    private readonly int[] _gates;
    private readonly int[] _places;
    private readonly IReadOnlySet<int> _named;

    public StaffingNode(string at, StaffingRequirement requirement, CredentialCircuit circuit)
        : base(at)
    {
        _seats = requirement.Seats;
        _circuit = circuit;
        _gates = [.. _seats.Select(seat => circuit.GateOf(seat.Holds))];
        _places = [.. _seats.Select(seat => seat.Count)];
        _named = circuit.NamedBy(_gates);
    }

    public override NodeResult Evaluate(FactsIndex facts) =>
        facts.People is { } people
            ? Evaluate(people, facts.AsOf)
            : new StaffingResult(At, Status.Undetermined, Seats((_, _) => []), [], null);

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) =>
        (facts.People ?? []).SelectMany(Changes).Concat(_named.SelectMany(credential => Changes(_circuit.Credentials[credential])));

    private static IEnumerable<DateOnly?> Changes(CredentialDefinition credential) =>
        [credential.AvailableFrom, Calendar.DayAfter(credential.RetiredOn), Calendar.DayAfter(credential.AcceptedUntil)];

    private IEnumerable<DateOnly?> Changes(PersonOnDay person)
    {
        yield return person.Facts.From;
        yield return Calendar.DayAfter(person.Facts.Until);

        foreach (var record in person.Facts.Credentials)
        {
            if (_circuit.IndexOf(record.Code) is { } index && _named.Contains(index))
            {
                yield return record.EarnedOn;
                yield return Calendar.DayAfter(CredentialRules.LastDay(record, _circuit.Credentials[index]));
            }
        }
    }

    private StaffingResult Evaluate(PersonOnDay[] people, DateOnly day)
    {
        var qualified = people.Where(person => person.IsThere && CanFillAny(person.Opens)).ToArray();
        var matching = SeatMatching.Of(_places, [.. qualified.Select(person => CanFill(person.Opens))]);
        var seats = Seats((seat, gate) => matching.SeatedAt(seat).Order().Select(person => Filling(qualified[person], gate, day)));
        var seated = seats.SelectMany(seat => seat.Filled).Select(filling => filling.Person).ToHashSet(StringComparer.Ordinal);

        return new StaffingResult(
            At,
            matching.IsComplete ? Status.Met : Status.NotMet,
            seats,
            people.Where(person => !seated.Contains(person.Id)).Select(person => Unseated(person, day)).ToValueList(),
            matching.IsComplete ? null : Certificate(matching.Shortage(), qualified));
    }

    private ValueList<SeatResult> Seats(Func<int, int, IEnumerable<SeatFilling>> filled) =>
        _seats
            .Select((seat, index) => new SeatResult(seat.Key, seat.Count, filled(index, _gates[index]).ToValueList()))
            .ToValueList();

    private bool[] CanFill(bool[] open) => [.. _gates.Select(gate => open[gate])];

    private bool CanFillAny(bool[] open) => _gates.Any(gate => open[gate]);

    // A smallest set of what the person holds: everything held costs the same.
    private SeatFilling Filling(PersonOnDay person, int gate, DateOnly day)
    {
        var costs = person.Holds.Select(holds => holds ? 1m : (decimal?)null).ToArray();

        return new SeatFilling(person.Id, Codes(CheapestCredentials.Find(_circuit, gate, costs, day)) ?? []);
    }

    private UnseatedPerson Unseated(PersonOnDay person, DateOnly day)
    {
        var reason = Reason(person);

        return new UnseatedPerson(person.Id, reason, reason == PersonReason.Incomplete ? Missing(person, day) : null);
    }

    private PersonReason Reason(PersonOnDay person) => person switch
    {
        { IsYetToJoin: true } => PersonReason.NotYetJoined,
        { HasLeft: true } => PersonReason.Left,
        _ when !person.HasAnyOf(_named) => PersonReason.NoCredentials,
        _ when CanFillAny(person.Opens) => PersonReason.NotNeeded,
        _ when CanFillAny(person.HasOpened) => PersonReason.Expired,
        _ => PersonReason.Incomplete,
    };

    private ValueList<string>? Missing(PersonOnDay person, DateOnly day)
    {
        var costs = _circuit.Credentials.Select((credential, index) => Cost(person.Holds[index], credential, day)).ToArray();

        return Codes(_gates.Select(gate => CheapestCredentials.Find(_circuit, gate, costs, day)).MinBy(choice => choice?.Cost ?? decimal.MaxValue));
    }

    private static decimal? Cost(bool isHeld, CredentialDefinition credential, DateOnly day)
    {
        if (isHeld)
        {
            return 0;
        }

        return CredentialRules.CanBeTaken(credential, day) ? credential.Cost : null;
    }

    private ValueList<string>? Codes(CredentialChoice? choice) =>
        choice?.Credentials.Select(credential => _circuit.Credentials[credential].Code).Order(StringComparer.Ordinal).ToValueList();

    private StaffingCertificate Certificate(IReadOnlyList<int> seats, PersonOnDay[] qualified) => new(
        seats.Select(seat => _seats[seat].Key).ToValueList(),
        seats.Sum(seat => _places[seat]),
        qualified.Count(person => seats.Any(seat => person.Opens[_gates[seat]])));
}
