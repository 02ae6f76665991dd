using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Benchmarks.Generated;

/// <summary>The rules that are judged, as a catalog and as the baselines need them: 30 exams, of which two have ended in different ways.</summary>
internal static class Rules
{
    public const int Exams = 30;

    /// <summary>Two kinds of seats, as in the competency that the portal ships with.</summary>
    public const string TwoSeats = "two-seats";

    /// <summary>Four kinds of seats whose groups overlap.</summary>
    public const string FourSeats = "four-seats";

    /// <summary>Two kinds of seats and a revenue.</summary>
    public const string Whole = "whole";

    public const string Option = "option";
    public const string Silver = "silver";
    public const string Gold = "gold";

    private static readonly string[] Codes = [.. Enumerable.Range(1, Exams).Select(number => $"MB2-{700 + number}")];

    /// <summary>Groups of exams; who holds one of each group of a seat can fill it.</summary>
    public static Dictionary<string, string[]> Groups { get; } = new(StringComparer.Ordinal)
    {
        ["application"] = Range(1, 6),
        ["deployment"] = Range(7, 3),
        ["customization"] = Range(10, 3),
        ["platform"] = Range(3, 6),
        ["data"] = Range(6, 5),
        ["design"] = Range(9, 6),
        ["support"] = Range(1, 4),
    };

    public static Seat[] SeatsOfTwo { get; } =
        [new("functional", ["application", "deployment"]), new("customizer", ["customization"])];

    public static Seat[] SeatsOfFour { get; } =
        [new("architect", ["platform", "design"]), new("developer", ["platform", "data"]), new("analyst", ["data"]), new("supporter", ["support"])];

    public static ProgramCatalog Catalog { get; } = Merge(Document());

    /// <summary>How many of each kind of seat a tier asks for.</summary>
    public static int Count(string tier) => tier == Gold ? 2 : 1;

    /// <summary>Each code is one text wherever it stands, as the reader of facts makes it.</summary>
    public static string Exam(int number) => Codes[number - 1];

    private static string[] Range(int first, int count) => [.. Enumerable.Range(first, count).Select(Exam)];

    private static ProgramCatalog Merge(string document)
    {
        var reading = CatalogReader.Read(document);
        var merge = reading.Document is { } read ? ProgramCatalog.Merge([read]) : new CatalogMerge(null, reading.Errors);

        return merge.Catalog ?? throw new InvalidOperationException(string.Join('\n', merge.Errors));
    }

    private static string Document() =>
        $$"""
        {
          "program": {
            "key": "benchmarks", "name": {{Name("Benchmarks")}}, "currency": "USD",
            "markets": [ { "key": "developed", "name": {{Name("Developed")}} }, { "key": "developing", "name": {{Name("Developing")}} } ],
            "tiers": [ { "key": "silver", "name": {{Name("Silver")}}, "rank": 1 }, { "key": "gold", "name": {{Name("Gold")}}, "rank": 2 } ]
          },
          "credentials": [ {{string.Join(',', Enumerable.Range(1, Exams).Select(Credential))}} ],
          "measures": [ { "key": "revenue", "name": {{Name("Revenue")}}, "kind": "money", "unit": "USD" } ],
          "associations": [ { "key": "dpor", "name": {{Name("DPOR")}} } ],
          "products": [ { "key": "online", "name": {{Name("Online")}} }, { "key": "plan-1", "name": {{Name("Plan 1")}} }, { "key": "other", "name": {{Name("Other")}} } ],
          "tags": [ { "key": "renewal", "name": {{Name("Renewal")}} } ],
          "competencies": [
            {{Competency(TwoSeats, SeatsOfTwo, hasRevenue: false)}},
            {{Competency(FourSeats, SeatsOfFour, hasRevenue: false)}},
            {{Competency(Whole, SeatsOfTwo, hasRevenue: true)}}
          ]
        }
        """;

    private static string Name(string name) => $$"""{ "en": "{{name}}", "ja": "{{name}}" }""";

    private static string Credential(int number)
    {
        var end = number switch
        {
            2 => """, "retiredOn": "2016-06-30" """,
            5 => """, "acceptedUntil": "2017-03-31" """,
            _ => "",
        };

        return $$"""{ "code": "{{Exam(number)}}", "kind": "exam", "title": {{Name($"Exam {number}")}}{{end}} }""";
    }

    private static string Competency(string key, Seat[] seats, bool hasRevenue) =>
        $$"""
        {
          "key": "{{key}}", "name": {{Name(key)}},
          "versions": [ {
            "effectiveFrom": "2017-01-01",
            "examGroups": [ {{string.Join(',', Groups.Select(group => Group(group.Key, group.Value)))}} ],
            "options": [ { "key": "option", "name": {{Name("Option")}}, "tiers": {
              "silver": {{Requirement(seats, Silver, hasRevenue ? 100_000 : null)}},
              "gold": {{Requirement(seats, Gold, hasRevenue ? 300_000 : null)}} } } ]
          } ]
        }
        """;

    private static string Group(string key, string[] codes) =>
        $$"""{ "key": "{{key}}", "name": {{Name(key)}}, "anyOf": [ "{{string.Join("\", \"", codes)}}" ] }""";

    private static string Requirement(Seat[] seats, string tier, int? revenue)
    {
        var staffing = $$"""{ "staffing": { "seats": [ {{string.Join(',', seats.Select(seat => SeatOf(seat, tier)))}} ] } }""";

        return revenue is null ? staffing : $$"""{ "all": [ {{Metric(revenue.Value)}}, {{staffing}} ] }""";
    }

    private static string SeatOf(Seat seat, string tier) =>
        $$"""
        { "key": "{{seat.Key}}", "name": {{Name(seat.Key)}}, "count": {{Count(tier)}},
          "holds": { "allOf": [ {{string.Join(',', seat.Groups.Select(group => $$"""{ "group": "{{group}}" }"""))}} ] } }
        """;

    private static string Metric(int revenue) =>
        $$"""
        { "metric": { "measure": "revenue", "window": { "trailingMonths": 12 }, "products": [ "online", "plan-1" ], "associations": [ "dpor" ],
          "excludeTags": [ "renewal" ], "atLeast": { "developed": {{revenue}}, "developing": {{revenue / 2}} } } }
        """;
}

/// <summary>A kind of seat.</summary>
/// <param name="Groups">Of each of them one exam is needed.</param>
internal sealed record Seat(string Key, string[] Groups);
