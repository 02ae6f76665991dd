using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>What managers find in the list of organizations, and that it says what the evaluator says.</summary>
public sealed class PortfolioTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Address = "/portfolio";

    [Fact]
    public async Task An_account_manager_sees_the_organizations_assigned_and_no_others()
    {
        (await NamesAsync(DemoAccounts.AccountManager)).Distinct().ShouldBe(OrganizationsOf(DemoAccounts.AccountManager), ignoreOrder: true);
        (await NamesAsync(DemoAccounts.SecondAccountManager)).Distinct().ShouldBe(OrganizationsOf(DemoAccounts.SecondAccountManager), ignoreOrder: true);
    }

    [Fact]
    public async Task A_program_manager_sees_all_organizations_in_every_competency_they_follow()
    {
        var rows = await RowsAsync(DemoAccounts.ProgramManager, Address);

        rows.Length.ShouldBe(DemoOrganizations.All.Sum(organization => organization.Competencies.Count));
    }

    [Fact]
    public async Task Signing_in_leads_an_account_manager_to_the_portfolio()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AccountManager);

        (await visitor.GetAsync("/")).Path.ShouldBe(Address);
    }

    [Theory]
    [InlineData("q=ｗｏｏｄｇｒｏｖｅ", "Woodgrove Cloud K.K.")]
    [InlineData("q=アルパイン", "株式会社アルパイン ソリューション")]
    [InlineData("market=developing", "VanArsdel do Brasil Ltda.")]
    [InlineData("state=Undetermined", "Fabrikam, Inc.")]
    [InlineData("state=Top", "Adatum Corporation", "Proseware Nordic AB")]
    [InlineData("state=None")]
    [InlineData("tier=gold", "Adatum Corporation", "Proseware Nordic AB")]
    [InlineData("tier=-&competency=cloud-crm&market=developed", "Fabrikam, Inc.", "Lamna Consulting", "Woodgrove Cloud K.K.")]
    [InlineData("competency=messaging&tier=silver", "Woodgrove Cloud K.K.")]
    [InlineData("soon=true&q=アルパイン", "株式会社アルパイン ソリューション")]
    [InlineData("soon=true&q=fabrikam")]
    [InlineData("q=nobody")]
    [InlineData("q=%EF%BF%BE")]
    public async Task Filters_find_the_rows_that_fit_all_of_them(string query, params string[] names)
    {
        var rows = await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?{query}");

        rows.Select(NameOf).Distinct(StringComparer.Ordinal).ShouldBe(names, ignoreOrder: true);
    }

    [Theory]
    [InlineData("state=whatever&sort=whatever&p=whatever")]
    [InlineData("p=-1")]
    [InlineData("p=99999999")]
    [InlineData("state=7")]
    public async Task An_address_that_says_nonsense_shows_the_whole_list(string query)
    {
        (await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?{query}")).Length.ShouldBe(DemoOrganizations.All.Sum(organization => organization.Competencies.Count));
    }

    [Fact]
    public async Task The_counts_lead_to_what_they_count()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);
        var links = (await visitor.GetAsync(Address)).Document.QuerySelectorAll("a[data-count]");

        links.Length.ShouldBe(4);
        foreach (var link in links)
        {
            var rows = (await visitor.GetAsync(link.GetAttribute("href")!)).Document.QuerySelectorAll("tr[data-organization]");
            rows.Length.ShouldBe(int.Parse(link.QuerySelector("b")!.TextContent, CultureInfo.InvariantCulture), link.TextContent);
        }
    }

    [Fact]
    public async Task The_smallest_shortfall_comes_first_and_who_misses_no_money_last()
    {
        var rows = await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?sort=Missing");

        NameOf(rows[0]).ShouldBe("Lamna Consulting");
        var moneyless = rows.SkipWhile(row => MissingOf(row).Contains('$', StringComparison.Ordinal)).ToList();
        moneyless.Select(NameOf).ShouldContain("みらいデータ株式会社");
        moneyless.ShouldAllBe(row => !MissingOf(row).Contains('$'));
    }

    [Fact]
    public async Task The_fewest_people_missing_come_first_and_who_misses_nobody_last()
    {
        var open = new List<int>();

        foreach (var row in await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?sort=People"))
        {
            var fresh = await FreshAsync(Guid.Parse(row.GetAttribute("data-organization")!), row.GetAttribute("data-competency")!);
            open.Add(fresh.NextOpenPlaces is > 0 and var places ? places : int.MaxValue);
        }

        open.ShouldBeInOrder();
        open.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task What_ends_first_comes_first_and_what_has_no_end_in_sight_last()
    {
        var ends = (await SortedAsync("Ends")).Select(standing => standing.HoldsUntil ?? DateOnly.MaxValue).ToList();

        ends.ShouldBeInOrder();
        ends.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task The_smallest_plan_comes_first_and_who_has_none_last()
    {
        var plans = (await SortedAsync("Plan")).Select(standing => (standing.NextPlanCost ?? decimal.MaxValue, standing.NextPlanNewPeople, standing.NextShortfall ?? 0)).ToList();

        plans.ShouldBeInOrder();
        plans.Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Every_row_says_when_something_changed_last()
    {
        (await RowsAsync(DemoAccounts.ProgramManager, Address)).ShouldAllBe(row => row.QuerySelector("td:last-child time") != null);
    }

    [Fact]
    public async Task What_ends_soon_is_what_ends_within_90_days()
    {
        var soon = await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?soon=true");
        var last = PortalFactory.Today.AddDays(90);

        soon.Length.ShouldBe(await portal.InDatabaseAsync(db => db.Standings.CountAsync(standing => standing.HoldsUntil <= last)));
        soon.ShouldAllBe(row => row.QuerySelector("[data-holds].state-warn") != null);
    }

    [Theory]
    [InlineData("en-US", "Holds until 21 Jan 2027")]
    [InlineData("ja-JP", "2027年1月21日まで維持")]
    public async Task The_tier_of_who_loses_the_only_customizer_in_60_days_holds_until_then(string culture, string words)
    {
        using var manager = await portal.SignInAsync(DemoAccounts.AccountManager);
        await manager.SpeakAsync(culture);
        using var partner = await portal.SignInAsync(DemoAccounts.AlpineAdmin);
        await partner.SpeakAsync(culture);

        (await manager.GetAsync($"{Address}?q=アルパイン")).TextOf("tr[data-organization] [data-holds]").ShouldBe(words);
        (await partner.GetAsync("/")).TextOf("[data-holds]").ShouldBe(words);
    }

    [Theory]
    [InlineData("みらいデータ株式会社", "en-US", "1 exam from Gold")]
    [InlineData("みらいデータ株式会社", "ja-JP", "Gold まであと 試験1件")]
    [InlineData("Lamna Consulting", "en-US", "$6,200 from Silver")]
    [InlineData("Contoso Systems K.K.", "en-US", "$180,000 and 2 exams from Gold")]
    [InlineData("Contoso Systems K.K.", "ja-JP", "Gold まであと $180,000と試験2件")]
    public async Task A_row_says_how_far_the_next_tier_is(string organization, string culture, string words)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);
        await visitor.SpeakAsync(culture);

        (await visitor.GetAsync($"{Address}?q={Uri.EscapeDataString(organization)}")).TextOf("tr[data-organization] [data-distance]").ShouldBe(words);
    }

    [Fact]
    public async Task The_highest_tier_comes_first_where_asked_for()
    {
        var rows = await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?sort=Tier");

        rows.Take(2).Select(NameOf).ShouldBe(["Adatum Corporation", "Proseware Nordic AB"]);
    }

    [Fact]
    public async Task The_latest_change_comes_first_where_asked_for()
    {
        await using var changing = new PortalFactory();
        await changing.InitializeAsync();
        using var admin = await changing.SignInAsync(DemoAccounts.AdatumAdmin);
        await admin.FillAsync("/people/add", handler: null, ("Input.Name", "Somebody New"));

        using var manager = await changing.SignInAsync(DemoAccounts.SecondAccountManager);

        NameOf((await manager.GetAsync($"{Address}?sort=Changed")).Document.QuerySelector("tr[data-organization]")!).ShouldBe("Adatum Corporation");
    }

    [Fact]
    public async Task Pages_together_hold_every_row_once()
    {
        await using var large = new PortalFactory();
        await large.InitializeAsync();
        await large.InDatabaseAsync(AddOrganizationsAsync);
        using var visitor = await large.SignInAsync(DemoAccounts.ProgramManager);

        var first = await visitor.GetAsync($"{Address}?sort=Changed");
        var second = await visitor.GetAsync(first.Document.QuerySelectorAll(".pager a").Single().GetAttribute("href")!);

        var rows = first.Document.QuerySelectorAll("tr[data-organization]").Concat(second.Document.QuerySelectorAll("tr[data-organization]")).ToList();
        rows.Select(row => (row.GetAttribute("data-organization"), row.GetAttribute("data-competency"))).Distinct().Count().ShouldBe(rows.Count);
        rows.Count.ShouldBe(60 + DemoOrganizations.All.Sum(organization => organization.Competencies.Count));
        second.Address.Query.ShouldContain("sort=Changed");
    }

    [Fact]
    public async Task Who_follows_nothing_is_listed_too()
    {
        await using var changing = new PortalFactory();
        await changing.InitializeAsync();
        await changing.InDatabaseAsync(async db =>
        {
            var id = Guid.CreateVersion7();
            await db.RecordAsync(id, _ => Task.FromResult(db.Add(new Organization(id, "Nothing Followed Ltd.", "USD", DateTime.UnixEpoch))), CancellationToken.None);

            return id;
        });
        using var visitor = await changing.SignInAsync(DemoAccounts.ProgramManager);

        var row = (await visitor.GetAsync($"{Address}?state=None")).Document.QuerySelectorAll("tr[data-organization]").ShouldHaveSingleItem();

        NameOf(row).ShouldBe("Nothing Followed Ltd.");
    }

    [Fact]
    public async Task Without_an_assignment_the_list_says_so()
    {
        await using var changing = new PortalFactory();
        await changing.InitializeAsync();
        await changing.InDatabaseAsync(db => db.Assignments.ExecuteDeleteAsync());
        using var visitor = await changing.SignInAsync(DemoAccounts.AccountManager);

        var screen = await visitor.GetAsync(Address);

        screen.Status.ShouldBe(HttpStatusCode.OK);
        screen.TextOf("main h2").ShouldBe(Texts.Of("Portfolio.Empty.Title", "en-US"));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Every_row_says_what_a_fresh_evaluation_says(string culture)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);
        await visitor.SpeakAsync(culture);
        var rows = (await visitor.GetAsync(Address)).Document.QuerySelectorAll("tr[data-organization]");
        rows.Length.ShouldBeGreaterThan(8);

        foreach (var row in rows)
        {
            var expected = await SentencesAsync(Guid.Parse(row.GetAttribute("data-organization")!), row.GetAttribute("data-competency")!, culture);

            row.QuerySelectorAll("[data-sentence]").Select(sentence => Screen.Plain(sentence.TextContent)).ShouldBe(expected, NameOf(row));
        }
    }

    [Fact]
    public async Task What_lists_filter_and_sort_by_is_what_a_fresh_evaluation_gives()
    {
        var stored = await portal.InDatabaseAsync(db => db.Standings.AsNoTracking().ToListAsync());

        foreach (var standing in stored)
        {
            var fresh = await FreshAsync(standing.OrganizationId, standing.Competency);

            (standing.Headline, standing.Rank, standing.NextTier, standing.NextStatus, standing.NextShortfall, standing.NextOpenPlaces)
                .ShouldBe((fresh.Headline, fresh.Rank, fresh.NextTier, fresh.NextStatus, fresh.NextShortfall, fresh.NextOpenPlaces));
            (standing.HoldsUntil, standing.NextPlanCost, standing.NextPlanNewPeople).ShouldBe((fresh.HoldsUntil, fresh.NextPlanCost, fresh.NextPlanNewPeople));
        }
    }

    [Fact]
    public async Task Every_row_shows_the_tier_that_a_fresh_evaluation_gives()
    {
        var rows = await RowsAsync(DemoAccounts.ProgramManager, Address);
        var program = await portal.InDatabaseAsync(async db => (await db.CatalogAsync(CancellationToken.None)).Program);

        foreach (var row in rows)
        {
            var fresh = await FreshAsync(Guid.Parse(row.GetAttribute("data-organization")!), row.GetAttribute("data-competency")!);
            var without = fresh.NextStatus == Status.Undetermined ? "Ladder.Unknown" : "Ladder.None";

            TextOf(row.QuerySelector(".tier")!).ShouldBe(
                fresh.Headline is { } tier ? program.Tier(tier)!.Name.In("en") : Texts.Of(without, "en-US"), NameOf(row));
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Every_row_says_what_the_partner_reads(string culture)
    {
        using var manager = await portal.SignInAsync(DemoAccounts.ProgramManager);
        await manager.SpeakAsync(culture);
        var rows = (await manager.GetAsync(Address)).Document.QuerySelectorAll("tr[data-organization]").ToList();

        foreach (var organization in DemoOrganizations.All)
        {
            using var partner = await portal.SignInAsync(organization.Admin);
            await partner.SpeakAsync(culture);
            var overview = (await partner.GetAsync("/")).Document;

            rows.Where(row => NameOf(row) == organization.Name).SelectMany(row => row.QuerySelectorAll("[data-sentence]")).Select(TextOf)
                .ShouldBe(overview.QuerySelectorAll(".todo li:not([data-anchor^=outlook]) [data-sentence]").Select(TextOf), ignoreOrder: true, organization.Name);
        }
    }

    private async Task<List<Standing>> SortedAsync(string sort)
    {
        var standings = new List<Standing>();

        foreach (var row in await RowsAsync(DemoAccounts.ProgramManager, $"{Address}?sort={sort}"))
        {
            standings.Add(await FreshAsync(Guid.Parse(row.GetAttribute("data-organization")!), row.GetAttribute("data-competency")!));
        }

        return standings;
    }

    private static IEnumerable<string> OrganizationsOf(DemoAccount manager) =>
        DemoOrganizations.All.Where(organization => organization.Managers.Contains(manager)).Select(organization => organization.Name);

    private static string NameOf(IElement row) => TextOf(row.QuerySelector("th a")!);

    private static string MissingOf(IElement row) => TextOf(row.QuerySelector("td:nth-of-type(4)")!);

    private static string TextOf(IElement element) => Screen.Plain(element.TextContent);

    private static async Task<int> AddOrganizationsAsync(PortalContext db)
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            var id = Guid.CreateVersion7();
            await db.RecordAsync(
                id,
                _ =>
                {
                    db.Add(new Organization(id, "Same Name", "USD", DateTime.UnixEpoch));
                    db.Add(new FollowedCompetency(Guid.CreateVersion7(), id, "messaging"));

                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }

        await db.Organizations.ExecuteUpdateAsync(set => set.SetProperty(organization => organization.FactsChangedAt, DateTime.UnixEpoch));

        return 60;
    }

    private async Task<IEnumerable<string>> NamesAsync(DemoAccount account) => (await RowsAsync(account, Address)).Select(NameOf);

    private async Task<IHtmlCollection<IElement>> RowsAsync(DemoAccount account, string address)
    {
        using var visitor = await portal.SignInAsync(account);
        var screen = await visitor.GetAsync(address);
        screen.Status.ShouldBe(HttpStatusCode.OK, screen.Text);

        return screen.Document.QuerySelectorAll("tr[data-organization]");
    }

    private Task<Standing> FreshAsync(Guid organization, string competency) => portal.InDatabaseAsync(async db =>
    {
        var catalog = await db.CatalogAsync(CancellationToken.None);
        var facts = (await FactsOf.ReadAsync(db, organization, CancellationToken.None)).For(catalog.Program, competency, PortalFactory.Today).Facts;
        var standing = new Standing(Guid.CreateVersion7(), organization, competency);
        standing.Store(
            new StandingBasis(PortalFactory.Today, 0, 0, 0),
            [],
            StandingOutcome.Of(catalog.Evaluator.Evaluate(competency, facts), [], null, catalog.Program),
            DateTime.UnixEpoch);

        return standing;
    });

    private async Task<List<string>> SentencesAsync(Guid organization, string competency, string culture)
    {
        var program = await portal.InDatabaseAsync(async db => (await db.CatalogAsync(CancellationToken.None)).Program);
        var view = StandingView.Of(await FreshAsync(organization, competency), program).ShouldNotBeNull();
        await using var scope = portal.Services.CreateAsyncScope();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var text = scope.ServiceProvider.GetRequiredService<AssessmentText>();

        return view.Requirements.Where(requirement => requirement.Result.Status != Status.Met)
            .Select(requirement => Screen.Plain(text.Sentence(requirement.Result, requirement.Requirement, program, view.Result.Market))).ToList();
    }
}
