namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Puts different people into as many places as can be filled. People are taken in their order; whoever comes is seated if
/// others can move over, so earlier people are never left out for later ones, and the same people always sit in the same seats.
/// </summary>
internal sealed class SeatMatching
{
    private readonly IReadOnlyList<int> _places;
    private readonly Func<int, int, bool> _canFill;
    private readonly HashSet<int>[] _seated;
    private readonly Queue<(int Person, long Since)>[,] _movers;
    private readonly Dictionary<int, (int Seat, long Since)> _seatOf = [];
    private readonly bool[] _closed;
    private long _moves;

    private SeatMatching(IReadOnlyList<int> places, Func<int, int, bool> canFill)
    {
        _places = places;
        _canFill = canFill;
        _seated = [.. places.Select(_ => new HashSet<int>())];
        _movers = new Queue<(int, long)>[places.Count, places.Count];
        _closed = new bool[places.Count];
    }

    public bool IsComplete => _seated.Index().All(seat => IsFull(seat.Index));

    /// <summary>Seats the people in their order.</summary>
    /// <param name="places">How many places each seat has.</param>
    /// <param name="canFill">Whether the person can fill the seat.</param>
    public static SeatMatching Of(IReadOnlyList<int> places, int people, Func<int, int, bool> canFill)
    {
        var matching = new SeatMatching(places, canFill);

        for (var person = 0; person < people && !Array.TrueForAll(matching._closed, closed => closed); person++)
        {
            matching.Seat(person);
        }

        return matching;
    }

    /// <summary>Who sits there.</summary>
    public IReadOnlyCollection<int> SeatedAt(int seat) => _seated[seat];

    /// <summary>
    /// Seats that together need more people than can fill any of them: from a seat with a free place on, everyone who
    /// could fill it, the seats they hold instead, and so on. Empty when all places are filled.
    /// </summary>
    public IReadOnlyList<int> Shortage()
    {
        var open = Enumerable.Range(0, _places.Count).Where(seat => !IsFull(seat)).Take(1);

        return [.. Reached(open, (seat, other) => MoverTo(seat, from: other) is not null).Order()];
    }

    /// <summary>Those whose place nobody could take, not even if others moved over.</summary>
    /// <param name="people">How many there are.</param>
    public IEnumerable<int> Irreplaceable(int people)
    {
        var free = Enumerable.Range(0, people).Where(person => !_seatOf.ContainsKey(person)).ToArray();
        var refillable = Enumerable.Range(0, _places.Count).Where(seat => Array.Exists(free, person => _canFill(person, seat)));
        var replaceable = Reached(refillable, (seat, other) => MoverTo(other, from: seat) is not null);

        return _seatOf.Where(place => !replaceable.Contains(place.Value.Seat)).Select(place => place.Key);
    }

    // Every seat to which one of these leads, by one step or more.
    private HashSet<int> Reached(IEnumerable<int> seats, Func<int, int, bool> leadsTo)
    {
        var reached = new HashSet<int>();
        var ahead = new Stack<int>(seats);

        while (ahead.TryPop(out var seat))
        {
            foreach (var next in reached.Add(seat) ? Enumerable.Range(0, _places.Count).Where(other => leadsTo(seat, other)) : [])
            {
                ahead.Push(next);
            }
        }

        return reached;
    }

    private bool IsFull(int seat) => _seated[seat].Count == _places[seat];

    private void Seat(int person)
    {
        if (CanReachOpenSeat(person))
        {
            SeatOrClose(person);
        }
    }

    private bool CanReachOpenSeat(int person)
    {
        for (var seat = 0; seat < _places.Count; seat++)
        {
            if (!_closed[seat] && _canFill(person, seat))
            {
                return true;
            }
        }

        return false;
    }

    // Breadth first over seats, so that as few people as possible move.
    private void SeatOrClose(int person)
    {
        var cameFrom = new Dictionary<int, (int Person, int? Seat)>();
        var ahead = new Queue<int>();

        for (var seat = 0; seat < _places.Count; seat++)
        {
            if (!_closed[seat] && _canFill(person, seat))
            {
                cameFrom.Add(seat, (person, null));
                ahead.Enqueue(seat);
            }
        }

        while (ahead.TryDequeue(out var seat))
        {
            if (!IsFull(seat))
            {
                Move(seat, cameFrom);

                return;
            }

            Reach(seat, cameFrom, ahead);
        }

        // Nobody in these seats can move over to a free place, now or later.
        foreach (var seat in cameFrom.Keys)
        {
            _closed[seat] = true;
        }
    }

    // Where somebody who sits there could move over: for each seat whoever has sat there longest.
    private void Reach(int from, Dictionary<int, (int Person, int? Seat)> cameFrom, Queue<int> ahead)
    {
        var reached = new List<(long Since, int Seat, int Person)>();

        for (var seat = 0; seat < _places.Count; seat++)
        {
            if (!_closed[seat] && !cameFrom.ContainsKey(seat) && MoverTo(seat, from) is { } mover)
            {
                reached.Add((mover.Since, seat, mover.Person));
            }
        }

        reached.Sort();

        foreach (var (_, seat, person) in reached)
        {
            cameFrom.Add(seat, (person, from));
            ahead.Enqueue(seat);
        }
    }

    // Those who have moved on since are dropped when they come first.
    private (int Person, long Since)? MoverTo(int seat, int from)
    {
        var movers = _movers[from, seat];

        while (movers?.TryPeek(out var mover) == true)
        {
            if (_seatOf[mover.Person] == (from, mover.Since))
            {
                return mover;
            }

            movers.Dequeue();
        }

        return null;
    }

    private void Move(int free, Dictionary<int, (int Person, int? Seat)> cameFrom)
    {
        int? to = free;

        while (to is { } seat)
        {
            var (person, from) = cameFrom[seat];
            SitDown(person, seat);

            if (from is { } left)
            {
                _seated[left].Remove(person);
            }

            to = from;
        }
    }

    private void SitDown(int person, int seat)
    {
        _moves++;
        _seatOf[person] = (seat, _moves);
        _seated[seat].Add(person);

        for (var other = 0; other < _places.Count; other++)
        {
            if (_canFill(person, other))
            {
                (_movers[seat, other] ??= []).Enqueue((person, _moves));
            }
        }
    }
}
