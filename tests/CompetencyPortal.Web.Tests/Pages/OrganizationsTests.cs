using System.Net;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>The program manager creates organizations, says who is responsible for them, and which market holds when.</summary>
public sealed class OrganizationsTests : IAsyncLifetime
{
    private readonly AccountsPortal _portal = new();

    private Visitor _manager = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _manager = await _portal.ProgramManagerAsync();
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_new_organization_has_a_market_and_an_admin_who_gets_in_by_the_link()
    {
        using var admin = _portal.Visit();

        var created = await _manager.SubmitAsync(await FilledAsync());
        var waiting = await _manager.GetAsync("/admin/organizations?orphaned=true");
        await admin.FillAsync(AccountsPortal.LinkOn(created).ShouldNotBeNull(), handler: null, ("Input.Password", AccountsPortal.Password));
        var list = await _manager.GetAsync("/admin/organizations?q=ｌｉｔｗａｒｅ");

        created.TextOf("h1").ShouldBe("Litware, Inc.");
        created.Document.QuerySelector("#markets")!.TextContent.ShouldContain("Developing markets");
        AccountsPortal.LinkOn(await _manager.GetAsync(created.Path)).ShouldBeNull("shown once");
        waiting.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        list.TextOf("tbody tr").ShouldContain("Kim Abercrombie");
        list.Document.QuerySelector(".state-warn").ShouldBeNull();
        (await admin.GetAsync("/organization")).Text.ShouldContain("Litware, Inc.");
    }

    [Fact]
    public async Task The_journal_tells_of_the_creation_and_who_did_it()
    {
        var created = await _manager.SubmitAsync(await FilledAsync());
        var id = Guid.Parse(created.Path.Split('/')[^1]);

        var entries = await _portal.InDatabaseAsync(db => db.Journal.Where(entry => entry.Scope == id).OrderBy(entry => entry.Sequence).ToListAsync());

        entries.Select(entry => entry.RecordKind).ShouldBe([nameof(Organization), nameof(OrganizationMarket)], ignoreOrder: true);
        entries.ShouldAllBe(entry => entry.Before == null && entry.UserId != null);
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_creates_one_organization_and_one_admin()
    {
        var form = await FilledAsync();

        var screens = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _manager.SubmitAsync(form)));

