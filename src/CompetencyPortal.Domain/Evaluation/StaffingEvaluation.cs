namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Who fills which seat with what, and why nobody else does.</summary>
internal sealed class StaffingEvaluation
{
    private readonly StaffingNode _staffing;
    private readonly PeopleIndex _people;
    private readonly Offer _offer;
    private readonly int[] _qualified;
    private readonly SeatMatching _matching;
    private readonly ulong[] _buffer;

    public StaffingEvaluation(StaffingNode staffing, PeopleIndex people, Offer offer)
    {
        _staffing = staffing;
        _people = people;
        _offer = offer;
        _buffer = new ulong[staffing.Circuit.Words];
        _qualified = [.. people.ById.Where(person => staffing.CanFillAny(people.Open[person]))];
        _matching = SeatMatching.Of(
            staffing.Places,
            _qualified.Length,
            (person, seat) => people.Open[_qualified[person]].Has(staffing.Gates[seat]));
    }

    public StaffingResult Result()
    {
        var seats = _staffing.Seats.Select((seat, index) => new SeatResult(seat.Key, seat.Count, Fillings(index))).ToValueList();
        var seated = Enumerable.Range(0, seats.Count).SelectMany(_matching.SeatedAt).Select(person => _qualified[person]).ToHashSet();

        return new StaffingResult(
            _staffing.At,
            _matching.IsComplete ? Status.Met : Status.NotMet,
            seats,
            _people.ById.Where(person => !seated.Contains(person)).Select(Unseated).ToValueList(),
            _matching.IsComplete ? null : Certificate(_matching.Shortage()));
    }

    private ValueList<SeatFilling> Fillings(int seat) =>
        _matching.SeatedAt(seat).Order().Select(person => Filling(_qualified[person], _staffing.Gates[seat])).ToValueList();

    private SeatFilling Filling(int person, int gate) =>
        new(_people[person].Id, _offer.Smallest(_people.Open[person], gate)?.Codes ?? []);

    private UnseatedPerson Unseated(int person)
    {
        var reason = Reason(person);

        return new UnseatedPerson(_people[person].Id, reason, reason == PersonReason.Incomplete ? Missing(person)?.Codes : null);
    }

    private PersonReason Reason(int person) => person switch
    {
        _ when _people.IsYetToJoin(person) => PersonReason.NotYetJoined,
        _ when _people.HasLeft(person) => PersonReason.Left,
        _ when !_people.HasAnyOf(person, _staffing.Named) => PersonReason.NoCredentials,
        _ when _staffing.CanFillAny(_people.Open[person]) => PersonReason.NotNeeded,
        _ when _staffing.CanFillAny(_people.EverOpen(person, _buffer)) => PersonReason.Expired,
        _ => PersonReason.Incomplete,
    };

    // The cheapest for one seat, the first of equally cheap ones.
    private CredentialChoice? Missing(int person)
    {
        _people.Open[person].CopyTo(_buffer);
        _staffing.Circuit.Reduce(_buffer);
        CredentialChoice? missing = null;

        foreach (var seat in _staffing.GateSets)
        {
            if (_offer.Cheapest(_buffer, seat) is { } choice && !(missing?.Effort <= choice.Effort))
            {
                missing = choice;
            }
        }

        return missing;
    }

    private StaffingCertificate Certificate(IReadOnlyList<int> seats) => new(
        seats.Select(seat => _staffing.Seats[seat].Key).ToValueList(),
        seats.Sum(seat => _staffing.Seats[seat].Count),
        _qualified.Count(person => seats.Any(seat => _people.Open[person].Has(_staffing.Gates[seat]))));
}
