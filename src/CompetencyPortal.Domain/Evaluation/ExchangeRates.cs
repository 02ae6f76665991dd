using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The rates by pair of currencies and day.</summary>
internal sealed class ExchangeRates(ValueList<ExchangeRateFacts> rates)
{
    /// <summary>Nobody sells for more: a conversion beyond it counts as impossible, so that no sum overflows.</summary>
    private const decimal Limit = 1_000_000_000_000_000_000m;

    private ILookup<(string From, string To), ExchangeRateFacts>? _latestFirst;

    /// <summary>The entry in the measure's unit, not rounded, and the rate where one was needed; no value where there is no rate, or beyond all bounds.</summary>
    public (decimal? Value, decimal? Rate) Convert(Measurement entry, MeasureDefinition measure)
    {
        if (measure.Kind != MeasureKind.Money || entry.Currency is null || entry.Currency == measure.Unit)
        {
            return (entry.Value, null);
        }

        var rate = Find(entry.Currency, measure.Unit, entry.On);

        return (Math.Abs(entry.Value) <= Limit / rate ? entry.Value * rate : null, rate);
    }

    // The latest rate on or before the day, never the inverse of one.
    private decimal? Find(string from, string to, DateOnly on)
    {
        _latestFirst ??= rates.OrderByDescending(rate => rate.On).ToLookup(rate => (rate.From, rate.To));

        return _latestFirst[(from, to)].FirstOrDefault(rate => rate.On <= on)?.Rate;
    }
}
