namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The cheapest way to fill all places of one staffing: a minimum-cost flow from types of people to seats, augmented along shortest paths. Exact.
/// </summary>
internal sealed class SeatFlow
{
    private readonly Effort[,] _efforts;
    private readonly int[] _available;
    private readonly int[] _open;
    private readonly int[,] _flow;
    private readonly int _types;
    private readonly int _seats;

    /// <param name="efforts">Per type and seat what it takes to fill one place.</param>
    /// <param name="available">How many people there are, per type.</param>
    /// <param name="places">Per seat.</param>
    public SeatFlow(Effort[,] efforts, IEnumerable<int> available, IEnumerable<int> places)
    {
        _efforts = efforts;
        _available = [.. available];
        _open = [.. places];
        _types = _available.Length;
        _seats = _open.Length;
        _flow = new int[_types, _seats];
    }

    /// <summary>How many people of the type sit in the seat.</summary>
    public int this[int type, int seat] => _flow[type, seat];

    /// <summary>The effort of all places, impossible where they cannot all be filled.</summary>
    public Effort Fill()
    {
        var effort = Effort.None;

        while (_open.Any(places => places > 0))
        {
            var (distances, steps) = ShortestPaths();
            var target = Enumerable.Range(0, _seats).Where(seat => _open[seat] > 0).MinBy(seat => distances[seat]);

            if (!distances[target].IsPossible)
            {
                return Effort.Impossible;
            }

            effort += distances[target] * Augment(target, steps);
        }

        return effort;
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
                for (var other = 0; other < _seats && _efforts[type, seat].IsPossible; other++)
                {
                    if (_flow[type, other] > 0)
                    {
                        ahead.Push(other);
                    }
                }
            }
        }

        return reached;
    }

    private bool HasAvailable(int seat) => Enumerable.Range(0, _types).Any(type => _available[type] > 0 && _efforts[type, seat].IsPossible);

    // Somebody new sits down, or moves over from a seat that then has to be filled again.
    private (Effort[] Distances, Step[] Steps) ShortestPaths()
    {
        var distances = new Effort[_seats];
        var steps = new Step[_seats];
        Array.Fill(distances, Effort.Impossible);

        for (var seat = 0; seat < _seats; seat++)
        {
            for (var type = 0; type < _types; type++)
            {
                if (_available[type] > 0 && _efforts[type, seat] < distances[seat])
                {
                    distances[seat] = _efforts[type, seat];
                    steps[seat] = new Step(type, null);
                }
            }
        }

        bool isShorter;

        do
        {
            isShorter = Relax(distances, steps);
        }
        while (isShorter);

        return (distances, steps);
    }

    private bool Relax(Effort[] distances, Step[] steps)
    {
        var isShorter = false;

        for (var from = 0; from < _seats; from++)
        {
            for (var type = 0; type < _types; type++)
            {
                for (var seat = 0; seat < _seats && _flow[type, from] > 0 && distances[from].IsPossible; seat++)
                {
                    var distance = distances[from] - _efforts[type, from] + _efforts[type, seat];

                    if (seat != from && _efforts[type, seat].IsPossible && distance < distances[seat])
                    {
                        distances[seat] = distance;
                        steps[seat] = new Step(type, from);
                        isShorter = true;
                    }
                }
            }
        }

        return isShorter;
    }

    // As many people at once as the path bears.
    private int Augment(int target, Step[] steps)
    {
        var count = _open[target];

        for (int? seat = target; seat is { } at; seat = steps[at].From)
        {
            count = Math.Min(count, steps[at] is { From: { } from } step ? _flow[step.Type, from] : _available[steps[at].Type]);
        }

        for (int? seat = target; seat is { } at; seat = steps[at].From)
        {
            var (type, from) = steps[at];
            _flow[type, at] += count;

            if (from is { } left)
            {
                _flow[type, left] -= count;
            }
            else
            {
                _available[type] -= count;
            }
        }

        _open[target] -= count;

        return count;
    }

    /// <summary>Somebody of the type takes the place, coming from another seat or from none.</summary>
    private readonly record struct Step(int Type, int? From);
}
