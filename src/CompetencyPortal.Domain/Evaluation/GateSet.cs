namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Sets of gates as bits, one word after the other, so that a person costs no more memory than needed and two sets compare at once.</summary>
internal static class GateSet
{
    private const int WordShift = 6;
    private const int WordBits = 1 << WordShift;

    /// <summary>How many words a set of so many gates takes.</summary>
    public static int Words(int gates) => (gates + WordBits - 1) / WordBits;

    public static ulong[] Of(int words, params IEnumerable<int> gates)
    {
        var set = new ulong[words];

        foreach (var gate in gates)
        {
            set.AsSpan().Add(gate);
        }

        return set;
    }

    public static void Add(this Span<ulong> set, int gate) => set[gate >> WordShift] |= 1ul << gate;

    public static bool Has(this ReadOnlySpan<ulong> set, int gate) => (set[gate >> WordShift] & 1ul << gate) != 0;

    public static bool Intersects(this ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < other.Length; word++)
        {
            if ((set[word] & other[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public static bool Covers(this ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < other.Length; word++)
        {
            if ((other[word] & ~set[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public static void Unite(this Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < other.Length; word++)
        {
            set[word] |= other[word];
        }
    }

    public static void Intersect(this Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < other.Length; word++)
        {
            set[word] &= other[word];
        }
    }
}

/// <summary>Compares sets of gates by value; finds one without making an array of it.</summary>
internal sealed class GateSetComparer : IEqualityComparer<ulong[]>, IAlternateEqualityComparer<ReadOnlySpan<ulong>, ulong[]>, IComparer<ulong[]>
{
    public static GateSetComparer Instance { get; } = new();

    public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(ulong[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<ulong> alternate, ulong[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<ulong> alternate)
    {
        const ulong spread = 0x9E3779B97F4A7C15;
        var hash = 0ul;

        foreach (var word in alternate)
        {
            hash = (hash ^ word) * spread;
        }

        return (int)(hash >> 32);
    }

    public int Compare(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceCompareTo(y);

    public ulong[] Create(ReadOnlySpan<ulong> alternate) => alternate.ToArray();
}
