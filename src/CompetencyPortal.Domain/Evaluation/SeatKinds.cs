namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The kinds of seat that a staffing has. What somebody is able to fill is a set of them, so people collapse into few abilities: one for each set.
/// Staffings with the same kinds share them, and their people are counted once.
/// </summary>
/// <param name="gates">Per kind the gate that is open for whoever can fill such a seat.</param>
/// <param name="first">Where the counts of these abilities begin among those of the version.</param>
internal sealed class SeatKinds(ValueList<int> gates, int first)
{
    /// <summary>Beyond it there are more sets of kinds than a matching takes steps.</summary>
    private const int MostForAbilities = 10;

    private const int NotCounted = -1;

    public ValueList<int> Gates { get; } = gates;

    /// <summary>How many abilities there are; 0 where people are matched one by one instead.</summary>
    public int Abilities { get; } = gates.Count <= MostForAbilities ? 1 << gates.Count : 0;

    /// <summary>Makes room for the counts of a version's abilities, of which none is counted yet.</summary>
    public static void Reset(Span<int> counts) => counts.Fill(NotCounted);

    /// <summary>The kinds that somebody can fill, as bits.</summary>
    public int AbilityOf(ReadOnlySpan<ulong> open)
    {
        var ability = 0;
        var kind = 1;

        foreach (var gate in Gates.AsSpan())
        {
            ability |= open.Has(gate) ? kind : 0;
            kind <<= 1;
        }

        return ability;
    }

    /// <summary>How many people there are of each ability.</summary>
    public ReadOnlySpan<int> Count(OpenGates people)
    {
        var counts = people.AbilityCounts.AsSpan(first, Abilities);

        if (counts[0] == NotCounted)
        {
            counts.Clear();
            CountInto(counts, people);
        }

        return counts;
    }

    private void CountInto(Span<int> counts, OpenGates people)
    {
        // Nearly every rule fits one word.
        if (people.Words == 1)
        {
            foreach (var open in people.Bits.AsSpan(0, people.Count))
            {
                counts[AbilityOf(open)]++;
            }

            return;
        }

        for (var person = 0; person < people.Count; person++)
        {
            counts[AbilityOf(people[person])]++;
        }
    }

    private int AbilityOf(ulong open)
    {
        var kinds = Gates.AsSpan();
        var ability = 0;

        for (var kind = 0; kind < kinds.Length; kind++)
        {
            ability |= (int)(open >> kinds[kind] & 1) << kind;
        }

        return ability;
    }
}
