namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The rates by pair of currencies and day.</summary>
internal sealed class ExchangeRates(IEnumerable<ExchangeRateFacts> rates)
{
    /// <summary>Nobody sells for more: a conversion beyond it counts as impossible, so that no sum overflows.</summary>
    private const decimal Limit = 1_000_000_000_000_000_000m;

    private readonly ILookup<(string From, string To), ExchangeRateFacts> _latestFirst =
        rates.OrderByDescending(rate => rate.On).ToLookup(rate => (rate.From, rate.To));

    /// <summary>The latest rate on or before the day, never the inverse of one; null where there is none.</summary>
    public decimal? Find(string from, string to, DateOnly on) =>
        _latestFirst[(from, to)].FirstOrDefault(rate => rate.On <= on)?.Rate;

    /// <summary>The value at the rate, not rounded; null where that is beyond all bounds.</summary>
    public static decimal? Convert(decimal value, decimal rate) => Math.Abs(value) <= Limit / rate ? value * rate : null;
}
