using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Demo;

/// <summary>The organizations of the demo: each shows another way to stand. Days are relative to the day of seeding, so that it holds on any day.</summary>
internal static class DemoOrganizations
{
    private const string Customers = "office-365-new-customers";
    private const string Seats = "power-bi-seats";
    private const string Licenses = "erp-gross-license-revenue";

    /// <summary>Nothing entered yet.</summary>
    private static readonly DemoOrganization Fabrikam = new("Fabrikam, Inc.", "USD", DemoAccounts.FabrikamAdmin)
    {
        Managers = [DemoAccounts.AccountManager],
    };

    /// <summary>
    /// Silver, and on the way to Gold: one functional specialist and $180,000 short, one month not reported. Some people and
    /// some entries do not count, each for another reason.
    /// </summary>
    private static readonly DemoOrganization Contoso = new("Contoso Systems K.K.", "JPY", DemoAccounts.ContosoAdmin)
    {
        Managers = [DemoAccounts.AccountManager],
        People =
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
        Entries =
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
        Zeros = [new(7)],
    };

    /// <summary>
    /// Gold, but only for who looks closely: the two who could fill any seat must take the customizer seats. Filling seats in the
    /// order of the list puts them into the first two and finds nobody for the others.
    /// </summary>
    private static readonly DemoOrganization Adatum = new("Adatum Corporation", "USD", DemoAccounts.AdatumAdmin)
    {
        Managers = [DemoAccounts.SecondAccountManager],
        People =
        [
            new("Anna Keller", null, [new("MB2-714", 700), new("MB2-710", 650), new("MB2-712", 400)], JoinedDaysAgo: 2000),
            new("Ben Ortega", null, [new("MB2-713", 690), new("MB2-706", 640), new("MB2-707", 380)], JoinedDaysAgo: 1900),
            new("Chloe Martin", null, [new("MB2-717", 300), new("MB2-715", 280)], JoinedDaysAgo: 1800),
            new("David Lindqvist", null, [new("MB2-718", 260), new("MB2-710", 240)], JoinedDaysAgo: 1700),
        ],
        Entries = [.. Enumerable.Range(0, 13).Select(month => new DemoEntry(month, 1, month == 0 ? 12_000 : 27_000, "Wide World Importers"))],
    };

    /// <summary>Gold, with people to spare; seen by both account managers, and with names.</summary>
    private static readonly DemoOrganization Proseware = new("Proseware Nordic AB", "USD", DemoAccounts.ProsewareAdmin)
    {
        ShowsNames = true,
        Managers = [DemoAccounts.AccountManager, DemoAccounts.SecondAccountManager],
        People =
        [
            new("Astrid Lindholm", null, [new("MB2-718", 400), new("MB2-715", 380)], JoinedDaysAgo: 2400),
            new("Björn Ekström", null, [new("MB2-717", 350), new("MB2-715", 300)], JoinedDaysAgo: 2200),
            new("Clara Nyström", null, [new("MB2-716", 340)], JoinedDaysAgo: 1600),
            new("Erik Sandberg", null, [new("MB2-716", 310)], JoinedDaysAgo: 1500),
            new("Freja Holm", null, [new("MB2-877", 120), new("MB2-716", 100)], JoinedDaysAgo: 700),
        ],
        Entries = [.. Monthly(31_000, "Alpine Ski House")],
    };

    /// <summary>Silver, and one exam short of Gold: a second customizer.</summary>
    private static readonly DemoOrganization Mirai = new("みらいデータ株式会社", "USD", DemoAccounts.MiraiAdmin)
    {
        Managers = [DemoAccounts.AccountManager],
        People =
        [
            new("小林 誠", "コバヤシ マコト", [new("MB2-717", 420), new("MB2-715", 400)], JoinedDaysAgo: 3100),
            new("加藤 由美", "カトウ ユミ", [new("MB2-718", 330), new("MB2-715", 290)], JoinedDaysAgo: 2500),
            new("吉田 大輔", "ヨシダ ダイスケ", [new("MB2-716", 260)], JoinedDaysAgo: 1900),
            new("山本 さくら", "ヤマモト サクラ", [], JoinedDaysAgo: 250),
        ],
        Entries = [.. Monthly(28_500, "東都リース株式会社")],
    };

    /// <summary>The people for Silver are complete; $6,200 are missing.</summary>
    private static readonly DemoOrganization Lamna = new("Lamna Consulting", "USD", DemoAccounts.LamnaAdmin)
    {
        Managers = [DemoAccounts.SecondAccountManager],
        People =
        [
            new("Grace Mwangi", null, [new("MB2-717", 500), new("MB2-715", 470)], JoinedDaysAgo: 1400),
            new("Hugo Almeida", null, [new("MB2-716", 230)], JoinedDaysAgo: 1100),
        ],
        Entries = [.. Monthly(7_800, "Fourth Coffee"), new(2, 14, 200, "Fourth Coffee")],
    };

