namespace CompetencyPortal.BruteForce;

/// <summary>Days around the ends of months and 29 February.</summary>
internal sealed class RandomDays
{
    private static readonly DateOnly[] Bases =
    [
        new(2016, 2, 29), new(2017, 2, 28), new(2017, 3, 1), new(2017, 6, 30), new(2017, 11, 30), new(2019, 12, 31), new(2020, 2, 29), new(2020, 3, 31),
        new(2018, 7, 15),
    ];

    private static readonly int[] Months = [-13, -12, -12, -12, -11, -6, -3, -3, -2, -1, -1, -1, 0, 0];

    private readonly Dice _dice;

    public RandomDays(Dice dice)
    {
        _dice = dice;
        AsOf = dice.Pick<DateOnly>(Bases).AddDays(dice.Between(-1, 1));
    }

    /// <summary>The day that is judged.</summary>
    public DateOnly AsOf { get; }

    /// <summary>A day a few days beside a whole number of months before or after the day.</summary>
    public DateOnly Near() => _dice.Coin ? Past() : Future();

    public DateOnly Past() => _dice.Rarely ? EndOfMonth(AsOf.AddMonths(_dice.Between(-24, 0))) : Beside(AsOf.AddMonths(_dice.Pick<int>(Months)));

    public DateOnly Future() => Beside(AsOf.AddMonths(_dice.Rarely ? _dice.Between(0, 40) : _dice.Between(0, 8)));

    private DateOnly Beside(DateOnly day) => day.AddDays(_dice.Pick(0, 0, -1, 1, -2, 2, 10));

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
}
