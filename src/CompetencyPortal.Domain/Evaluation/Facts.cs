namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What is known about an organization on a day. Null where nothing is known at all: <see cref="People"/>, <see cref="Measurements"/>, <see cref="Flags"/>.</summary>
public sealed record Facts
{
    public string? Id { get; init; }

    /// <summary>The day that is judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>A market of the program; null when none is set.</summary>
    public string? Market { get; init; }

    /// <summary>Each id once; null: unknown.</summary>
    public ValueList<PersonFacts>? People { get; init; }

    /// <summary>Null: unknown.</summary>
    public ValueList<Measurement>? Measurements { get; init; }

    /// <summary>Per measure the months for which nobody said anything.</summary>
    public ValueMap<string, ValueList<Month>> UnreportedMonths { get; init; } = ValueMap.Empty<string, ValueList<Month>>();

    /// <summary>At most one for a pair of currencies and a day.</summary>
    public ValueList<ExchangeRateFacts> ExchangeRates { get; init; } = [];

    /// <summary>Null: unknown.</summary>
    public ValueList<FlagFacts>? Flags { get; init; }
}

/// <summary>A person, there on the days <paramref name="From"/> to <paramref name="Until"/>, both included; absent ends are open.</summary>
public sealed record PersonFacts(string Id, string? Name = null, DateOnly? From = null, DateOnly? Until = null)
{
    public ValueList<CredentialFacts> Credentials { get; init; } = [];
}

/// <summary>A pass.</summary>
/// <param name="ValidUntil">The last day it counts; null: as long as the catalog says.</param>
public sealed record CredentialFacts(string Code, DateOnly EarnedOn, DateOnly? ValidUntil = null);

/// <summary>An entry of a measure; a negative value is a credit.</summary>
/// <param name="Value">At most 4 decimals and 18 digits.</param>
/// <param name="Currency">Null: the measure's own. Without meaning where the measure is no money.</param>
public sealed record Measurement(
    string Measure,
    DateOnly On,
    decimal Value,
    string? Currency = null,
    string? Customer = null,
    string? Product = null,
    string? Association = null)
{
    public ValueList<string> Tags { get; init; } = [];
}

/// <summary>What one unit of <paramref name="From"/> is worth in <paramref name="To"/>, from the day on until a later rate.</summary>
/// <param name="Rate">Above 0; at most 10 decimals and 18 digits.</param>
public sealed record ExchangeRateFacts(string From, string To, DateOnly On, decimal Rate);

/// <summary>A fact about the organization, from <paramref name="On"/> (null: always) to <paramref name="Until"/> (null: no end), both included.</summary>
public sealed record FlagFacts(string Key, DateOnly? On = null, DateOnly? Until = null);
