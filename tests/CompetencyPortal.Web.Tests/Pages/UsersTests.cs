using System.Net;
using CompetencyPortal.Data;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>What the program manager does to accounts takes hold at once, and never leaves the program without a manager.</summary>
public sealed class UsersTests : IAsyncLifetime
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
    public async Task A_disabled_account_is_out_until_it_is_enabled()
    {
        using var visitor = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var page = await _portal.PageOfAsync(DemoAccounts.ContosoAdmin.Email);

        var before = await _manager.GetAsync(page);
        await _manager.SubmitAsync(before.Form("Disable"));
        var ended = await visitor.GetAsync("/people");
        var refused = await visitor.FillAsync("/account/sign-in", handler: null, ("Input.Email", DemoAccounts.ContosoAdmin.Email), ("Input.Password", DemoAccounts.Password));
        await _manager.FillAsync(page, "Enable");

        before.Text.ShouldContain(Texts.Of("User.LastAdmin", "en-US"));
        ended.Path.ShouldBe("/account/sign-in");
        refused.TextOf(".notice").ShouldSay("SignIn.Failed", "en-US");
        await visitor.SignInAsync(DemoAccounts.ContosoAdmin.Email, DemoAccounts.Password);
    }

    [Fact]
    public async Task Another_role_ends_the_session_and_takes_away_what_was_assigned_as_said_before()
    {
        using var visitor = await _portal.SignInAsync(DemoAccounts.AccountManager);
        var (page, id) = (await _portal.PageOfAsync(DemoAccounts.AccountManager.Email), (await _portal.AccountAsync(DemoAccounts.AccountManager.Email)).Id);

        var before = await _manager.GetAsync(page);
        var changed = await _manager.SubmitAsync(before.Form("Role").With(("Input.Role", Roles.ProgramManager)));

        before.TextOf("[aria-labelledby=h-assigned]").ShouldContain("Contoso Systems K.K.");
        changed.TextOf("[role=status]").ShouldSay("User.Role.Changed", "en-US");
        (await visitor.GetAsync("/")).Path.ShouldBe("/account/sign-in");
        (await _portal.InDatabaseAsync(db => db.Assignments.CountAsync(one => one.UserId == id))).ShouldBe(0);
        await visitor.SignInAsync(DemoAccounts.AccountManager.Email, DemoAccounts.Password);
        (await visitor.GetAsync("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_role_again_changes_nothing()
    {
        using var visitor = await _portal.SignInAsync(DemoAccounts.AccountManager);

        await _manager.FillAsync(await _portal.PageOfAsync(DemoAccounts.AccountManager.Email), "Role");

        (await visitor.GetAsync("/people")).Status.ShouldBe(HttpStatusCode.Forbidden, "still signed in");
        (await _portal.InDatabaseAsync(db => db.Assignments.CountAsync())).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_partner_admin_has_an_organization_and_others_have_none()
    {
        var organization = await _portal.OrganizationAsync("Fabrikam");
        var page = await _portal.PageOfAsync(DemoAccounts.SecondAccountManager.Email);

        var refused = await _manager.FillAsync(page, "Role", ("Input.Role", Roles.PartnerAdmin), ("Input.OrganizationId", ""));
        await _manager.FillAsync(page, "Role", ("Input.Role", Roles.PartnerAdmin), ("Input.OrganizationId", organization.ToString()));
        var asAdmin = await _portal.AccountAsync(DemoAccounts.SecondAccountManager.Email);
        await _manager.FillAsync(page, "Role", ("Input.Role", Roles.AccountManager), ("Input.OrganizationId", organization.ToString()));
        var asManager = await _portal.AccountAsync(DemoAccounts.SecondAccountManager.Email);

        refused.ErrorOf("Input.OrganizationId").ShouldSay("User.Organization.Required", "en-US");
        asAdmin.OrganizationId.ShouldBe(organization);
        asManager.OrganizationId.ShouldBeNull();
    }

    [Fact]
    public async Task The_last_active_program_manager_stays_one()
    {
        await AccountsPortal.InviteAsync(_manager, "invited@vendor.example", Roles.ProgramManager);
        var page = await _portal.PageOfAsync(DemoAccounts.ProgramManager.Email);

        var screen = await _manager.GetAsync(page);
        var disabled = await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=Disable");
        var demoted = await AccountsPortal.ForgeAsync(_manager, $"{page}?handler=Role", ("Input.Role", Roles.AccountManager));

        screen.Text.ShouldContain(Texts.Of("User.LastProgramManager", "en-US"));
        screen.Document.QuerySelector("main .btn-danger").ShouldBeNull();
        new[] { disabled, demoted }.ShouldAllBe(refused => refused.TextOf(".notice-not") == Texts.Of("User.LastProgramManager", "en-US"));
        (await _portal.AccountAsync(DemoAccounts.ProgramManager.Email)).ShouldSatisfyAllConditions(
            account => account.State.ShouldBe(AccountState.Active), account => account.Role.ShouldBe(Roles.ProgramManager));
    }

    [Theory]
    [InlineData("Disable")]
    [InlineData("Role")]
    public async Task Of_two_program_managers_who_put_each_other_out_at_once_one_remains(string handler)
    {
        using var second = await _portal.WelcomeAsync(_manager, "second@vendor.example", Roles.ProgramManager);
        var pageOfSecond = await _manager.GetAsync(await _portal.PageOfAsync("second@vendor.example"));
        var pageOfFirst = await second.GetAsync(await _portal.PageOfAsync(DemoAccounts.ProgramManager.Email));

        await Task.WhenAll(
            _manager.SubmitAsync(pageOfSecond.Form(handler).With(("Input.Role", Roles.AccountManager))),
            second.SubmitAsync(pageOfFirst.Form(handler).With(("Input.Role", Roles.AccountManager))));

        (await _portal.InDatabaseAsync(db => db.Accounts().In(AccountState.Active).CountAsync(account => account.Role == Roles.ProgramManager))).ShouldBe(1);
    }

    [Fact]
    public async Task An_invitation_keeps_what_was_typed_and_says_what_is_wrong()
    {
        var taken = await _manager.FillAsync("/admin/users/invite", handler: null, ("Input.Name", "Double"), ("Input.Email", "ADMIN@contoso.example"), ("Input.Role", Roles.AccountManager));
        var empty = await _manager.FillAsync("/admin/users/invite", handler: null, ("Input.Role", "Emperor"), ("Input.Email", $"{new string('x', 243)}@example.com"));
        var longest = await _manager.FillAsync("/admin/users/invite", handler: null, ("Input.Name", "Long"), ("Input.Role", Roles.AccountManager), ("Input.Email", $"{new string('x', 242)}@example.com"));

        taken.ErrorOf("Input.Email").ShouldSay("User.Email.Taken", "en-US");
        taken.ValueOf("Input.Name").ShouldBe("Double");
        empty.ErrorOf("Input.Name").ShouldNotBeNull();
        empty.ErrorOf("Input.Role").ShouldSay("User.Role.Unknown", "en-US");
        empty.ErrorOf("Input.Email").ShouldSay("Validation.MaximumLengthValidator", "en-US");
        AccountsPortal.LinkOn(longest).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_invitation_sent_twice_at_once_makes_one_account()
    {
        var form = (await _manager.GetAsync("/admin/users/invite")).Form().With(("Input.Name", "Double Click"), ("Input.Email", "double@vendor.example"));

        var screens = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _manager.SubmitAsync(form)));

        screens.ShouldAllBe(screen => screen.Status == HttpStatusCode.OK && screen.TextOf("h1") == "Double Click");
        (await _portal.InDatabaseAsync(db => db.Users.CountAsync(user => user.DisplayName == "Double Click"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("?q=CONTOSO", "admin@contoso.example")]
    [InlineData("?q=lena", "admin@adatum.example")]
    [InlineData("?role=ProgramManager", "program@vendor.example")]
    [InlineData("?q=vendor&role=ProgramManager&state=Active", "program@vendor.example")]
    [InlineData("?q=%25", null)]
    [InlineData("?q=_", null)]
    [InlineData("?state=Disabled", null)]
    public async Task The_list_is_searched_and_filtered(string query, string? found)
    {
        var screen = await _manager.GetAsync("/admin/users" + query);

        screen.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(found is null ? 0 : 1);
        (found is null || screen.TextOf("tbody tr").Contains(found, StringComparison.Ordinal)).ShouldBeTrue(screen.Text);
    }

    [Fact]
    public async Task The_list_shows_50_accounts_a_page_and_keeps_the_filter()
    {
        await _portal.InDatabaseAsync(async db =>
        {
            var role = await db.Roles.SingleAsync(one => one.Name == Roles.AccountManager);
            var users = Enumerable.Range(1, 51).Select(number => new User { Id = Guid.CreateVersion7(), DisplayName = $"Many {number:00}", UserName = $"m{number}", Email = $"m{number}@many.example" }).ToList();
            db.Users.AddRange(users);
            db.UserRoles.AddRange(users.Select(user => new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id }));

            return await db.SaveChangesAsync();
        });

        var first = await _manager.GetAsync("/admin/users?q=many.example&state=Invited");
        var second = await _manager.GetAsync(first.Document.QuerySelector(".pager a")!.GetAttribute("href")!);

        first.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        second.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        second.TextOf("tbody th").ShouldBe("Many 51");
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        var page = $"/admin/users/{Guid.NewGuid()}";

        (await _manager.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var handler in new[] { "Disable", "Enable", "Link", "Role" })
        {
            (await AccountsPortal.ForgeAsync(_manager, $"{page}?handler={handler}", ("Input.Role", Roles.AccountManager))).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }
    }
}
