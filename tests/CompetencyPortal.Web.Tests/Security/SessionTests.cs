using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>A session lives on the server: once ended there, no copy of the cookie is good for anything.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Page = "/account/sessions";

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
    public async Task A_stolen_cookie_is_dead_after_the_sign_out()
    {
        using var owner = _portal.Visit();
        using var thief = Thief(await CookieAsync(owner, DemoAccounts.AdatumAdmin));
        await ShouldBeInAsync(thief);

        await owner.SubmitAsync(SignOutOf(await owner.GetAsync("/")));

        await ShouldHaveNoSessionAsync(DemoAccounts.AdatumAdmin);
        await ShouldBeOutAsync(thief);
    }

    [Fact]
    public Task A_stolen_cookie_is_dead_after_disabling() => ShouldEndAsync("Disable");

    [Fact]
    public Task A_stolen_cookie_is_dead_after_another_role() => ShouldEndAsync("Role", ("Input.Role", Roles.AccountManager));

    [Fact]
    public async Task A_stolen_cookie_is_dead_after_another_organization() =>
        await ShouldEndAsync("Role", ("Input.Role", Roles.PartnerAdmin), ("Input.OrganizationId", $"{await _portal.OrganizationAsync("Fabrikam")}"));

    [Fact]
    public async Task A_stolen_cookie_is_dead_after_another_password()
    {
        var link = AccountsPortal.LinkOn(await _manager.FillAsync(await _portal.PageOfAsync(DemoAccounts.AdatumAdmin.Email), "Link")).ShouldNotBeNull();
        using var owner = _portal.Visit();
        using var thief = Thief(await CookieAsync(owner, DemoAccounts.AdatumAdmin));
        await ShouldBeInAsync(thief);

        using var elsewhere = _portal.Visit();
        await elsewhere.FillAsync(link, handler: null, ("Input.Password", AccountsPortal.Password));

        (await SessionsOfAsync(DemoAccounts.AdatumAdmin)).Count.ShouldBe(1, "the new one");
        await ShouldBeOutAsync(thief);
        await ShouldBeInAsync(elsewhere.Client);
    }

    [Fact]
    public async Task Signing_in_over_a_session_ends_it_and_takes_another_key()
    {
        var link = await AccountsPortal.InviteAsync(_manager, "new@vendor.example", Roles.AccountManager);
        using var browser = _portal.Visit();
        using var planted = Thief(await CookieAsync(browser, DemoAccounts.AdatumAdmin));

        await browser.FillAsync(link, handler: null, ("Input.Password", AccountsPortal.Password));

        (await browser.GetAsync("/")).TextOf(".bar-user").ShouldContain("new@vendor.example");
        await ShouldBeOutAsync(planted);
        await ShouldHaveNoSessionAsync(DemoAccounts.AdatumAdmin);
    }

    [Fact]
    public async Task The_list_shows_ones_own_sessions_and_marks_this_one()
    {
        using var one = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        using var other = _portal.Visit();
        other.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/140.0");
        await other.SignInAsync(DemoAccounts.AdatumAdmin.Email, DemoAccounts.Password);

        var rows = (await other.GetAsync(Page)).Document.QuerySelectorAll("tbody tr");

        rows.Length.ShouldBe(2);
        rows[0].TextContent.ShouldContain("Firefox on Windows");
        rows[0].TextContent.ShouldContain(Texts.Of("Sessions.This", "en-US"));
        rows[0].QuerySelector("button").ShouldBeNull();
        rows[1].TextContent.ShouldContain(Texts.Of("Sessions.Device.Unknown", "en-US"));
        rows[1].QuerySelector("button").ShouldNotBeNull();
    }

    [Fact]
    public async Task One_session_is_ended_by_its_button()
    {
        using var one = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        using var other = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var screen = await one.GetAsync(Page);
        var session = Guid.Parse(screen.Document.QuerySelector("tbody button")!.GetAttribute("value")!);

        var ended = await one.SubmitAsync(AccountsPortal.Pressed(screen, "EndOne", "session", session));

        ended.TextOf(".notice-met").ShouldSay("Sessions.Ended", "en-US");
        ended.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await ShouldBeOutAsync(other.Client);
    }

    [Fact]
    public async Task All_others_are_ended_at_once_and_nobody_elses()
    {
        using var one = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        using var other = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        using var third = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);

        var ended = await one.FillAsync(Page, "EndOthers");

        ended.TextOf(".notice-met").ShouldSay("Sessions.Ended.Others", "en-US");
        ended.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await ShouldBeOutAsync(other.Client);
        await ShouldBeOutAsync(third.Client);
        await ShouldBeInAsync(_manager.Client);
    }

    [Fact]
    public async Task The_session_of_somebody_else_is_answered_like_a_missing_one_and_lives_on()
    {
        using var visitor = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var foreign = (await SessionsOfAsync(DemoAccounts.ProgramManager)).Single();

        foreach (var session in new[] { foreign.ToString(), Guid.NewGuid().ToString(), "nonsense" })
        {
            (await AccountsPortal.ForgeAsync(visitor, $"{Page}?handler=EndOne", ("session", session))).Status.ShouldBe(HttpStatusCode.NotFound, session);
        }

        await ShouldBeInAsync(_manager.Client);
        await ShouldBeInAsync(visitor.Client);
    }

    [Fact]
    public async Task What_is_signed_in_cannot_be_moved_to_another_session()
    {
        using var visitor = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var manager = (await SessionsOfAsync(DemoAccounts.ProgramManager)).Single();

        await _portal.InDatabaseAsync(async db =>
        {
            var ticket = await db.UserSessions.Where(session => session.Id == manager).Select(session => session.Ticket).SingleAsync();

            return await db.UserSessions.Where(session => session.Id != manager).ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, ticket));
        });

        await ShouldBeOutAsync(visitor.Client);
        await ShouldBeInAsync(_manager.Client);
    }

    [Fact]
    public async Task The_security_stamp_is_asked_too()
    {
        using var visitor = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);

        await _portal.InDatabaseAsync(db => db.Users.Where(user => user.Email == DemoAccounts.AdatumAdmin.Email)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, "changed past the portal")));

        await ShouldBeOutAsync(visitor.Client);
        await ShouldHaveNoSessionAsync(DemoAccounts.AdatumAdmin);
    }

    private static Form SignOutOf(Screen screen) => new(screen.Forms.First(form => form.Action.EndsWith("/account/sign-out", StringComparison.Ordinal)));

    private static async Task ShouldBeInAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Page);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ShouldBeOutAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Page);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldContain("/account/sign-in");
    }

    /// <summary>Signs in as a browser does; the answer's cookie is what a thief would copy.</summary>
    private static async Task<string> CookieAsync(Visitor visitor, DemoAccount account)
    {
        var form = (await visitor.GetAsync("/account/sign-in")).Form().With(("Input.Email", account.Email), ("Input.Password", DemoAccounts.Password));
        using var content = new FormUrlEncodedContent(form.Fields);
        using var response = await visitor.Client.PostAsync(form.Action, content);

        return response.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("portal=", StringComparison.Ordinal)).Split(';')[0];
    }

    private HttpClient Thief(string cookie)
    {
        var client = _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        return client;
    }

    private async Task ShouldEndAsync(string handler, params (string Name, string Value)[] fields)
    {
        using var owner = _portal.Visit();
        using var thief = Thief(await CookieAsync(owner, DemoAccounts.AdatumAdmin));
        await ShouldBeInAsync(thief);

        await _manager.FillAsync(await _portal.PageOfAsync(DemoAccounts.AdatumAdmin.Email), handler, fields);

        await ShouldHaveNoSessionAsync(DemoAccounts.AdatumAdmin);
        await ShouldBeOutAsync(thief);
    }

    private Task<List<Guid>> SessionsOfAsync(DemoAccount account) => _portal.InDatabaseAsync(db =>
        db.UserSessions.Where(session => db.Users.Any(user => user.Id == session.UserId && user.Email == account.Email)).Select(session => session.Id).ToListAsync());

    private async Task ShouldHaveNoSessionAsync(DemoAccount account) => (await SessionsOfAsync(account)).ShouldBeEmpty();
}
