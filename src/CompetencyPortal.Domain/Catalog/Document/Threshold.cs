namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>The value that a measure must reach; reaching it is enough.</summary>
public abstract record Threshold
{
    /// <summary>The value for the market, or null where none is known: no market is set, or there is none for it.</summary>
    /// <param name="markets">Every market of the program.</param>
    public abstract decimal? InMarket(string? market, IEnumerable<NamedKey> markets);
}

/// <summary>One number for all markets; not negative.</summary>
public sealed record PlainThreshold(decimal Amount) : Threshold
{
    public override decimal? InMarket(string? market, IEnumerable<NamedKey> markets) => Amount;
}

/// <summary>A number per market, none of them negative. A market that is missing has no threshold.</summary>
public sealed record MarketThreshold(ValueMap<string, decimal> Amounts) : Threshold
{
    /// <summary>The market's own value; without a market, the value if it is the same in every one of the program.</summary>
    public override decimal? InMarket(string? market, IEnumerable<NamedKey> markets) =>
        market is null
            ? TheOnlyOne([.. markets.Select(each => Of(each.Key)).Distinct()])
            : Of(market);

    private static decimal? TheOnlyOne(decimal?[] amounts) => amounts is [var amount] ? amount : null;

    private decimal? Of(string market) => Amounts.TryGetValue(market, out var amount) ? amount : null;
}
