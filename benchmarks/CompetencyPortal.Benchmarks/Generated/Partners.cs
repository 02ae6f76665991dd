using System.Text.Json;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks.Generated;

/// <summary>Partners of 27 people on average with 0 to 6 passes each, always the same for the same seed.</summary>
internal sealed class Partners(int seed)
{
    private const int FewestPeople = 9;
    private const int MostPeople = 45;
    private const int MostPasses = 6;
    private const int FewestEntries = 24;
    private const int MostEntries = 36;
    private const int DaysOfHistory = 1500;

    private static readonly DateOnly Day = new(2017, 11, 30);

    private readonly Random _random = new(seed);

    public Facts Next(int number) => Next(number, _random.Next(FewestPeople, MostPeople + 1));

    public Facts Next(int number, int people) => new()
    {
        Id = $"partner-{number}",
        AsOf = Day,
        Market = Chance(2) ? "developed" : "developing",
        People = Enumerable.Range(1, people).Select(Person).ToValueList(),
        Measurements = Enumerable.Range(0, _random.Next(FewestEntries, MostEntries + 1)).Select(_ => Entry()).ToValueList(),
    };

    /// <summary>The facts as a line of the command line's input.</summary>
    public static void Write(Facts facts, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream))
        {
            JsonSerializer.Serialize(json, facts, EvaluationJson.Options);
        }

        stream.WriteByte((byte)'\n');
    }

    // One in twenty is yet to come, and one in twenty has left.
    private PersonFacts Person(int number)
    {
        var from = Chance(20) ? Day.AddDays(1 + _random.Next(90)) : Past();

        return new PersonFacts($"e{number}", Chance(2) ? $"佐藤 {number}" : $"Suzuki {number}", from, from < Day && Chance(20) ? Day.AddDays(-1) : null)
        {
            Credentials = Enumerable.Range(0, _random.Next(MostPasses + 1)).Select(_ => Pass()).ToValueList(),
        };
    }

    private CredentialFacts Pass() =>
        new(Rules.Exam(1 + _random.Next(Rules.Exams)), Past(), Chance(10) ? Day.AddDays(_random.Next(-100, 400)) : null);

    private Measurement Entry() => new(
        "revenue",
        Past(),
        _random.Next(1, 4_000_000) / 100m,
        Chance(2) ? "USD" : null,
        $"Customer {_random.Next(500)}",
        Chance(8) ? "other" : "online",
        Chance(8) ? null : "dpor")
    {
        Tags = Chance(8) ? ["renewal"] : [],
    };

    private DateOnly Past() => Day.AddDays(-_random.Next(DaysOfHistory));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
