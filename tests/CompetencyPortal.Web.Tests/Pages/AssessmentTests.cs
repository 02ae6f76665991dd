using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>The assessment accounts for every entry and every person, and says what the standing says.</summary>
public sealed class AssessmentTests(AssessmentTests.FilledPortal portal) : IClassFixture<AssessmentTests.FilledPortal>
{
    private const string Address = "/assessment/cloud-crm";

    private static readonly string[] Marks = ["data-entry", "data-person", "data-amount", "data-status", "data-counts", "aria-valuenow", "datetime"];

    /// <summary>The demo's two filled organizations, and one with every kind of entry and of person.</summary>
    public static TheoryData<string, string> Organizations() => new()
    {
        { "Contoso", DemoAccounts.ContosoAdmin.Email },
        { "Adatum", DemoAccounts.AdatumAdmin.Email },
        { "Fabrikam", DemoAccounts.FabrikamAdmin.Email },
    };

    [Theory]
    [MemberData(nameof(Organizations))]
    public async Task Every_entry_counts_or_has_one_reason_and_those_that_count_add_up(string organization, string email)
    {
        var rows = (await OpenAsync(email)).Document.QuerySelectorAll("tr[data-entry]");
        var id = (await KnownRecords.OfAsync(portal, organization)).Organization;
        var entries = await portal.InDatabaseAsync(db => db.RevenueEntries.Where(one => one.OrganizationId == id).Select(one => one.Id).ToListAsync());
        var reasons = Enum.GetNames<EntryReason>().Select(reason => Texts.Of($"Entry.Reason.{reason}", "en-US")).ToList();

        rows.Select(row => Guid.Parse(row.GetAttribute("data-entry")!)).ShouldBe(entries, ignoreOrder: true);
        rows.ShouldAllBe(row => Counts(row) ? ReasonOf(row) == Texts.Of("Entries.Counts", "en-US") : reasons.Contains(ReasonOf(row)));

        var total = rows.Where(Counts).Sum(row => decimal.Parse(row.GetAttribute("data-amount")!, CultureInfo.InvariantCulture));
        (await LeavesAsync<MetricResult>(id)).ShouldAllBe(metric => metric.Value == total);
    }