    /// <summary>Silver, until the last day of the only customizer, in 60 days.</summary>
    private static readonly DemoOrganization Alpine = new("株式会社アルパイン ソリューション", "JPY", DemoAccounts.AlpineAdmin)
    {
        Managers = [DemoAccounts.AccountManager],
        People =
        [
            new("中島 亮", "ナカジマ リョウ", [new("MB2-718", 610), new("MB2-715", 580)], JoinedDaysAgo: 2700),
            new("松本 恵", "マツモト メグミ", [new("MB2-716", 450)], JoinedDaysAgo: 2000, LeftDaysAgo: -60),
        ],
        Entries = [.. Monthly(1_400_000, "北斗製作所株式会社", "JPY")],
    };

    /// <summary>In a developing market, where half as much is enough for Silver.</summary>
    private static readonly DemoOrganization VanArsdel = new("VanArsdel do Brasil Ltda.", "USD", DemoAccounts.VanArsdelAdmin)
    {
        Market = "developing",
        Managers = [DemoAccounts.SecondAccountManager],
        People =
        [
            new("Ana Souza", null, [new("MB2-717", 370), new("MB2-715", 360)], JoinedDaysAgo: 1300),
            new("Bruno Carvalho", null, [new("MB2-716", 200)], JoinedDaysAgo: 900),
        ],
        Entries = [.. Monthly(4_600, "Margie's Travel")],
    };

    /// <summary>Follows several competencies: money, customers and seats, one way or another.</summary>
    private static readonly DemoOrganization Woodgrove = new("Woodgrove Cloud K.K.", "JPY", DemoAccounts.WoodgroveAdmin)
    {
        Competencies = ["cloud-crm", "data-analytics", "enterprise-resource-planning", "messaging", "small-and-midmarket-cloud-solutions"],
        Managers = [DemoAccounts.AccountManager, DemoAccounts.SecondAccountManager],
        People =
        [
            new("岡田 純", "オカダ ジュン", [new("70-347", 320), new("70-345", 300)], JoinedDaysAgo: 2100),
            new("Karen Toh", null, [new("70-347", 280), new("70-345", 150), new("TA-BUSINESS-INTELLIGENCE", 90)], JoinedDaysAgo: 1800),
            new("Liam Fraser", null, [new("MB2-716", 240)], JoinedDaysAgo: 800),
        ],
        Entries =
        [
            .. Monthly(5_000, "Southridge Video"),
            .. Monthly(12_500, "Graphic Design Institute").Select(entry => entry with { Measure = Licenses, Product = "dynamics-nav", Association = null }),
            .. CustomersWon("Humongous Insurance", "The Phone Company", "School of Fine Art", "Litware", "港北歯科医院", "City Power & Light"),
            .. Enumerable.Range(0, 6).Select(month => new DemoEntry(month, 1, 60, "Southridge Video", Currency: null) { Measure = Seats, Product = null }),
        ],
        Zeros = [.. Enumerable.Range(7, 6).Select(month => new DemoZero(month, Customers))],
    };

    public static readonly IReadOnlyList<DemoOrganization> All =
        [Contoso, Fabrikam, Adatum, Proseware, Mirai, Lamna, Alpine, VanArsdel, Woodgrove];

    /// <summary>The same amount at the first day of each month of the window, and of the one before.</summary>
    private static IEnumerable<DemoEntry> Monthly(decimal amount, string customer, string currency = "USD") =>
        Enumerable.Range(0, 13).Select(month => new DemoEntry(month, 1, amount, customer, Currency: currency));

    /// <summary>A new customer a month.</summary>
    private static IEnumerable<DemoEntry> CustomersWon(params IReadOnlyList<string> customers) =>
        customers.Select((customer, index) => new DemoEntry(index + 1, 5, 1, customer, Currency: null, Association: "transacting-partner") { Measure = Customers, Product = null });
}

internal sealed record DemoOrganization(string Name, string Currency, DemoAccount Admin)
{
    public string Market { get; init; } = "developed";

    public bool ShowsNames { get; init; }

    public IReadOnlyList<string> Competencies { get; init; } = ["cloud-crm"];

    /// <summary>The account managers it is assigned to.</summary>
    public IReadOnlyList<DemoAccount> Managers { get; init; } = [];

    public IReadOnlyList<DemoPerson> People { get; init; } = [];

    public IReadOnlyList<DemoEntry> Entries { get; init; } = [];

    public IReadOnlyList<DemoZero> Zeros { get; init; } = [];
}

/// <param name="JoinedDaysAgo">Negative: still to come. So too the next.</param>
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
    string? Currency = "USD",
    string? Association = "dpor")
{
    public const string NetNewRevenue = "crm-net-new-revenue";

    public string Measure { get; init; } = NetNewRevenue;

    public string? Product { get; init; } = "dynamics-365-plan-1";

    public RevenueDetails Details(DateOnly today)
    {
        var month = Month.Of(today).Add(-MonthsAgo);

        return new RevenueDetails(Measure, new DateOnly(month.Year, month.Number, Day), Amount, Currency, Kind, Customer, Product, Association);
    }
}

/// <summary>A month that somebody stated to be zero.</summary>
internal sealed record DemoZero(int MonthsAgo, string Measure = DemoEntry.NetNewRevenue);
