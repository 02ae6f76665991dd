using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>A one-time link lets its owner in once; every other one changes nothing and says so.</summary>
public sealed class InvitationTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task A_link_is_shown_once_and_lets_its_owner_in_once()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var owner = portal.Visit();
        using var thief = portal.Visit();

        var link = await AccountsPortal.InviteAsync(manager, "once@vendor.example", Roles.AccountManager);
        var shownAgain = await manager.GetAsync(await portal.PageOfAsync("once@vendor.example"));
        var arrived = await owner.FillAsync(link, handler: null, ("Input.Name", "Once Only"), ("Input.Password", AccountsPortal.Password));
        var again = await thief.GetAsync(link);

        AccountsPortal.LinkOn(shownAgain).ShouldBeNull();
        arrived.Document.QuerySelector(".bar-user")!.TextContent.ShouldContain("Once Only");
        ShouldBeDead(again);
        using var later = portal.Visit();
        await later.SignInAsync("once@vendor.example", AccountsPortal.Password);
    }

    [Theory]
    [InlineData("eleven char", false)]
    [InlineData("twelve chars", true)]
    public async Task A_password_has_at_least_12_characters(string password, bool isEnough)
    {
        using var manager = await portal.ProgramManagerAsync();
        using var owner = portal.Visit();
        var email = $"length{password.Length}@vendor.example";
        var link = await AccountsPortal.InviteAsync(manager, email, Roles.AccountManager);

        var screen = await owner.FillAsync(link, handler: null, ("Input.Name", "Kept As Typed"), ("Input.Password", password));

        (screen.ErrorOf("Input.Password") is null).ShouldBe(isEnough);
        ((await portal.UserAsync(email))!.PasswordHash is not null).ShouldBe(isEnough);
        (isEnough || screen.ValueOf("Input.Name") == "Kept As Typed").ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_link_replaces_the_earlier_one()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var owner = portal.Visit();
        var first = await AccountsPortal.InviteAsync(manager, "twice@vendor.example", Roles.AccountManager);

        var second = AccountsPortal.LinkOn(await manager.FillAsync(await portal.PageOfAsync("twice@vendor.example"), "Link")).ShouldNotBeNull();

        ShouldBeDead(await owner.GetAsync(first));
        (await owner.GetAsync(second)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Links_that_do_not_work_read_the_same_and_change_nothing()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var visitor = portal.Visit();
        var link = await AccountsPortal.InviteAsync(manager, "target@vendor.example", Roles.ProgramManager);
        var other = await AccountsPortal.InviteAsync(manager, "other@vendor.example", Roles.AccountManager);
        var (path, token) = (link.Split('?')[0], other.Split('?')[1]);
        var form = (await visitor.GetAsync(link)).Form().With(("Input.Password", AccountsPortal.Password));
        string[] dead = [path, $"{path}?token=wrong", $"{path}?{token}", $"/account/invitation/{Guid.NewGuid()}?{link.Split('?')[1]}"];

        var texts = new HashSet<string>(StringComparer.Ordinal);

        foreach (var address in dead)
        {
            var screen = await visitor.GetAsync(address);
            form.Action = new Uri(form.Action, address);
            var posted = await visitor.SubmitAsync(form);

            ShouldBeDead(screen);
            ShouldBeDead(posted);
            texts.Add(screen.Text);
        }

        texts.Count.ShouldBe(1);
        (await portal.UserAsync("target@vendor.example"))!.PasswordHash.ShouldBeNull();
        (await visitor.GetAsync("/")).Path.ShouldBe("/account/sign-in");
        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_of_a_disabled_account_is_dead()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var owner = portal.Visit();
        var link = await AccountsPortal.InviteAsync(manager, "withdrawn@vendor.example", Roles.AccountManager);
        var page = await portal.PageOfAsync("withdrawn@vendor.example");

        await manager.FillAsync(page, "Disable");
        var whileDisabled = await owner.GetAsync(link);
        await manager.FillAsync(page, "Enable");

        ShouldBeDead(whileDisabled);
        ShouldBeDead(await owner.GetAsync(link));
    }

    [Fact]
    public async Task A_link_that_is_used_twice_at_once_sets_one_password()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var first = portal.Visit();
        using var second = portal.Visit();
        var link = await AccountsPortal.InviteAsync(manager, "race@vendor.example", Roles.AccountManager);
        var forms = new[] { (first, (await first.GetAsync(link)).Form().With(("Input.Password", AccountsPortal.Password))), (second, (await second.GetAsync(link)).Form().With(("Input.Password", "another password"))) };

        var screens = await Task.WhenAll(forms.Select(each => each.Item1.SubmitAsync(each.Item2)));

        screens.Count(screen => screen.Document.QuerySelector(".bar-user") is not null).ShouldBe(1);
        screens.Count(screen => screen.Status == HttpStatusCode.NotFound).ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_signed_in_reads_so_and_continues_as_the_owner_of_the_link()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var link = await AccountsPortal.InviteAsync(manager, "second.self@vendor.example", Roles.AccountManager);

        var opened = await visitor.GetAsync(link);
        var arrived = await visitor.SubmitAsync(opened.Form().With(("Input.Password", AccountsPortal.Password)));

        opened.TextOf(".notice").ShouldContain(DemoAccounts.AdatumAdmin.Name);
        arrived.Document.QuerySelector(".bar-user")!.TextContent.ShouldContain("second.self@vendor.example");
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_the_session_and_the_old_password_with_its_use()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var before = await portal.SignInAsync(DemoAccounts.SecondAccountManager);
        using var owner = portal.Visit();
        using var old = portal.Visit();

        var link = AccountsPortal.LinkOn(await manager.FillAsync(await portal.PageOfAsync(DemoAccounts.SecondAccountManager.Email), "Link")).ShouldNotBeNull();
        var ended = await before.GetAsync("/");
        await old.SignInAsync(DemoAccounts.SecondAccountManager.Email, DemoAccounts.Password);
        var opened = await owner.GetAsync(link);
        await owner.SubmitAsync(opened.Form().With(("Input.Password", AccountsPortal.Password)));

        ended.Path.ShouldBe("/account/sign-in");
        opened.TextOf("h1").ShouldSay("Invitation.Reset.Title", "en-US");
        (await old.GetAsync("/")).Path.ShouldBe("/account/sign-in");
        (await old.FillAsync("/account/sign-in", handler: null, ("Input.Email", DemoAccounts.SecondAccountManager.Email), ("Input.Password", DemoAccounts.Password))).Path.ShouldBe("/account/sign-in");
        await old.SignInAsync($" {DemoAccounts.SecondAccountManager.Email} ", AccountsPortal.Password);
    }

    [Fact]
    public async Task The_page_of_a_link_is_kept_by_no_cache_and_its_address_stays_here()
    {
        using var manager = await portal.ProgramManagerAsync();
        using var visitor = portal.Visit();
        var link = await AccountsPortal.InviteAsync(manager, "headers@vendor.example", Roles.AccountManager);

        foreach (var address in new[] { link, link.Split('?')[0] })
        {
            using var response = await visitor.Client.GetAsync(address);

            response.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], address);
        }

        portal.Log.Messages.ShouldAllBe(message => !message.Contains("token=", StringComparison.Ordinal) && !message.Contains("headers@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_link_is_dead()
    {
        await using var soon = new PortalOfShortLinks();
        await soon.InitializeAsync();
        using var manager = await soon.SignInAsync(DemoAccounts.ProgramManager);
        using var owner = soon.Visit();

        var screen = await manager.FillAsync("/admin/users/invite", handler: null, ("Input.Name", "Late"), ("Input.Email", "late@vendor.example"), ("Input.Role", Roles.AccountManager));

        ShouldBeDead(await owner.GetAsync(AccountsPortal.LinkOn(screen).ShouldNotBeNull()));
        new OneTimeLinkOptions().TokenLifespan.ShouldBe(TimeSpan.FromDays(7));
    }

    private static void ShouldBeDead(Screen screen)
    {
        screen.Status.ShouldBe(HttpStatusCode.NotFound);
        screen.TextOf("h1").ShouldSay("Invitation.Dead.Title", "en-US");
    }

    /// <summary>Its links are too old as soon as they are made.</summary>
    private sealed class PortalOfShortLinks : PortalFactory
    {
        protected override void Configure(IServiceCollection services) =>
            services.Configure<OneTimeLinkOptions>(options => options.TokenLifespan = TimeSpan.FromSeconds(-1));
    }
}
