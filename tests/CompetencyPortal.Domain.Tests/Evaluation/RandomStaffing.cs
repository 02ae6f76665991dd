using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Small staffing requirements and people, made from a seed around the days where credentials begin and end.</summary>
internal sealed class RandomStaffing
{
    private static readonly string[] Codes = ["A1", "A2", "B1", "C1", "AB", "AC"];
    private static readonly DateOnly Today = Day("2017-11-30");

    private readonly Random _random;

    public RandomStaffing(int seed)
    {
        _random = new Random(seed);
        var seats = Enumerable.Range(0, _random.Next(1, 4)).Select(seat => $$$"""{"key":"s{{{seat}}}","count":{{{_random.Next(1, 3)}}},"holds":{{{Holds(3)}}}}""");
        Trial = new Trial($$$"""{"staffing":{"seats":[{{{string.Join(',', seats)}}}]}}""", ("/credentials", Credentials()));
        Facts = new Facts { AsOf = Today, People = Enumerable.Range(0, _random.Next(6)).Select(Person).ToValueList() };
    }

    public Trial Trial { get; }

    public Facts Facts { get; }

    private string Credentials() => $"[{string.Join(',', Codes.Select(Credential))}]";

    private string Credential(string code)
    {
        var properties = new List<string> { $"\"code\":\"{code}\"", "\"kind\":\"exam\"", "\"title\":{\"en\":\"x\"}" };

        if (code == "AB")
        {
            properties.Add("""
                "derivedFrom":{"allOf":[{"anyOf":["A1","A2"]},"B1"]}
                """);
        }

        if (code == "AC")
        {
            properties.Add("""
                "derivedFrom":{"anyOf":[{"allOf":["AB","C1"]},{"allOf":["A1","A2"]}]}
                """);
        }

        Maybe("retiredOn", () => $"\"{Near():O}\"");
        Maybe("acceptedUntil", () => $"\"{Near():O}\"");
        Maybe("availableFrom", () => $"\"{Near():O}\"");
        Maybe("validForMonths", () => $"{_random.Next(1, 14)}");
        Maybe("cost", () => $"{_random.Next(1, 5)}");

        return $"{{{string.Join(',', properties)}}}";

        void Maybe(string property, Func<string> value)
        {
            if (_random.Next(4) == 0)
            {
                properties.Add($"\"{property}\":{value()}");
            }
        }
    }

    private string Holds(int depth) => _random.Next(depth == 0 ? 2 : 5) switch
    {
        0 or 1 => $"\"{_random.GetItems(Codes, 1)[0]}\"",
        2 => """{"group":"group-b"}""",
        3 => $$"""{"anyOf":[{{Parts(depth)}}]}""",
        _ => $$"""{"allOf":[{{Parts(depth)}}]}""",
    };

    private string Parts(int depth) => string.Join(',', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Holds(depth - 1)));

    private PersonFacts Person(int number) => new($"e{number}", null, Rarely(), Rarely())
    {
        Credentials = Enumerable.Range(0, _random.Next(6)).Select(_ => Record()).ToValueList(),
    };

    private CredentialFacts Record()
    {
        var earnedOn = _random.Next(3) == 0 ? Near() : Today.AddDays(-_random.Next(500));

        return new CredentialFacts(_random.GetItems(Codes, 1)[0], earnedOn, Rarely());
    }

    private DateOnly? Rarely() => _random.Next(6) == 0 ? Near() : null;

    private DateOnly Near() => Today.AddDays(_random.Next(-3, 4));
}