        screens.ShouldAllBe(screen => screen.Status == HttpStatusCode.OK && screen.Path == screens[0].Path);
        (await _portal.InDatabaseAsync(db => db.Organizations.CountAsync(one => one.Name == "Litware, Inc."))).ShouldBe(1);
        (await _portal.InDatabaseAsync(db => db.Users.CountAsync(user => user.Email == "kim@litware.example"))).ShouldBe(1);
    }

    [Fact]
    public async Task An_admin_whose_address_is_taken_leaves_no_organization_behind()
    {
        var screen = await _manager.SubmitAsync((await FilledAsync()).With(("Input.AdminEmail", DemoAccounts.ContosoAdmin.Email)));

        screen.ErrorOf("Input.AdminEmail").ShouldSay("User.Email.Taken", "en-US");
        screen.ValueOf("Input.Name").ShouldBe("Litware, Inc.");
        (await _portal.InDatabaseAsync(db => db.Organizations.CountAsync(one => one.Name == "Litware, Inc."))).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_is_there_already_is_asked_about_once()
    {
        var asked = await _manager.SubmitAsync((await FilledAsync()).With(("Input.Name", "ｃｏｎｔｏｓｏ systems k.k.")));
        var created = await _manager.SubmitAsync(asked.Form().With(("Input.IsNamesake", "true")));

        asked.ErrorOf("Input.Name").ShouldSay("Partner.Name.Known", "en-US");
        created.TextOf("h1").ShouldBe("ｃｏｎｔｏｓｏ systems k.k.");
        (await _manager.GetAsync("/admin/organizations/create")).Control("Input.IsNamesake").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        var screen = await _manager.SubmitAsync((await _manager.GetAsync("/admin/organizations/create")).Form().With(("Input.DefaultCurrency", "XXX")));

        foreach (var field in new[] { "Input.Name", "Input.DefaultCurrency", "Input.Market", "Input.AdminName", "Input.AdminEmail" })
        {
            screen.ErrorOf(field).ShouldNotBeNull(field);
        }
    }

    [Fact]
    public async Task Who_renames_what_somebody_else_renamed_sees_both()
    {
        var page = await PageAsync("Fabrikam");
        var form = (await _manager.GetAsync(page)).Form("Name").With(("Input.Name", "Fabrikam Mine"));
        await _manager.FillAsync(page, "Name", ("Input.Name", "Fabrikam Theirs"));

        var conflict = await _manager.SubmitAsync(form);
        var saved = await _manager.SubmitAsync(conflict.Form("Name"));

        conflict.ValueOf("Input.Name").ShouldBe("Fabrikam Mine");
        conflict.TextOf(".conflict").ShouldContain("Fabrikam Theirs");
        saved.TextOf("h1").ShouldBe("Fabrikam Mine");
    }

    [Fact]
    public async Task Markets_are_dated_rows_one_a_day_and_change_the_assessment()
    {
        var (page, id) = (await PageAsync("Contoso"), await _portal.OrganizationAsync("Contoso"));

        var added = await _manager.FillAsync(page, "Market", ("Added.Market", "developing"), ("Added.From", "2026/11/22"));
        var market = await MarketAsync(id);
        var taken = await _manager.FillAsync(page, "Market", ("Added.Market", "developed"), ("Added.From", "2026-11-22"));
        var alwaysTaken = await _manager.FillAsync(page, "Market", ("Added.Market", "developing"));
        var row = await _portal.InDatabaseAsync(db => db.OrganizationMarkets.Where(one => one.OrganizationId == id && one.Market == "developing").Select(one => one.Id).SingleAsync());
        await _manager.SubmitAsync(AccountsPortal.Pressed(await _manager.GetAsync(page), "RemoveMarket", "row", row));

        added.TextOf("#markets li").ShouldContain("Developing markets");
        market.ShouldBe("developing");
        taken.ErrorOf("Added.From").ShouldSay("Partner.Market.From.Taken", "en-US");
        alwaysTaken.ErrorOf("Added.From").ShouldSay("Partner.Market.From.Taken", "en-US");
        (await MarketAsync(id)).ShouldBe("developed");
        (await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=RemoveMarket", ("row", row.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_market_row_of_another_organization_is_not_found()
    {
        var foreign = await _portal.OrganizationAsync("Adatum");
        var row = await _portal.InDatabaseAsync(db => db.OrganizationMarkets.Where(one => one.OrganizationId == foreign).Select(one => one.Id).SingleAsync());

        var screen = await AccountsPortal.ForgeAsync(_manager, $"{await PageAsync("Contoso")}?handler=RemoveMarket", ("row", row.ToString()));

        screen.Status.ShouldBe(HttpStatusCode.NotFound);
        (await _portal.InDatabaseAsync(db => db.OrganizationMarkets.CountAsync(one => one.Id == row))).ShouldBe(1);
    }

    [Fact]
    public async Task An_assignment_opens_the_organization_and_taking_it_away_closes_it_at_once()
    {
        var page = await PageAsync("Adatum");
        var manager = (await _portal.AccountAsync(DemoAccounts.AccountManager.Email)).Id;
        await using var session = _portal.Services.CreateAsyncScope();
        session.ServiceProvider.GetRequiredService<PortalSession>().Enter(manager, OrganizationScope.Assigned(manager));
        var db = session.ServiceProvider.GetRequiredService<PortalContext>();
        Task<int> SeenAsync() => db.Employees.CountAsync(person => person.Name == "Anna Keller");

        var before = await SeenAsync();
        var assigned = await _manager.FillAsync(page, "Assign", ("Manager", manager.ToString()));
        var meanwhile = await SeenAsync();
        await _manager.SubmitAsync(AccountsPortal.Pressed(assigned, "Unassign", "user", manager));

        (before, meanwhile, await SeenAsync()).ShouldBe((0, 1, 0));
        assigned.Document.QuerySelector("#managers")!.TextContent.ShouldContain(DemoAccounts.AccountManager.Name);
    }

    [Theory]
    [InlineData("admin@contoso.example")]
    [InlineData("program@vendor.example")]
    [InlineData(null)]
    public async Task Only_account_managers_are_assigned(string? email)
    {
        var user = email is null ? Guid.Empty : (await _portal.AccountAsync(email)).Id;

        var screen = await AccountsPortal.ForgeAsync(_manager, $"{await PageAsync("Adatum")}?handler=Assign", ("Manager", email is null ? string.Empty : user.ToString()));

        screen.ErrorOf("Manager").ShouldSay("Partner.Manager.Required", "en-US");
        (await _portal.InDatabaseAsync(db => db.Assignments.CountAsync(one => one.UserId == user))).ShouldBe(0);
    }

    [Fact]
    public async Task An_organization_without_an_active_admin_is_pointed_out_and_handed_over()
    {
        var (id, page) = (await _portal.OrganizationAsync("Fabrikam"), await PageAsync("Fabrikam"));
        await _manager.FillAsync(await _portal.PageOfAsync(DemoAccounts.FabrikamAdmin.Email), "Disable");

        var orphaned = await _manager.GetAsync(page);
        var start = await _manager.GetAsync("/");
        var invited = await _manager.GetAsync($"/admin/users/invite?organization={id}");
        using var successor = await _portal.WelcomeAsync(_manager, "successor@fabrikam.example", "PartnerAdmin", id);

        orphaned.TextOf(".notice").ShouldContain(Texts.Of("Partner.Orphaned.Title", "en-US"));
        start.Text.ShouldContain(Texts.Of("Manager.Program.Orphaned.One", "en-US"));
        invited.ValueOf("Input.OrganizationId").ShouldBe(id.ToString());
        (await _manager.GetAsync(page)).Document.QuerySelector("main .notice").ShouldBeNull();
        (await successor.GetAsync("/organization")).Text.ShouldContain("Fabrikam, Inc.");
    }

    [Fact]
    public async Task An_organization_that_is_not_there_is_not_found()
    {
        var page = $"/admin/organizations/{Guid.NewGuid()}";

        (await _manager.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=Name", ("Input.Name", "X"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=Market", ("Added.Market", "developed"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=Assign", ("Manager", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=Unassign", ("user", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> PageAsync(string name) => $"/admin/organizations/{await _portal.OrganizationAsync(name)}";

    private async Task<Form> FilledAsync() => (await _manager.GetAsync("/admin/organizations/create")).Form().With(
        ("Input.Name", "Litware, Inc."),
        ("Input.DefaultCurrency", "JPY"),
        ("Input.Market", "developing"),
        ("Input.AdminName", "Kim Abercrombie"),
        ("Input.AdminEmail", "kim@litware.example"));

    /// <summary>The market that the stored assessment of today was made for.</summary>
    private Task<string?> MarketAsync(Guid organization) => _portal.InDatabaseAsync(async db =>
    {
        var standing = await db.Standings.AsNoTracking().FirstAsync(one => one.OrganizationId == organization);

        return standing.ReadResult().Market;
    });
}
