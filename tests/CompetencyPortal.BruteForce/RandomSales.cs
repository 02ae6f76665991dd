using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Facts about everything but people: entries, months, rates, flags, market.</summary>
internal sealed class RandomSales
{
    private static readonly string[] Measures = ["revenue", "revenue", "licences", "seats"];
    private static readonly decimal[] Values = [0, 10, 10, 25, 25, 50, 33.3333m, 0.01m, -10, -25];

    private readonly Dice _dice;
    private readonly RandomDays _days;

    public RandomSales(Dice dice, RandomDays days)
    {
        _dice = dice;
        _days = days;
        Facts = new Facts
        {
            AsOf = days.AsOf,
            Market = dice.Rarely ? null : dice.Pick("developed", "developing"),
            Measurements = dice.Rarely ? null : dice.UpTo(10, Entry).ToValueList(),
            UnreportedMonths = UnreportedMonths(),
            ExchangeRates = dice.UpTo(4, Rate).DistinctBy(rate => (rate.From, rate.To, rate.On)).ToValueList(),
            Flags = dice.Rarely ? null : dice.UpTo(3, Flag).ToValueList(),
        };
    }

    public Facts Facts { get; }

    private Measurement Entry() =>
        new(
            _dice.Seldom ? "unheard-of" : _dice.Pick<string>(Measures),
            _dice.Rarely ? _days.Future() : _days.Past(),
            _dice.Pick<decimal>(Values),
            _dice.Pick(null, null, "USD", "USD", "JPY"),
            _dice.Pick(null, "", "Fabrikam", "fabrikam", "Adatum", "Contoso"),
            _dice.Pick(null, "cloud", "cloud", "server", "unheard-of"),
            _dice.Pick(null, "dpor", "dpor", "csp"))
        {
            Tags = _dice.Between(0, 2) == 0 ? ["other", _dice.Pick("renewal", "trial")] : [],
        };

    private ValueMap<string, ValueList<Month>> UnreportedMonths() =>
        Measures.Distinct(StringComparer.Ordinal)
            .Where(_ => _dice.Rarely)
            .Select(measure => KeyValuePair.Create(measure, _dice.Many(1, 3, () => Month.Of(_days.Near())).Distinct().ToValueList()))
            .ToValueMap();

    private ExchangeRateFacts Rate() => _dice.Rarely
        ? new ExchangeRateFacts("USD", "JPY", _days.Past(), 100)
        : new ExchangeRateFacts("JPY", "USD", _days.Past().AddMonths(_dice.Pick(0, -12)), _dice.Pick(0.01m, 0.5m, 0.0099m));

    private FlagFacts Flag() =>
        _dice.Rarely
            ? new FlagFacts(_dice.Pick("reseller", "support", "unheard-of"))
            : Flag(_days.Near());

    private FlagFacts Flag(DateOnly on) =>
        new(_dice.Pick("reseller", "support"), on, _dice.Coin ? null : on.AddDays(_dice.Pick(0, 1, 31, 365)));
}
