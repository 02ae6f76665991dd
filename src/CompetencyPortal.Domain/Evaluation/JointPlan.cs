namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Fills several staffings whose seats share credentials. First one after the other, what is taken for one being free for the next; where that takes more
/// than the dearest alone does, a search over everybody's choices and the places still open decides, where its budget of steps suffices.
/// </summary>
internal sealed class JointPlan
{
    private readonly IReadOnlyList<StaffingNode> _staffings;
    private readonly PersonTypes _types;
    private readonly Offer _offer;
    private bool _isExact = true;

    private JointPlan(IReadOnlyList<StaffingNode> staffings, PersonTypes types, Offer offer)
    {
        _staffings = staffings;
        _types = types;
        _offer = offer;
    }

    private int Places => _staffings.Sum(staffing => staffing.Places.Sum());

    /// <param name="staffings">More than one; each can be filled.</param>
    /// <param name="bound">What all of them take at least.</param>
    /// <param name="budget">How many steps a search may take; what it takes is taken off.</param>
    public static StaffingPlan Solve(IReadOnlyList<StaffingNode> staffings, PersonTypes types, Offer offer, Effort bound, ref long budget)
    {
        var plan = new JointPlan(staffings, types, offer);
        var inTurn = plan.InTurn();

        if (inTurn.Effort <= bound || PlaceSearch.Of(staffings, types, plan.EffortOf, plan.Places, ref budget) is not { } search)
        {
            return plan.Result(inTurn.Placements, bound);
        }

        var placements = search.Placements();

        // What a search for credentials left open, this one cannot close.
        return plan.Result(placements, plan._isExact ? null : bound);
    }

    /// <summary>What somebody of the type takes to sit in these seats at once.</summary>
    private Effort EffortOf(int type, int?[] seats)
    {
        var gates = new ulong[_offer.Circuit.Words];

        foreach (var (staffing, seat) in _staffings.Zip(seats))
        {
            if (seat is { } taken)
            {
                gates.AsSpan().Unite(staffing.GateSets[taken]);
            }
        }

        if (Array.TrueForAll(seats, seat => seat is null))
        {
            return Effort.None;
        }

        var choice = _offer.Cheapest(_types.Open(type), gates);
        _isExact &= choice?.Effort == choice?.Bound;

        return _types.Effort(type, choice?.Effort);
    }

    private StaffingPlan Result(IReadOnlyList<Placement> placements, Effort? bound)
    {
        var effort = placements.Aggregate(Effort.None, (sum, placement) => sum + (EffortOf(placement.Type, placement.Seats) * placement.Count));

        return new StaffingPlan(_staffings, effort, bound ?? effort, placements, []);
    }

    private (IReadOnlyList<Placement> Placements, Effort Effort) InTurn()
    {
        var groups = Enumerable.Range(0, _types.Count)
            .Select(type => new Placement(type, _types.Available[type], new int?[_staffings.Count]))
            .ToList();

        for (var staffing = 0; staffing < _staffings.Count; staffing++)
        {
            groups = Seat(staffing, groups);
        }

        var seated = groups.Where(group => Array.Exists(group.Seats, seat => seat is not null)).ToArray();

        return (seated, Result(seated, null).Effort);
    }

    // What is added to what each group takes already.
    private List<Placement> Seat(int staffing, List<Placement> groups)
    {
        var seats = _staffings[staffing].Seats;
        var efforts = new Effort[groups.Count * seats.Count];

        foreach (var (group, placement) in groups.Index())
        {
            var already = EffortOf(placement.Type, placement.Seats);

            for (var seat = 0; seat < seats.Count; seat++)
            {
                var together = EffortOf(placement.Type, With(placement.Seats, staffing, seat));
                efforts[(group * seats.Count) + seat] = together.IsPossible ? together - already : Effort.Impossible;
            }
        }

        var flow = new SeatFlow(efforts, groups.ConvertAll(group => group.Count), _staffings[staffing].Places);
        flow.Fill();

        return [.. groups.Index().SelectMany(group => Split(group.Item, staffing, seat => flow[group.Index, seat]))];
    }

    private IEnumerable<Placement> Split(Placement group, int staffing, Func<int, int> seated)
    {
        var left = group.Count;

        for (var seat = 0; seat < _staffings[staffing].Seats.Count; seat++)
        {
            if (seated(seat) is > 0 and var count)
            {
                left -= count;
                yield return new Placement(group.Type, count, With(group.Seats, staffing, seat));
            }
        }

        if (left > 0)
        {
            yield return group with { Count = left };
        }
    }

    private static int?[] With(int?[] seats, int staffing, int seat)
    {
        var with = seats.ToArray();
        with[staffing] = seat;

        return with;
    }
}