    [Fact]
    public async Task A_tier_that_is_met_one_way_gives_no_reason_against_it_for_the_others()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.WoodgroveAdmin);

        var reasons = (await visitor.GetAsync("/assessment/messaging")).Document.QuerySelectorAll("[data-certificate]").Select(reason => reason.TextContent).ToList();

        reasons.ShouldNotBeEmpty();
        reasons.ShouldAllBe(reason => reason.Contains("Gold") && !reason.Contains("Silver"));
    }

    [Theory]
    [MemberData(nameof(Organizations))]
    public async Task The_number_shown_is_the_sum_rounded_down(string organization, string email)
    {
        var screen = await OpenAsync(email);
        var metric = (await LeavesAsync<MetricResult>((await KnownRecords.OfAsync(portal, organization)).Organization))[0];
        var shown = Math.Floor(metric.Value!.Value * 100) / 100;

        foreach (var figure in screen.Document.QuerySelectorAll("[data-figure=value], [data-figure=total]"))
        {
            decimal.Parse(figure.TextContent.Trim().TrimStart('$'), CultureInfo.GetCultureInfo("en-US")).ShouldBe(shown);
        }

        screen.Document.QuerySelectorAll("[data-figure=value]").Length.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Organizations))]
    public async Task Every_person_has_a_seat_or_one_reason(string organization, string email)
    {
        var rows = (await OpenAsync(email)).Document.QuerySelectorAll("tr[data-person]");
        var id = (await KnownRecords.OfAsync(portal, organization)).Organization;
        var people = await portal.InDatabaseAsync(db => db.Employees.Where(one => one.OrganizationId == id).Select(one => one.Number).ToListAsync());
        var staffing = await LeavesAsync<StaffingResult>(id);
        var seated = staffing.SelectMany(each => each.Seats).SelectMany(seat => seat.Filled).Select(filling => filling.Person).ToHashSet(StringComparer.Ordinal);

        rows.Select(row => int.Parse(row.GetAttribute("data-person")!, CultureInfo.InvariantCulture)).ShouldBe(people, ignoreOrder: true);
        rows.Where(Counts).Select(row => row.GetAttribute("data-person")).ShouldBe(seated, ignoreOrder: true);

        foreach (var row in rows.Where(row => !Counts(row)))
        {
            var reason = staffing[^1].People.Single(unseated => unseated.Person == row.GetAttribute("data-person")).Reason;
            ShouldGiveReason(ReasonOf(row), reason);
        }
    }

    [Theory]
    [MemberData(nameof(Organizations))]
    public async Task The_page_says_what_the_standing_says(string organization, string email)
    {
        var screen = await OpenAsync(email);
        var id = (await KnownRecords.OfAsync(portal, organization)).Organization;
        var tiers = (await StandingAsync(id)).Options.Single().Tiers;

        foreach (var tier in tiers)
        {
            var shown = screen.Document.QuerySelectorAll($".pane[data-tier={tier.Tier}] header [data-status]").Select(state => state.GetAttribute("data-status"));
            shown.ShouldBe(tier.Requirement.Leaves().Select(leaf => $"{leaf.Status}"));
        }

        var attained = tiers.LastOrDefault(tier => tier.Status == Status.Met)?.Tier;
        screen.TextOf(".headline").ToUpperInvariant().ShouldContain(attained is null ? "NO" : attained.ToUpperInvariant());
    }

    [Theory]
    [MemberData(nameof(Organizations))]
    public async Task Both_languages_show_the_same_numbers(string organization, string email)
    {
        using var visitor = portal.Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);

        var english = await visitor.GetAsync(Address);
        await visitor.SpeakAsync("ja-JP");
        var japanese = await visitor.GetAsync(Address);

        japanese.Document.DocumentElement.GetAttribute("lang").ShouldBe("ja", organization);
        Figures(japanese).ShouldBe(Figures(english));
        japanese.TextOf(".headline").ShouldNotBe(english.TextOf(".headline"));
    }

    [Fact]
    public async Task Whats_missing_leaves_out_what_is_met()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.FabrikamAdmin);

        var all = Requirements(await visitor.GetAsync(Address));
        var missing = Requirements(await visitor.GetAsync($"{Address}?show=missing"));

        all.Count.ShouldBe(2);
        missing.Select(row => row.Id).ShouldBe(all.Where(IsOpen).Select(row => row.Id));
        missing.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_missing_where_the_highest_tier_is_met()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        var screen = await visitor.GetAsync($"{Address}?show=missing");

        Requirements(screen).ShouldBeEmpty();
        screen.Text.ShouldContain(Texts.Of("Assessment.NothingMissing", "en-US"));
    }

    [Fact]
    public async Task The_greedy_trap_is_decided_rightly()
    {
        var screen = await OpenAsync(DemoAccounts.AdatumAdmin.Email);

        screen.Document.QuerySelectorAll(".pane [data-status]").ShouldAllBe(state => state.GetAttribute("data-status") == "Met");
        screen.TextOf(".headline").ShouldContain("Gold");
        screen.Document.QuerySelectorAll(".pane[data-tier=gold] .slot .who").Select(who => Screen.Plain(who.TextContent))
            .ShouldBe(["Chloe Martin", "David Lindqvist", "Anna Keller", "Ben Ortega"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/assessment/no-such-competency")]
    [InlineData("/assessment/cloud-crm/more")]
    public async Task A_competency_that_is_not_followed_is_not_there(string address)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static bool Counts(IElement row) => row.GetAttribute("data-counts") == "true";

    private static string ReasonOf(IElement row) => Screen.Plain(row.QuerySelector("[data-reason]")!.TextContent);

    private static void ShouldGiveReason(string shown, PersonReason reason)
    {
        var key = (reason, shown.EndsWith(Texts.Of("Person.Reason.Incomplete", "en-US"), StringComparison.Ordinal)) is (PersonReason.Incomplete, false)
            ? "Person.Reason.Incomplete.Missing"
            : $"Person.Reason.{reason}";

        shown.ShouldSay(key, "en-US");
    }

    private static IReadOnlyList<IElement> Requirements(Screen screen) =>
        [.. screen.Document.QuerySelectorAll("section.card").Where(section => section.QuerySelector(".pane") is not null)];

    private static bool IsOpen(IElement row) => row.QuerySelectorAll(".pane [data-status]").Any(state => state.GetAttribute("data-status") != "Met");

    /// <summary>Every number, status and identity on the page.</summary>
    private static List<string> Figures(Screen screen) =>
    [
        .. screen.Document.QuerySelectorAll("[data-amount], [data-status], [data-counts], [aria-valuenow], time")
            .Select(element => string.Join('|', Marks.Select(element.GetAttribute))),
        .. screen.Document.QuerySelectorAll("[data-figure]").Select(figure => figure.TextContent.Trim()),
    ];

    private async Task<Screen> OpenAsync(string email)
    {
        using var visitor = portal.Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);
        var screen = await visitor.GetAsync(Address);
        screen.Status.ShouldBe(HttpStatusCode.OK);

        return screen;
    }

    private Task<EvaluationResult> StandingAsync(Guid organization) =>
        portal.InDatabaseAsync(async db => (await db.Standings.AsNoTracking().SingleAsync(one => one.OrganizationId == organization)).ReadResult());

    private async Task<List<T>> LeavesAsync<T>(Guid organization)
        where T : NodeResult =>
        [.. (await StandingAsync(organization)).Options.Single().Tiers.SelectMany(tier => tier.Requirement.Leaves()).OfType<T>()];

    /// <summary>Fabrikam has been filled with an entry and a person of each kind: staffed for Gold, but without the money.</summary>
    public sealed class FilledPortal : PortalFactory, IAsyncLifetime
    {
        private const string Measure = "crm-net-new-revenue";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var id = (await KnownRecords.OfAsync(this, "Fabrikam")).Organization;
            await InDatabaseAsync(async db =>
            {
                await db.RecordAsync(
                    id,
                    async token =>
                    {
                        db.AddRange(Entries(id));
                        db.AddRange(Month.Between(new Month(2025, 11), new Month(2026, 9)).Select(month => new StatedZero(Guid.CreateVersion7(), id, Measure, month.First, statedBy: null, DateTime.UnixEpoch)));
                        AddPeople(db, await db.Organizations.SingleAsync(one => one.Id == id, token));
                    },
                    CancellationToken.None);

                return true;
            });
        }

        private static IEnumerable<RevenueEntry> Entries(Guid organization)
        {
            (DateOnly On, decimal Amount, string Currency, RevenueKind Kind, string? Product, string? Association)[] entries =
            [
                (Today, 1234.5678m, "USD", RevenueKind.NewBusiness, "crm-online", "dpor"),
                (Today.AddDays(1), 10, "USD", RevenueKind.NewBusiness, "crm-online", "dpor"),
                (new DateOnly(2026, 10, 1), 333.3333m, "USD", RevenueKind.NewBusiness, "dynamics-365-plan-1", "dpor"),
                (new DateOnly(2026, 10, 1), 333.3333m, "USD", RevenueKind.NewBusiness, "dynamics-365-plan-1", "dpor"),
                (new DateOnly(2026, 10, 2), 111_111, "JPY", RevenueKind.NewBusiness, "crm-online", "dpor"),
                (new DateOnly(2026, 10, 3), 7.0001m, "USD", RevenueKind.Credit, "crm-online", "dpor"),
                (new DateOnly(2026, 10, 4), 5_000_000, "USD", RevenueKind.Renewal, "crm-online", "dpor"),
                (new DateOnly(2026, 10, 5), 5_000_000, "USD", RevenueKind.NewBusiness, null, "dpor"),
                (new DateOnly(2026, 10, 6), 5_000_000, "USD", RevenueKind.NewBusiness, "crm-online", null),
                (new DateOnly(2026, 10, 7), 0, "USD", RevenueKind.NewBusiness, "crm-online", "dpor"),
                (new DateOnly(2025, 11, 22), 5_000_000, "USD", RevenueKind.NewBusiness, "crm-online", "dpor"),
                (new DateOnly(2025, 11, 23), 20, "USD", RevenueKind.NewBusiness, "crm-online", "dpor"),
                (new DateOnly(2020, 1, 1), 5_000_000, "JPY", RevenueKind.Renewal, null, null),
            ];

            return entries.Select(entry => new RevenueEntry(
                Guid.CreateVersion7(), organization, new RevenueDetails(Measure, entry.On, entry.Amount, entry.Currency, entry.Kind, "Customer", entry.Product, entry.Association)));
        }

        private static void AddPeople(DbContext db, Organization organization)
        {
            (string Name, string[] Codes, DateOnly? Joined, DateOnly? LastDay)[] people =
            [
                ("Everything", ["MB2-714", "MB2-710", "MB2-712"], null, null),
                ("Functional One", ["MB2-714", "MB2-710"], null, null),
                ("Functional Two", ["MB2-713", "MB2-706"], null, Today),
                ("Customizer One", ["MB2-712"], Today, null),
                ("Customizer Two", ["MB2-707"], null, null),
                ("Half", ["MB2-714"], null, null),
                ("Nothing", [], null, null),
                ("Retired Exam", ["MB2-709", "MB2-710"], null, null),
                ("To Come", ["MB2-712"], Today.AddDays(1), null),
                ("Gone", ["MB2-712"], null, Today.AddDays(-1)),
            ];

            foreach (var (name, codes, joined, lastDay) in people)
            {
                var person = new Employee(Guid.CreateVersion7(), organization, new PersonDetails(name), new EmploymentSpan(joined, lastDay));
                db.Add(person);
                db.AddRange(codes.Select(code => new ExamPass(Guid.CreateVersion7(), person, code, new DateOnly(2017, 1, 2))));
            }
        }
    }
}
