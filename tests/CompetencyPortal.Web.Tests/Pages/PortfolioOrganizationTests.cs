using System.Net;
using AngleSharp.Dom;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Managers read what the partner reads, without learning who an employee is unless the organization allows it.</summary>
public sealed class PortfolioOrganizationTests : PortalFactory, IAsyncLifetime
{
    /// <summary>What is said, counted and judged on the page; who is meant is left out.</summary>
    private const string Statements =
        "#stand, .hero-top p, [data-ends-soon] strong, .hero li, .ladder li, .hero .facts dd, [data-sentence], [data-figure], [data-status], [data-reason], .months li .amt, " +
        "tr[data-entry] td.num, tr[data-person] td .code, .seatkind > p, .rule li, nav.switch a, .bar text";

    private static readonly string[] Marks = ["data-status", "data-entry", "data-counts", "data-amount", "data-person", "aria-current"];

    private static readonly PersonDetails Everything = new(
        "柏木 玲奈", "カシワギ レイナ", "Reina Kashiwagi", "reina.kashiwagi@contoso.example", "EMP-77813", "MCP-5550199");

    /// <summary>Contoso has, besides the demo's people, one of whom everything is known, and one who was removed.</summary>
    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var contoso = (await KnownRecords.OfAsync(this, "Contoso")).Organization;
        var (known, removed) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RecordAsync(contoso, async (db, token) =>
        {
            var organization = await db.Organizations.SingleAsync(one => one.Id == contoso, token);
            var person = new Employee(known, organization, Everything, new EmploymentSpan(null, null));
            db.Add(person);
            db.Add(new ExamPass(Guid.CreateVersion7(), person, "MB2-712", new DateOnly(2017, 1, 2)));
            db.Add(new Employee(removed, organization, new PersonDetails("Removed Employee"), new EmploymentSpan(null, null)));
        });
        await RecordAsync(contoso, async (db, token) => db.Remove(await db.Employees.Include(one => one.Periods).SingleAsync(one => one.Id == removed, token)));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Manager_and_partner_read_the_same_sentences_and_numbers(string culture)
    {
        using var manager = await SignInAsync(DemoAccounts.ProgramManager);
        await manager.SpeakAsync(culture);

        foreach (var organization in await OrganizationsAsync())
        {
            using var partner = Visit();
            await partner.SignInAsync(organization.Admin, DemoAccounts.Password);
            await partner.SpeakAsync(culture);

            foreach (var page in organization.Pages)
            {
                var (theirs, read) = (await partner.GetAsync($"/assessment/{page}"), await manager.GetAsync($"/portfolio/{organization.Id}/{page}"));

                read.Status.ShouldBe(HttpStatusCode.OK, page);
                Said(read).ShouldBe(Said(theirs), $"{organization.Name} {page}");
            }
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Managers_never_learn_who_an_employee_is(string culture)
    {
        foreach (var account in new[] { DemoAccounts.ProgramManager, DemoAccounts.AccountManager, DemoAccounts.SecondAccountManager })
        {
            using var manager = await SignInAsync(account);
            await manager.SpeakAsync(culture);

            foreach (var organization in (await OrganizationsAsync()).Where(one => !one.ShowsNames))
            {
                foreach (var screen in await PagesOfAsync(manager, organization))
                {
                    organization.Secrets.Where(WebUtility.HtmlDecode(screen.Body).Contains).ShouldBeEmpty($"{organization.Name} {screen.Address}");
                }
            }
        }
    }

    [Fact]
    public async Task Names_are_shown_once_the_partner_allows_it()
    {
        var contoso = await ContosoAsync();
        using var partner = await SignInAsync(DemoAccounts.ContosoAdmin);
        using var manager = await SignInAsync(DemoAccounts.AccountManager);
        (await manager.GetAsync($"/portfolio/{contoso.Id}/cloud-crm")).TextOf("tr[data-person='1'] th").ShouldBe("Person 1");

        await partner.FillAsync("/organization", "Settings", ("Input.ShowsNames", "true"));

        var screen = await manager.GetAsync($"/portfolio/{contoso.Id}/cloud-crm");
        screen.TextOf("tr[data-person='1'] th").ShouldBe("佐藤 花子");
        screen.Document.QuerySelectorAll("tr[data-person] th").Select(cell => Screen.Plain(cell.TextContent)).ShouldBe(contoso.Names, ignoreOrder: true);
        screen.TextOf("[data-names]").ShouldBe(Texts.Of("Portfolio.Names.Shown", "en-US"));
        var history = (await manager.GetAsync($"/portfolio/history/{contoso.Id}")).Text;
        history.ShouldContain(Everything.Name);
        history.ShouldContain("Removed Employee");

        await partner.FillAsync("/organization", "Settings", ("Input.ShowsNames", "false"));

        (await manager.GetAsync($"/portfolio/{contoso.Id}/cloud-crm")).TextOf("tr[data-person='1'] th").ShouldBe("Person 1");
    }

    [Fact]
    public async Task Nothing_can_be_changed_from_here()
    {
        using var manager = await SignInAsync(DemoAccounts.ProgramManager);

        foreach (var organization in await OrganizationsAsync())
        {
            foreach (var screen in await PagesOfAsync(manager, organization))
            {
                var main = screen.Document.QuerySelector("main")!;

                main.QuerySelectorAll("form").ShouldBeEmpty();
                main.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? string.Empty)
                    .ShouldAllBe(address => address.StartsWith("/portfolio", StringComparison.Ordinal) || address.StartsWith('#') || address.StartsWith('?')
                        || address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("https:", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Taking_the_assignment_away_ends_access_at_once()
    {
        var contoso = await ContosoAsync();
        using var manager = await SignInAsync(DemoAccounts.AccountManager);
        (await manager.GetAsync($"/portfolio/{contoso.Id}")).Status.ShouldBe(HttpStatusCode.OK);

        await RecordAsync(contoso.Id, async (db, token) => db.RemoveRange(await db.Assignments.Where(one => one.OrganizationId == contoso.Id).ToListAsync(token)));

        (await manager.GetAsync($"/portfolio/{contoso.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync($"/portfolio/{contoso.Id}/cloud-crm")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync($"/portfolio/history/{contoso.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task An_organization_that_follows_nothing_has_a_page_all_the_same(string culture)
    {
        var contoso = await ContosoAsync();
        await RecordAsync(contoso.Id, async (db, token) => db.RemoveRange(await db.FollowedCompetencies.Where(one => one.OrganizationId == contoso.Id).ToListAsync(token)));
        using var manager = await SignInAsync(DemoAccounts.AccountManager);
        await manager.SpeakAsync(culture);

        var screen = await manager.GetAsync($"/portfolio/{contoso.Id}");

        screen.Path.ShouldBe($"/portfolio/{contoso.Id}");
        screen.TextOf("h1").ShouldBe(contoso.Name);
        screen.TextOf(".empty h2").ShouldBe(Texts.Of("Portfolio.NoneFollowed.Title", culture));
        screen.Document.QuerySelectorAll("a[href^='mailto:']").Select(link => link.TextContent).ShouldBe([contoso.Admin]);
        (await manager.GetAsync($"/portfolio/{contoso.Id}/cloud-crm")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Revenue_by_month_tells_not_reported_from_zero(string culture)
    {
        var contoso = await ContosoAsync();
        using var manager = await SignInAsync(DemoAccounts.AccountManager);
        await manager.SpeakAsync(culture);

        var months = (await manager.GetAsync($"/portfolio/{contoso.Id}/cloud-crm")).Document.QuerySelectorAll("tr[data-month]")
            .ToDictionary(row => row.GetAttribute("data-month")!, row => row.QuerySelector("td")!, StringComparer.Ordinal);

        months.Count.ShouldBe(24);
        months.Keys.First().ShouldBe("2026-11");
        ShouldSay(months["2026-10"], "NotReported", Texts.Of("Month.NotReported", culture));
        ShouldSay(months["2026-04"], "Zero", Texts.Of("Month.Zero", culture));
        ShouldSay(months["2026-07"], "Reported", "¥1,250,000");
        ShouldSay(months["2026-06"], "Reported", "$15,000");
        months.Values.Where(cell => cell.GetAttribute("data-state") == "Reported").ShouldAllBe(cell => cell.TextContent.Any(char.IsDigit));
        months.Values.Where(cell => cell.GetAttribute("data-state") == "NotReported").ShouldAllBe(cell => !cell.TextContent.Any(char.IsDigit));
    }

    private static void ShouldSay(IElement cell, string state, string words)
    {
        cell.GetAttribute("data-state").ShouldBe(state);
        Screen.Plain(cell.TextContent).ShouldContain(words);
    }

    /// <summary>Text and marks of what is stated; the partner's invitations to enter something are left out.</summary>
    private static List<string> Said(Screen screen)
    {
        var main = screen.Document.QuerySelector("main")!;
        var stated = main.QuerySelectorAll("#stand").Single().Closest("section")!.ParentElement!;

        foreach (var link in stated.QuerySelectorAll(".noprint, .print-only").ToList())
        {
            link.Remove();
        }

        return [.. stated.QuerySelectorAll(Statements).Select(element => $"{Screen.Plain(element.TextContent)} {string.Join('|', Marks.Select(element.GetAttribute))}")];
    }

    private static async Task<IReadOnlyList<Screen>> PagesOfAsync(Visitor manager, DemoOrganization organization)
    {
        var screens = new List<Screen> { await manager.GetAsync($"/portfolio/{organization.Id}"), await manager.GetAsync($"/portfolio/history/{organization.Id}") };

        foreach (var page in organization.Pages)
        {
            screens.Add(await manager.GetAsync($"/portfolio/{organization.Id}/{page}"));
        }

        return screens;
    }

    private async Task<DemoOrganization> ContosoAsync() =>
        (await OrganizationsAsync()).Single(one => one.Name.StartsWith("Contoso", StringComparison.Ordinal));

    private Task<List<DemoOrganization>> OrganizationsAsync() => InDatabaseAsync(async db =>
    {
        var program = (await db.CatalogAsync(CancellationToken.None)).Program;
        var organizations = new List<DemoOrganization>();

        foreach (var organization in await db.Organizations.AsNoTracking().ToListAsync())
        {
            var followed = await db.FollowedCompetencies.Where(one => one.OrganizationId == organization.Id).Select(one => one.Competency).ToListAsync();
            var options = program.Competencies.Where(each => followed.Contains(each.Key))
                .SelectMany(each => each.VersionInForce(Today)!.Options.Select(option => $"{each.Key}?option={option.Key}"));

            organizations.Add(new DemoOrganization(
                organization,
                await db.Accounts().Where(one => one.OrganizationId == organization.Id).Select(one => one.Email).FirstAsync(),
                [.. followed, .. followed.Select(key => $"{key}?show=missing"), .. options],
                await db.Employees.AsNoTracking().Where(one => one.OrganizationId == organization.Id).ToListAsync()));
        }

        return organizations;
    });

    private Task<bool> RecordAsync(Guid organization, Func<PortalContext, CancellationToken, Task> change) => InDatabaseAsync(async db =>
    {
        await db.RecordAsync(organization, token => change(db, token), CancellationToken.None);

        return true;
    });

    /// <param name="Admin">The e-mail address of one.</param>
    /// <param name="Pages">What follows <c>/assessment/</c> in the addresses of the organization's assessments.</param>
    private sealed record DemoOrganization(Organization Organization, string Admin, IReadOnlyList<string> Pages, IReadOnlyList<Employee> People)
    {
        public Guid Id => Organization.Id;

        public string Name => Organization.Name;

        public bool ShowsNames => Organization.ShowsNames;

        public IEnumerable<string> Names => People.Select(person => person.Name);

        public IEnumerable<string> Secrets => People
            .SelectMany(person => new[] { person.Name, person.Reading, person.LatinName, person.Email, person.EmployeeNumber, person.CertificationId })
            .Append("Removed Employee")
            .OfType<string>();
    }
}
