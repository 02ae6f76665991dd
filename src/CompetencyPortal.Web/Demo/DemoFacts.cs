using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Demo;

/// <summary>What the demo's organizations have entered, by days relative to the day of seeding.</summary>
/// <param name="ZeroMonths">How many months back somebody stated a zero.</param>
internal sealed record DemoFacts(
    string Name,
    string Currency,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoEntry> Entries,
    IReadOnlyList<int> ZeroMonths)
{
    /// <summary>Nothing entered yet.</summary>
    public static readonly DemoFacts Fabrikam = new("Fabrikam, Inc.", "USD", [], [], []);

    /// <summary>
    /// Silver, and on the way to Gold: one functional specialist and $180,000 short, one month not reported. Some people and
    /// some entries do not count, each for another reason.
    /// </summary>
    public static readonly DemoFacts Contoso = new(
        "Contoso Systems K.K.",
        "JPY",
        [
            new("佐藤 花子", "サトウ ハナコ", [new("MB2-714", 540), new("MB2-710", 490)], JoinedDaysAgo: 4300),
            new("田中 太郎", "タナカ タロウ", [new("MB2-712", 440)], JoinedDaysAgo: 3900),
            new("Emily Carter", null, [new("MB2-707", 1000)], JoinedDaysAgo: 2100),
            new("James Miller", null, [new("MB2-712", 210)], JoinedDaysAgo: 1500),
            new("鈴木 健一", "スズキ ケンイチ", [], JoinedDaysAgo: 600),
            new("渡辺 直樹", "ワタナベ ナオキ", [new("MB2-707", 1300, ValidUntilDaysAgo: 200)], JoinedDaysAgo: 3000),
            new("高橋 美咲", "タカハシ ミサキ", [new("MB2-713", 510), new("MB2-706", 740)], JoinedDaysAgo: 2600, LeftDaysAgo: 90),
            new("伊藤 翔", "イトウ ショウ", [new("MB2-712", 50)], JoinedDaysAgo: -70),
        ],
        [
            new(15, 2, 3_400, "Tailspin Toys"),
            new(13, 14, 9_000, "Adventure Works"),
            new(12, 1, 5_200, "Northwind Traders"),
            new(11, 12, 4_000, "Northwind Traders"),
            new(10, 20, 6_500, "Adventure Works"),
            new(9, 15, 14_000, "株式会社みなと商事"),
            new(8, 15, 25_000, "株式会社みなと商事"),
            new(8, 20, 32_000, "株式会社みなと商事", RevenueKind.Renewal),
            new(6, 10, 9_500, "Tailspin Toys"),
            new(5, 6, 18_000, "Wingtip Toys"),
            new(5, 28, 3_000, "Wingtip Toys", RevenueKind.Credit),
            new(4, 12, 1_250_000, "青空物流株式会社", Currency: "JPY"),
            new(3, 4, 8_000, "Wingtip Toys", Association: null),
            new(3, 22, 12_500, "Adventure Works"),
            new(2, 8, 8_500, "Tailspin Toys"),
            new(0, 1, 14_000, "株式会社みなと商事"),
        ],
        [7]);

    /// <summary>
    /// Gold, but only for who looks closely: the two who could fill any seat must take the customizer seats. Filling seats in the
    /// order of the list puts them into the first two and finds nobody for the others.
    /// </summary>
    public static readonly DemoFacts Adatum = new(
        "Adatum Corporation",
        "USD",
        [
            new("Anna Keller", null, [new("MB2-714", 700), new("MB2-710", 650), new("MB2-712", 400)], JoinedDaysAgo: 2000),
            new("Ben Ortega", null, [new("MB2-713", 690), new("MB2-706", 640), new("MB2-707", 380)], JoinedDaysAgo: 1900),
            new("Chloe Martin", null, [new("MB2-717", 300), new("MB2-715", 280)], JoinedDaysAgo: 1800),
            new("David Lindqvist", null, [new("MB2-718", 260), new("MB2-710", 240)], JoinedDaysAgo: 1700),
        ],
        [.. Enumerable.Range(0, 13).Select(month => new DemoEntry(month, 1, month == 0 ? 12_000 : 27_000, "Wide World Importers"))],
        []);
}

/// <param name="JoinedDaysAgo">Negative: still to come.</param>
internal sealed record DemoPerson(string Name, string? Reading, IReadOnlyList<DemoPass> Passes, int JoinedDaysAgo, int? LeftDaysAgo = null)
{
    public EmploymentSpan Span(DateOnly today) => new(today.AddDays(-JoinedDaysAgo), LeftDaysAgo is { } days ? today.AddDays(-days) : null);
}

internal sealed record DemoPass(string Code, int DaysAgo, int? ValidUntilDaysAgo = null);

/// <param name="MonthsAgo">0: the current month.</param>
/// <param name="Day">1 to 28; in the current month never after today.</param>
internal sealed record DemoEntry(
    int MonthsAgo,
    int Day,
    decimal Amount,
    string Customer,
    RevenueKind Kind = RevenueKind.NewBusiness,
    string Currency = "USD",
    string? Association = "dpor")
{
    public RevenueDetails Details(string measure, DateOnly today)
    {
        var month = Month.Of(today).Add(-MonthsAgo);

        return new RevenueDetails(
            measure, new DateOnly(month.Year, month.Number, Day), Amount, Currency, Kind, Customer, "dynamics-365-plan-1", Association);
    }
}
