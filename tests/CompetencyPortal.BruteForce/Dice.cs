using CompetencyPortal.Domain;

namespace CompetencyPortal.BruteForce;

/// <summary>Chance from a seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>One time in six.</summary>
    public bool Rarely => _random.Next(6) == 0;

    /// <summary>One time in twenty.</summary>
    public bool Seldom => _random.Next(20) == 0;

    /// <summary>One time in two.</summary>
    public bool Coin => _random.Next(2) == 0;

    /// <summary>A number from the first to the second, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Pick<T>(params ReadOnlySpan<T> some) => some[_random.Next(some.Length)];

    public T PickFrom<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    /// <summary>So many things, none to <paramref name="most"/>.</summary>
    public IEnumerable<T> UpTo<T>(int most, Func<T> make) => Many(0, most, make);

    public IEnumerable<T> Many<T>(int least, int most, Func<T> make) => Enumerable.Range(0, Between(least, most)).Select(_ => make());

    /// <summary>Some different items, at least one, in their order.</summary>
    public ValueList<T> Some<T>(IReadOnlyList<T> items)
    {
        var some = items.Where(_ => Coin).ToValueList();

        return some.Count > 0 ? some : [PickFrom(items)];
    }

    public ValueList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        _random.Shuffle(array);

        return array.ToValueList();
    }
}
