namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Per person the gates that are open on a day; none for somebody who is not there.</summary>
/// <param name="Bits">One set of gates after the other.</param>
/// <param name="Words">How many words each set takes.</param>
/// <param name="AbilityCounts">How many of the people are able to do what, as far as that was counted.</param>
internal readonly record struct OpenGates(ulong[] Bits, int Words, int Count, int[] AbilityCounts)
{
    public ReadOnlySpan<ulong> this[int person] => Bits.AsSpan(person * Words, Words);

    /// <summary>What the people's records open on the day.</summary>
    /// <param name="bits">Takes the sets; at least as long as they are.</param>
    /// <param name="abilityCounts">Takes the counts of the version's abilities; at least as long as these are.</param>
    public static OpenGates Of(ReadOnlySpan<PersonFacts> people, DateOnly day, CredentialCircuit circuit, ulong[] bits, int[] abilityCounts)
    {
        SeatKinds.Reset(abilityCounts);
        var words = circuit.Words;
        bits.AsSpan(0, people.Length * words).Clear();

        for (var person = 0; person < people.Length; person++)
        {
            circuit.OpenFor(people[person], day, bits.AsSpan(person * words, words));
        }

        return new OpenGates(bits, words, people.Length, abilityCounts);
    }

    /// <summary>For how many people the gate is open.</summary>
    public int HowMany(int gate)
    {
        var count = 0;

        for (var person = 0; person < Count; person++)
        {
            count += this[person].Has(gate) ? 1 : 0;
        }

        return count;
    }

    public OpenGates Copy() => this with { Bits = Bits.AsSpan(0, Count * Words).ToArray() };

    public void Replace(int person, ReadOnlySpan<ulong> open) => open.CopyTo(Bits.AsSpan(person * Words, Words));
}
