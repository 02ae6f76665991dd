using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Localization;

/// <summary>No literal text in pages: whatever a reader reads comes from the resources, or is marked as data.</summary>
public sealed class PseudoLanguageTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    public static TheoryData<string, string> Accounts() => new()
    {
        { DemoAccounts.ContosoAdmin.Email, "Contoso" },
        { DemoAccounts.AdatumAdmin.Email, "Adatum" },
        { DemoAccounts.FabrikamAdmin.Email, "Fabrikam" },
        { DemoAccounts.AccountManager.Email, "Contoso" },
        { DemoAccounts.ProgramManager.Email, "Contoso" },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_page_speaks_through_the_resources_alone(string email, string organization)
    {
        using var visitor = await SignInAsync(email);

        var screens = await OpenAsync(visitor, await AddressesAsync(organization));

        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_before_sign_in_speak_through_the_resources_alone()
    {
        using var visitor = Visit();

        var screens = await OpenAsync(visitor, ["/account/sign-in", "/error/404", "/error/403", "/error/400", "/nowhere"]);

        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_catalog_with_other_shapes_is_read_through_the_resources_alone()
    {
        await PracticeCatalog.FollowAsync(_portal, "Contoso");
        using var visitor = await SignInAsync(DemoAccounts.ContosoAdmin.Email);

        var screens = await OpenAsync(visitor,
        [
            "/", "/assessment/practice", "/assessment/practice?option=sales", "/assessment/practice?option=sales&show=missing", "/assessment/practice?option=points", "/organization",
            "/organization/flag/authorized-reseller", "/revenue?measure=practice-seats", "/revenue/entry?measure=practice-seats",
        ]);

        screens.ShouldAllBe(screen => screen.Status == HttpStatusCode.OK);
        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("9999-99-99")]
    public async Task Every_form_that_is_refused_says_so_through_the_resources_alone(string typed)
    {
        await PracticeCatalog.FollowAsync(_portal, "Contoso");
        using var visitor = await SignInAsync(DemoAccounts.ContosoAdmin.Email);
        var screens = new List<Screen>();

        foreach (var page in await OpenAsync(visitor, [.. await AddressesAsync("Contoso"), "/organization/flag/authorized-reseller"]))
        {
            screens.AddRange(await SubmitAllAsync(visitor, page, typed));
        }

        screens.Count.ShouldBeGreaterThan(5);
        screens.ShouldContain(screen => screen.Document.QuerySelector(".err") != null);
        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_saved_or_saved_meanwhile_is_said_through_the_resources_alone()
    {
        using var visitor = await SignInAsync(DemoAccounts.ContosoAdmin.Email);
        var person = (await KnownRecords.OfAsync(_portal, "Contoso")).Person;
        var stale = (await visitor.GetAsync($"/people/{person}")).Form("Details");

        var saved = await visitor.FillAsync($"/people/{person}", "Details", ("Input.Name", "Somebody Else"));
        var conflict = await visitor.SubmitAsync(stale.With(("Input.Name", "Somebody Third")));
        var added = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", "A Newcomer"));

        conflict.Document.QuerySelectorAll(".conflict").ShouldNotBeEmpty();
        LiteralsIn([saved, conflict, added]).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_said_about_rates_comes_from_the_resources_alone()
    {
        var entry = await _portal.InDatabaseAsync(db => db.RevenueEntries.Where(one => one.Currency == "JPY").Select(one => one.Id).FirstAsync());
        using var manager = await SignInAsync(DemoAccounts.ProgramManager.Email);
        using var visitor = await SignInAsync(DemoAccounts.ContosoAdmin.Email);
        var screens = new List<Screen>();

        foreach (var pasted in new[] { "JPN,someday,x\nEUR,2026-01-01", "EUR,2026-01-01,1.08" })
        {
            var form = (await manager.GetAsync("/admin/rates/paste")).Form().With(("pasted", pasted));
            form.Action = new Uri(form.Action, "/admin/rates/paste?handler=Check");
            screens.Add(await manager.SubmitAsync(form));
        }

        var rate = (await manager.GetAsync("/admin/rates")).Document.QuerySelector("main table .btn-sm")!.GetAttribute("href")!;
        screens.Add(await manager.GetAsync(rate));
        screens.Add(await manager.SubmitAsync((await manager.GetAsync(rate)).Form("Delete")));
        screens.AddRange(await OpenAsync(visitor, [$"/revenue/entry/{entry}", "/assessment/cloud-crm"]));
        screens.Add(await visitor.FillAsync($"/revenue/entry/{entry}", "Save", ("Input.Amount", "2")));

        screens[3].Document.QuerySelector("#missing").ShouldNotBeNull();
        screens[^1].Text.ShouldContain("this entry cannot be converted yet");
        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_organization_that_follows_nothing_reads_the_resources_alone()
    {
        using var visitor = await SignInAsync(DemoAccounts.FabrikamAdmin.Email);
        var form = (await visitor.GetAsync("/organization")).Form("Follow");
        form.Remove("followed");
        await visitor.SubmitAsync(form);

        var screens = await OpenAsync(visitor, ["/", "/assessment", "/revenue", "/organization", "/people", $"/people/1/pass"]);

        screens[0].Text.ShouldContain("Which competency do you aim for?");
        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Fact]
    public async Task Accounts_and_organizations_speak_through_the_resources_alone()
    {
        using var visitor = await SignInAsync(DemoAccounts.ProgramManager.Email);
        using var guest = Visit();
        var organization = (await KnownRecords.OfAsync(_portal, "Contoso")).Organization;
        var users = await _portal.InDatabaseAsync(db => db.Users.Select(user => user.Id).ToListAsync());

        var screens = await OpenAsync(visitor, [$"/admin/organizations/{organization}", "/admin/organizations?q=x", "/admin/users?q=x", .. users.Select(user => $"/admin/users/{user}")]);
        var created = await visitor.FillAsync(
            "/admin/organizations/create",
            handler: null,
            ("Input.Name", "Litware"),
            ("Input.Market", "developed"),
            ("Input.AdminName", "Kim"),
            ("Input.AdminEmail", "kim@litware.example"));
        var opened = await guest.GetAsync(AccountsPortal.LinkOn(created).ShouldNotBeNull(created.Text));

        foreach (var page in screens.Take(3).Append(await visitor.GetAsync("/admin/organizations/create")).Append(await visitor.GetAsync("/admin/users/invite")).ToList())
        {
            screens.AddRange(await SubmitAllAsync(visitor, page, "rubbish"));
        }

        screens.AddRange([created, await visitor.GetAsync("/"), await visitor.GetAsync("/admin/organizations"), opened, .. await SubmitAllAsync(guest, opened, string.Empty)]);
        LiteralsIn(screens).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_planted_literal_is_found()
    {
        using var visitor = await SignInAsync(DemoAccounts.ContosoAdmin.Email);
        var screen = await visitor.GetAsync("/people");

        var (heading, cell, link) = (screen.Document.QuerySelector("h1")!, screen.Document.QuerySelector("td")!, screen.Document.QuerySelector("main a")!);
        heading.AppendChild(screen.Document.CreateTextNode(" and more"));
        cell.SetAttribute("data-l", "Employment");
        link.SetAttribute("aria-label", "Somewhere");

        Literals.In(screen.Document).Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    private static IEnumerable<string> LiteralsIn(IEnumerable<Screen> screens) =>
        screens.SelectMany(screen => Literals.In(screen.Document).Select(literal => $"{screen.Address.PathAndQuery}: {literal}")).Distinct(StringComparer.Ordinal);

    private static async Task<List<Screen>> OpenAsync(Visitor visitor, IEnumerable<string> addresses)
    {
        var screens = new List<Screen>();

        foreach (var address in addresses)
        {
            screens.Add(await visitor.GetAsync(address));
        }

        return screens;
    }

    /// <summary>Sends every form of the page that has something to fill in, all of it filled with the same.</summary>
    private static async Task<List<Screen>> SubmitAllAsync(Visitor visitor, Screen page, string typed)
    {
        var answers = new List<Screen>();

        foreach (var form in page.Forms.Where(form => form.Method == "post" && form.QuerySelector(".field .form-control, .field .form-select") is not null))
        {
            var filled = new Form(form);

            foreach (var name in filled.Names.Where(name => name.Contains('.', StringComparison.Ordinal) && !name.EndsWith(".Version", StringComparison.Ordinal)).ToList())
            {
                filled.Set(name, typed);
            }

            answers.Add(await visitor.SubmitAsync(filled));
        }

        return answers;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(string organization)
    {
        var records = await KnownRecords.OfAsync(_portal, organization);
        var pages = await PortalPages.OfAsync(_portal);

        return
        [
            .. pages.Where(page => page.Name is not "/Account/SignOut").Select(page => page.Address(records.RouteValues)),
            BrokenPage.Address,
            "/assessment/cloud-crm?show=missing",
            "/people?q=nobody-has-this-name",
            "/people?q=MB2",
            "/revenue?until=2026-08",
            "/revenue?until=2027-08",
            "/revenue/entry",
            "/revenue/entry?month=2026-03",
            $"/people/{records.Person}/pass",
            $"/people/{records.Person}/pass?code=MB2-712",
        ];
    }

    private async Task<Visitor> SignInAsync(string email)
    {
        var visitor = Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);

        return visitor;
    }

    private Visitor Visit()
    {
        var visitor = _portal.Visit();
        visitor.Client.DefaultRequestHeaders.Add(PseudoText.Header, "1");

        return visitor;
    }
}
