namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Puts different people into as many places as can be filled. People are taken in their order; whoever comes is seated if
/// others can move over, so earlier people are never left out for later ones, and the same people always sit in the same seats.
/// </summary>
internal sealed class SeatMatching
{
    private readonly IReadOnlyList<int> _places;
    private readonly Func<int, int, bool> _canFill;
    private readonly List<int>[] _seated;
    private readonly bool[] _closed;

    private SeatMatching(IReadOnlyList<int> places, Func<int, int, bool> canFill)
    {
        _places = places;
        _canFill = canFill;
        _seated = [.. places.Select(_ => new List<int>())];
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
    public IReadOnlyList<int> SeatedAt(int seat) => _seated[seat];

    /// <summary>
    /// Seats that together need more people than can fill any of them: from a seat with a free place on, everyone who
    /// could fill it, the seats they hold instead, and so on. Empty when all places are filled.
    /// </summary>
    public IReadOnlyList<int> Shortage()
    {
        var reached = new SortedSet<int>();
        var ahead = new Stack<int>(_seated.Index().Where(seat => !IsFull(seat.Index)).Select(seat => seat.Index).Take(1));

        while (ahead.TryPop(out var seat))
        {
            if (!reached.Add(seat))
            {
                continue;
            }

            foreach (var held in _seated.Index().Where(other => other.Item.Exists(person => _canFill(person, seat))))
            {
                ahead.Push(held.Index);
            }
        }

        return [.. reached];
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
        Reach(person, null);

        while (ahead.TryDequeue(out var seat))
        {
            if (!IsFull(seat))
            {
                Move(seat, cameFrom);

                return;
            }

            _seated[seat].ForEach(other => Reach(other, seat));
        }

        // Nobody in these seats can move over to a free place, now or later.
        foreach (var seat in cameFrom.Keys)
        {
            _closed[seat] = true;
        }

        void Reach(int mover, int? from)
        {
            for (var seat = 0; seat < _places.Count; seat++)
            {
                if (!_closed[seat] && _canFill(mover, seat) && cameFrom.TryAdd(seat, (mover, from)))
                {
                    ahead.Enqueue(seat);
                }
            }
        }
    }

    private void Move(int free, Dictionary<int, (int Person, int? Seat)> cameFrom)
    {
        int? to = free;

        while (to is { } seat)
        {
            var (person, from) = cameFrom[seat];
            _seated[seat].Add(person);

            if (from is { } left)
            {
                _seated[left].Remove(person);
            }

            to = from;
        }
    }
}
