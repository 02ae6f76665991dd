namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The cheapest way to fill all places of one staffing: a minimum-cost flow from types of people to seats, augmented along shortest paths. Exact.
/// </summary>
internal sealed class SeatFlow
{
    private readonly Effort[] _efforts;
    private readonly int[] _available;
    private readonly int[] _open;
    private readonly int[] _flow;
    private readonly Effort[] _distances;
    private readonly Step[] _steps;
    private readonly int _types;
    private readonly int _seats;

    /// <param name="efforts">What it takes to fill one place: for the first type seat by seat, then for the next.</param>
    /// <param name="available">How many people there are, per type.</param>
    /// <param name="places">Per seat.</param>
    public SeatFlow(Effort[] efforts, IReadOnlyCollection<int> available, int[] places)
    {
        _efforts = efforts;
        _available = [.. available];
        _open = [.. places];
        _types = _available.Length;
        _seats = _open.Length;
        _flow = new int[_types * _seats];
        _distances = new Effort[_seats];
        _steps = new Step[_seats];
    }

    /// <summary>How many people of the type sit in the seat.</summary>
    public int this[int type, int seat] => _flow[At(type, seat)];

    /// <summary>The effort of all places, impossible where they cannot all be filled.</summary>
    public Effort Fill()
    {
        var effort = Effort.None;

        while (Array.Exists(_open, places => places > 0))
        {
            var target = FindShortestPath();

            if (!_distances[target].IsPossible)
            {
                return Effort.Impossible;
            }

            effort += _distances[target] * Augment(target);
        }

        return effort;
    }

    /// <summary>Who sits where, by seat and then by type.</summary>
    public IReadOnlyList<Placement> Placements()
    {
        var placements = new List<Placement>();

        for (var seat = 0; seat < _seats; seat++)
        {
            for (var type = 0; type < _types; type++)
            {
                if (_flow[At(type, seat)] > 0)
                {
                    placements.Add(new Placement(type, _flow[At(type, seat)], [seat]));
                }
            }
        }

        return placements;
    }

    /// <summary>Of what was left open: the seats for which everyone who could fill them is needed in another of these seats.</summary>
    public IEnumerable<int> Blocked()
    {
        var reached = new SortedSet<int>();
        var ahead = new Stack<int>(Enumerable.Range(0, _seats).Where(seat => _open[seat] > 0 && !HasAvailable(seat)));

        while (ahead.TryPop(out var seat))
        {
            if (!reached.Add(seat))
            {
                continue;
            }

            for (var type = 0; type < _types; type++)
            {
                for (var other = 0; other < _seats && _efforts[At(type, seat)].IsPossible; other++)
                {
                    if (_flow[At(type, other)] > 0)
                    {
                        ahead.Push(other);
                    }
                }
            }
        }

        return reached;
    }

    private bool HasAvailable(int seat) => Enumerable.Range(0, _types).Any(type => _available[type] > 0 && _efforts[At(type, seat)].IsPossible);

    // To each seat: somebody sits down who had no seat, or moves over from a seat that then has to be filled again. The seat with an open place that is nearest.
    private int FindShortestPath()
    {
        SitDown();

        while (MoveOver())
        {
            // As long as somebody's moving over makes some seat nearer.
        }

        var nearest = Array.FindIndex(_open, places => places > 0);

        for (var seat = nearest + 1; seat < _seats; seat++)
        {
            nearest = _open[seat] > 0 && _distances[seat] < _distances[nearest] ? seat : nearest;
        }

        return nearest;
    }

    private void SitDown()
    {
        Array.Fill(_distances, Effort.Impossible);

        for (var seat = 0; seat < _seats; seat++)
        {
            for (var type = 0; type < _types; type++)
            {
                if (_available[type] > 0 && _efforts[At(type, seat)] < _distances[seat])
                {
                    _distances[seat] = _efforts[At(type, seat)];
                    _steps[seat] = new Step(type, null);
                }
            }
        }
    }

    private bool MoveOver()
    {
        var isNearer = false;

        for (var from = 0; from < _seats; from++)
        {
            for (var type = 0; type < _types; type++)
            {
                if (_flow[At(type, from)] > 0 && _distances[from].IsPossible)
                {
                    isNearer |= MoveOver(type, from);
                }
            }
        }

        return isNearer;
    }

    private bool MoveOver(int type, int from)
    {
        var isNearer = false;
        var freed = _distances[from] - _efforts[At(type, from)];

        for (var seat = 0; seat < _seats; seat++)
        {
            if (seat != from && _efforts[At(type, seat)].IsPossible && freed + _efforts[At(type, seat)] < _distances[seat])
            {
                _distances[seat] = freed + _efforts[At(type, seat)];
                _steps[seat] = new Step(type, from);
                isNearer = true;
            }
        }

        return isNearer;
    }

    // As many people at once as the path bears.
    private int Augment(int target)
    {
        var count = _open[target];

        for (int? seat = target; seat is { } at; seat = _steps[at].From)
        {
            count = Math.Min(count, _steps[at] is { From: { } from } step ? _flow[At(step.Type, from)] : _available[_steps[at].Type]);
        }

        for (int? seat = target; seat is { } at; seat = _steps[at].From)
        {
            var (type, from) = _steps[at];
            _flow[At(type, at)] += count;

            if (from is { } left)
            {
                _flow[At(type, left)] -= count;
            }
            else
            {
                _available[type] -= count;
            }
        }

        _open[target] -= count;

        return count;
    }

    private int At(int type, int seat) => (type * _seats) + seat;

    /// <summary>Somebody of the type takes the place, coming from another seat or from none.</summary>
    private readonly record struct Step(int Type, int? From);
}
