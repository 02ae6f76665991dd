namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Whether different people can fill all places. What somebody is able to fill is a set of kinds of seat, so people collapse into few classes, and
/// Hall's condition over them decides: for every set of kinds there must be as many people able to fill one of them as these have places.
/// </summary>
internal sealed class SeatDemand
{
    private readonly SeatKinds _kinds;
    private readonly int[] _places;
    private readonly int[] _needed;

    /// <param name="kinds">Of the seats.</param>
    /// <param name="gates">Per seat the gate that is open for whoever can fill it.</param>
    /// <param name="places">Per seat.</param>
    public SeatDemand(SeatKinds kinds, IReadOnlyList<int> gates, IReadOnlyList<int> places)
    {
        _kinds = kinds;
        _places = [.. kinds.Gates.Select(kind => gates.Zip(places).Where(seat => seat.First == kind).Sum(seat => seat.Second))];
        _needed = [.. Enumerable.Range(0, kinds.Abilities).Select(Needed)];
    }

    /// <summary>Whether people collapse into numbered abilities; else they are matched one by one.</summary>
    public bool HasAbilities => _kinds.Abilities > 0;

    /// <summary>The kinds that somebody can fill, as bits.</summary>
    public int AbilityOf(ReadOnlySpan<ulong> open) => _kinds.AbilityOf(open);

    /// <summary>How many people there are of each ability.</summary>
    public ReadOnlySpan<int> Count(OpenGates people) => _kinds.Count(people);

    public bool CanBeMet(OpenGates people) => HasAbilities ? CanBeMet(Count(people)) : Match(people).IsComplete;

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

    /// <summary>Those without whom not all places could be filled that can be.</summary>
    public HashSet<int> Irreplaceable(OpenGates people) => [.. Match(people).Irreplaceable(people.Count)];

    private SeatMatching Match(OpenGates people) => SeatMatching.Of(_places, people.Count, (person, kind) => people[person].Has(_kinds.Gates[kind]));

    private int Needed(int kinds) => _places.Where((_, kind) => (kinds >> kind & 1) != 0).Sum();
}
