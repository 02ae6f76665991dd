using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Every kind of metric and flag in one tier, and entries made from a seed around month ends and 29 February.</summary>
internal static class RandomMetrics
{
    private static readonly DateOnly Today = Day("2020-02-28");
    private static readonly string[] Products = ["cloud", "server"];
    private static readonly string[] Currencies = ["USD", "JPY"];
    private static readonly string[] Measures = ["revenue", "seats"];

    public static Trial Trial { get; } = new(
        """
        {"any":[
          {"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":1}}},
          {"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":12},"products":["cloud"]}},
          {"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":6},"aggregate":"monthlyAverage"}},
          {"metric":{"measure":"seats","atLeast":100,"window":"latest","products":["cloud"]}},
          {"metric":{"measure":"seats","atLeast":100,"window":"allTime","aggregate":"distinctCustomers"}},
          {"flag":{"key":"reseller"}},
          {"flag":{"key":"reseller","withinMonths":3}}]}
        """);

    public static Facts Facts(int seed)
    {
        var random = new Random(seed);

        return new Facts
        {
            Id = $"{seed}",
            AsOf = Today.AddDays(random.Next(-3, 4)),
            Market = "developed",
            Measurements = Many(8, () => new Measurement(
                Pick(Measures), NearEndOfMonth(), random.Next(-50, 200), Pick(Currencies), $"c{random.Next(3)}", Pick(Products))),
            UnreportedMonths = Measures
                .Select(measure => KeyValuePair.Create(measure, Many(3, () => Month.Of(NearEndOfMonth()))))
                .ToValueMap(),
            ExchangeRates = Many(2, () => new ExchangeRateFacts("JPY", "USD", NearEndOfMonth(), 0.01m)),
            Flags = Many(3, () => new FlagFacts("reseller", NearEndOfMonth(), random.Next(2) == 0 ? NearEndOfMonth() : null)),
        };

        ValueList<T> Many<T>(int most, Func<T> make) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => make()).ToValueList();

        string Pick(string[] some) => random.GetItems(some, 1)[0];

        DateOnly NearEndOfMonth() => new DateOnly(2020, 3, 1).AddMonths(random.Next(-14, 3)).AddDays(random.Next(-4, 3));
    }
}
