namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Whether different people can fill all places. What somebody is able to fill is a set of kinds of seat, so people collapse into few classes, and
/// Hall's condition over them decides: for every set of kinds there must be as many people able to fill one of them as these have places.
/// </summary>
internal sealed class SeatDemand
{
    /// <summary>Beyond it there are more sets than a matching takes steps.</summary>
    private const int MostKindsForHall = 10;

    private readonly int[] _gates;
    private readonly int[] _places;
    private readonly int[] _needed;

    /// <param name="gates">Per seat the gate that is open for whoever can fill it.</param>
    /// <param name="places">Per seat.</param>
    public SeatDemand(IReadOnlyList<int> gates, IReadOnlyList<int> places)
    {
        var kinds = gates.Zip(places).GroupBy(seat => seat.First, seat => seat.Second).ToArray();

        _gates = [.. kinds.Select(kind => kind.Key)];
        _places = [.. kinds.Select(kind => kind.Sum())];
        _needed = HasAbilities ? [.. Enumerable.Range(0, Abilities).Select(Needed)] : [];
    }

    /// <summary>Whether people collapse into numbered abilities; else they are matched one by one.</summary>
    public bool HasAbilities => _gates.Length <= MostKindsForHall;

    /// <summary>How many abilities there are: one for each set of kinds.</summary>
    private int Abilities => 1 << _gates.Length;

    /// <summary>The kinds that somebody can fill, as bits.</summary>
    public int AbilityOf(ReadOnlySpan<ulong> open)
    {
        var ability = 0;

        for (var kind = 0; kind < _gates.Length; kind++)
        {
            if (open.Has(_gates[kind]))
            {
                ability |= 1 << kind;
            }
        }

        return ability;
    }

    public bool CanBeMet(OpenGates people)
    {
        if (!HasAbilities)
        {
            return Match(people).IsComplete;
        }

        Span<int> counts = stackalloc int[Abilities];
        counts.Clear();
        Count(people, counts);

        return CanBeMet(counts);
    }

    /// <param name="counts">How many people there are of each ability.</param>
    public bool CanBeMet(ReadOnlySpan<int> counts)
    {
        // How many people can fill nothing outside each set of kinds: summed up kind by kind.
        Span<int> within = stackalloc int[counts.Length];
        counts.CopyTo(within);

        for (var kind = 1; kind < within.Length; kind <<= 1)
        {
            for (var set = 0; set < within.Length; set++)
            {
                if ((set & kind) != 0)
                {
                    within[set] += within[set ^ kind];
                }
            }
        }

        var all = within.Length - 1;

        for (var set = 1; set <= all; set++)
        {
            if (within[all] - within[all ^ set] < _needed[set])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many people there are of each ability.</summary>
    public int[] Count(OpenGates people)
    {
        var counts = new int[Abilities];
        Count(people, counts);

        return counts;
    }

    private void Count(OpenGates people, Span<int> counts)
    {
        for (var person = 0; person < people.Count; person++)
        {
            var open = people[person];
            counts[open.ContainsAnyExcept(0ul) ? AbilityOf(open) : 0]++;
        }
    }

    /// <summary>Those who have a seat when as many places as can be are filled.</summary>
    public HashSet<int> Seated(OpenGates people)
    {
        var matching = Match(people);

        return [.. Enumerable.Range(0, _gates.Length).SelectMany(matching.SeatedAt)];
    }

    private SeatMatching Match(OpenGates people) => SeatMatching.Of(_places, people.Count, (person, kind) => people[person].Has(_gates[kind]));

    private int Needed(int kinds) => _places.Where((_, kind) => (kinds >> kind & 1) != 0).Sum();
}
