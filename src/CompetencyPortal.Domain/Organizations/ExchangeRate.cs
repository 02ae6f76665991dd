namespace CompetencyPortal.Domain.Organizations;

/// <summary>The program's rate from one currency to another, from a day on until the next one.</summary>
public sealed class ExchangeRate : IVersioned
{
    /// <summary>Rates stay below this.</summary>
    public const decimal RateLimit = 900_000_000m;

    /// <summary>Rates have at most so many decimals.</summary>
    public const int RateDecimals = 10;

    private ExchangeRate()
    {
        From = To = string.Empty;
    }

    /// <exception cref="ArgumentException">A currency or the day is impossible, or the rate is none.</exception>
    public ExchangeRate(Guid id, string from, string to, DateOnly on, decimal rate)
    {
        Id = id;
        From = BoundedText.Required(from, BoundedText.CurrencyLength, nameof(from));
        To = BoundedText.Required(to, BoundedText.CurrencyLength, nameof(to));
        On = FactDays.Checked(on, nameof(on));
        Correct(rate);
    }

    public Guid Id { get; private set; }

    public string From { get; private set; }

    public string To { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>What one unit of <see cref="From"/> is worth in <see cref="To"/>.</summary>
    public decimal Rate { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether the rate can be stored: above 0, below <see cref="RateLimit"/>, at most <see cref="RateDecimals"/> decimals.</summary>
    public static bool IsRate(decimal rate)
    {
        return rate is > 0 and < RateLimit && decimal.Round(rate, RateDecimals) == rate;
    }

    /// <exception cref="ArgumentOutOfRangeException">The rate is none.</exception>
    public void Correct(decimal rate)
    {
        Rate = IsRate(rate) ? rate : throw new ArgumentOutOfRangeException(nameof(rate), rate, "No such rate.");
    }
}
