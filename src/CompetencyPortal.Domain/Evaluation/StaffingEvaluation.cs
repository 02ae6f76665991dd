using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Who fills which seat with what, and why nobody else does.</summary>
internal sealed class StaffingEvaluation
{
    private readonly StaffingNode _staffing;
    private readonly PersonOnDay[] _people;
    private readonly DateOnly _day;
    private readonly PersonOnDay[] _qualified;
    private readonly SeatMatching _matching;

    public StaffingEvaluation(StaffingNode staffing, PersonOnDay[] people, DateOnly day)
    {
        _staffing = staffing;
        _people = people;
        _day = day;
        _qualified = [.. people.Where(person => person.IsThere && staffing.CanFillAny(person.Opens))];
        _matching = SeatMatching.Of(
            [.. staffing.Seats.Select(seat => seat.Count)],
            [.. _qualified.Select(person => staffing.Gates.Select(gate => person.Opens[gate]).ToArray())]);
    }

    public StaffingResult Result()
    {
        var seats = _staffing.Seats.Select((seat, index) => new SeatResult(seat.Key, seat.Count, Fillings(index))).ToValueList();
        var seated = seats.SelectMany(seat => seat.Filled).Select(filling => filling.Person).ToHashSet(StringComparer.Ordinal);

        return new StaffingResult(
            _staffing.At,
            _matching.IsComplete ? Status.Met : Status.NotMet,
            seats,
            _people.Where(person => !seated.Contains(person.Id)).Select(Unseated).ToValueList(),
            _matching.IsComplete ? null : Certificate(_matching.Shortage()));
    }

    private ValueList<SeatFilling> Fillings(int seat) =>
        _matching.SeatedAt(seat).Order().Select(person => Filling(_qualified[person], _staffing.Gates[seat])).ToValueList();

    // A smallest set of what the person holds: everything held costs the same.
    private SeatFilling Filling(PersonOnDay person, int gate)
    {
        var costs = person.Holds.Select(holds => holds ? 1m : (decimal?)null).ToArray();

        return new SeatFilling(person.Id, Codes(CheapestCredentials.Find(_staffing.Circuit, gate, costs, _day)) ?? []);
    }

    private UnseatedPerson Unseated(PersonOnDay person)
    {
        var reason = Reason(person);

        return new UnseatedPerson(person.Id, reason, reason == PersonReason.Incomplete ? Missing(person) : null);
    }

    private PersonReason Reason(PersonOnDay person) => person switch
    {
        { IsYetToJoin: true } => PersonReason.NotYetJoined,
        { HasLeft: true } => PersonReason.Left,
        _ when !_staffing.HasAnyNamed(person) => PersonReason.NoCredentials,
        _ when _staffing.CanFillAny(person.Opens) => PersonReason.NotNeeded,
        _ when _staffing.CanFillAny(person.HasOpened) => PersonReason.Expired,
        _ => PersonReason.Incomplete,
    };

    private ValueList<string>? Missing(PersonOnDay person)
    {
        var costs = _staffing.Circuit.Credentials.Select((credential, index) => Cost(person.Holds[index], credential)).ToArray();
        var choices = _staffing.Gates.Select(gate => CheapestCredentials.Find(_staffing.Circuit, gate, costs, _day));

        return Codes(choices.MinBy(choice => choice?.Cost ?? decimal.MaxValue));
    }

    private decimal? Cost(bool isHeld, CredentialDefinition credential)
    {
        if (isHeld)
        {
            return 0;
        }

        return CredentialRules.CanBeTaken(credential, _day) ? credential.Cost : null;
    }

    private ValueList<string>? Codes(CredentialChoice? choice) =>
        choice?.Credentials.Select(credential => _staffing.Circuit.Credentials[credential].Code).Order(StringComparer.Ordinal).ToValueList();

    private StaffingCertificate Certificate(IReadOnlyList<int> seats) => new(
        seats.Select(seat => _staffing.Seats[seat].Key).ToValueList(),
        seats.Sum(seat => _staffing.Seats[seat].Count),
        _qualified.Count(person => seats.Any(seat => person.Opens[_staffing.Gates[seat]])));
}
