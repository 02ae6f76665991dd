using System.Numerics;

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

    /// <summary>The word of a set in which the gate stands.</summary>
    public static int WordOf(int gate) => gate >> WordShift;

    /// <summary>The gate's bit in its word.</summary>
    public static ulong BitOf(int gate) => 1ul << gate;

    public static void Add(this Span<ulong> set, int gate) => set[WordOf(gate)] |= BitOf(gate);

    public static bool Has(this ReadOnlySpan<ulong> set, int gate) => (set[WordOf(gate)] & BitOf(gate)) != 0;

    /// <summary>The gates in the set, in order.</summary>
    public static GateMembers Members(this ReadOnlySpan<ulong> set) => new(set);

    /// <summary>The gate that stands in the word at the bit.</summary>
    public static int GateAt(int word, int bit) => (word << WordShift) + bit;

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

/// <summary>Goes through the gates in a set without making anything of them.</summary>
internal ref struct GateMembers(ReadOnlySpan<ulong> set)
{
    private readonly ReadOnlySpan<ulong> _set = set;
    private ulong _rest;
    private int _word = -1;

    public readonly int Current => GateSet.GateAt(_word, BitOperations.TrailingZeroCount(_rest));

    public readonly GateMembers GetEnumerator() => this;

    public bool MoveNext()
    {
        _rest &= _rest - 1;

        while (_rest == 0 && ++_word < _set.Length)
        {
            _rest = _set[_word];
        }

        return _rest != 0;
    }
}

/// <summary>A set of gates that is small beside all there are: only its words that are not empty.</summary>
internal readonly struct SparseGateSet(IEnumerable<int> gates)
{
    private readonly (int Word, ulong Bits)[] _words =
    [
        .. gates.GroupBy(GateSet.WordOf).Select(word => (word.Key, word.Aggregate(0ul, (bits, gate) => bits | GateSet.BitOf(gate)))),
    ];

    /// <summary>The set, where there is only one word.</summary>
    public ulong OnlyWord => _words[0].Bits;

    public bool IsCoveredBy(ReadOnlySpan<ulong> set)
    {
        foreach (var (word, bits) in _words)
        {
            if ((bits & ~set[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Intersects(ReadOnlySpan<ulong> set)
    {
        foreach (var (word, bits) in _words)
        {
            if ((bits & set[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public void AddTo(Span<ulong> set)
    {
        foreach (var (word, bits) in _words)
        {
            set[word] |= bits;
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
