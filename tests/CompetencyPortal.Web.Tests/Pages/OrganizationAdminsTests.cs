using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Partner admins invite and remove each other, within their organization, and one always stays.</summary>
public sealed class OrganizationAdminsTests : IAsyncLifetime
{
    private const string Page = "/organization/admins";

    private readonly AccountsPortal _portal = new();

    private Visitor _admin = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _admin = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
    }

    public async Task DisposeAsync()
    {
        _admin.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task An_invited_admin_enters_facts_of_the_same_organization()
    {
        using var second = await SecondAsync();

        (await second.GetAsync("/organization")).Text.ShouldContain("Contoso Systems K.K.");
        (await _admin.GetAsync(Page)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await _portal.AccountAsync("second@contoso.example")).Role.ShouldBe(Roles.PartnerAdmin);
    }

    [Fact]
    public async Task A_link_is_made_anew_for_who_is_not_in_yet_and_for_nobody_else()
    {
        var first = AccountsPortal.LinkOn(await InviteAsync("second@contoso.example")).ShouldNotBeNull();
        var invited = (await _portal.AccountAsync("second@contoso.example")).Id;
        using var visitor = _portal.Visit();

        var anew = AccountsPortal.LinkOn(await _admin.SubmitAsync(AccountsPortal.Pressed(await _admin.GetAsync(Page), "Link", "admin", invited))).ShouldNotBeNull();
        var dead = await visitor.GetAsync(first);
        await visitor.FillAsync(anew, handler: null, ("Input.Password", AccountsPortal.Password));

        dead.Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.OK);
        (await AccountsPortal.ForgeAsync(_admin, $"{Page}?handler=Link", ("admin", invited.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound, "active by now");
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once_and_gets_no_new_link_from_a_colleague()
    {
        using var second = await SecondAsync();
        var id = (await _portal.AccountAsync("second@contoso.example")).Id;

        var removed = await _admin.SubmitAsync(AccountsPortal.Pressed(await _admin.GetAsync(Page), "Remove", "admin", id));
        var ended = await second.GetAsync(Page);
        var again = await InviteAsync("Second@Contoso.example");

        removed.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        ended.Path.ShouldBe("/account/sign-in");
        again.ErrorOf("Input.Email").ShouldSay("User.Email.Taken", "en-US");
        AccountsPortal.LinkOn(again).ShouldBeNull();
        (await _portal.AccountAsync("second@contoso.example")).State.ShouldBe(AccountState.Disabled);
    }

    [Fact]
    public async Task Who_was_removed_before_the_first_sign_in_can_be_invited_again()
    {
        var first = AccountsPortal.LinkOn(await InviteAsync("late@contoso.example")).ShouldNotBeNull();
        var id = (await _portal.AccountAsync("late@contoso.example")).Id;
        await _admin.SubmitAsync(AccountsPortal.Pressed(await _admin.GetAsync(Page), "Remove", "admin", id));

        var again = AccountsPortal.LinkOn(await InviteAsync("late@contoso.example")).ShouldNotBeNull();
        using var visitor = _portal.Visit();
        var dead = await visitor.GetAsync(first);
        var back = await visitor.FillAsync(again, handler: null, ("Input.Password", AccountsPortal.Password));

        dead.Status.ShouldBe(HttpStatusCode.NotFound);
        back.Path.ShouldBe("/");
        (await _portal.AccountAsync("late@contoso.example")).Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("admin@fabrikam.example")]
    [InlineData("manager@vendor.example")]
    [InlineData("admin@contoso.example")]
    public async Task An_address_that_has_an_account_is_refused_in_the_same_words(string email)
    {
        var screen = await InviteAsync(email);

        screen.ErrorOf("Input.Email").ShouldSay("User.Email.Taken", "en-US");
        screen.ValueOf("Input.Name").ShouldBe("Invited Admin");
        AccountsPortal.LinkOn(screen).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_admin_of_another_organization_is_refused_in_the_same_words()
    {
        using var manager = await _portal.ProgramManagerAsync();
        await manager.FillAsync(await _portal.PageOfAsync(DemoAccounts.FabrikamAdmin.Email), "Disable");

        var screen = await InviteAsync(DemoAccounts.FabrikamAdmin.Email);

        screen.ErrorOf("Input.Email").ShouldSay("User.Email.Taken", "en-US");
        (await _portal.AccountAsync(DemoAccounts.FabrikamAdmin.Email)).State.ShouldBe(AccountState.Disabled);
    }

    [Fact]
    public async Task The_last_active_admin_stays()
    {
        await InviteAsync("second@contoso.example");
        var me = (await _portal.AccountAsync(DemoAccounts.ContosoAdmin.Email)).Id;

        var screen = await _admin.GetAsync(Page);
        var refused = await AccountsPortal.ForgeAsync(_admin, $"{Page}?handler=Remove", ("admin", me.ToString()));

        screen.Text.ShouldContain(Texts.Of("Admins.Last", "en-US"));
        screen.Document.QuerySelectorAll($".btn-danger[value='{me}']").ShouldBeEmpty();
        refused.TextOf(".notice-not").ShouldSay("Admins.Last", "en-US");
        (await _portal.AccountAsync(DemoAccounts.ContosoAdmin.Email)).State.ShouldBe(AccountState.Active);
    }

    [Fact]
    public async Task Of_two_admins_who_remove_each_other_at_once_one_remains()
    {
        using var second = await SecondAsync();
        var (me, other) = ((await _portal.AccountAsync(DemoAccounts.ContosoAdmin.Email)), await _portal.AccountAsync("second@contoso.example"));
        var forms = (AccountsPortal.Pressed(await _admin.GetAsync(Page), "Remove", "admin", other.Id), AccountsPortal.Pressed(await second.GetAsync(Page), "Remove", "admin", me.Id));

        await Task.WhenAll(_admin.SubmitAsync(forms.Item1), second.SubmitAsync(forms.Item2));

        (await _portal.InDatabaseAsync(db => db.Accounts().In(AccountState.Active).CountAsync(account => account.OrganizationId == me.OrganizationId))).ShouldBe(1);
    }

    [Fact]
    public async Task Accounts_outside_the_organization_are_not_found_and_stay_as_they_are()
    {
        using var manager = await _portal.ProgramManagerAsync();
        await AccountsPortal.InviteAsync(manager, "invited@fabrikam.example", Roles.PartnerAdmin, await _portal.OrganizationAsync("Fabrikam"));
        string[] emails = ["invited@fabrikam.example", DemoAccounts.FabrikamAdmin.Email, DemoAccounts.AccountManager.Email, DemoAccounts.ProgramManager.Email];

        foreach (var email in emails)
        {
            var before = (await _portal.UserAsync(email))!;

            foreach (var handler in new[] { "Remove", "Link" })
            {
                (await AccountsPortal.ForgeAsync(_admin, $"{Page}?handler={handler}", ("admin", before.Id.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound, $"{handler} {email}");
            }

            (await _portal.UserAsync(email))!.ShouldSatisfyAllConditions(
                after => after.SecurityStamp.ShouldBe(before.SecurityStamp), after => after.IsDisabled.ShouldBeFalse());
        }

        (await _admin.GetAsync(Page)).Text.ShouldNotContain("fabrikam");
    }

    private Task<Screen> InviteAsync(string email) => _admin.FillAsync(Page, "Invite", ("Input.Name", "Invited Admin"), ("Input.Email", email));

    private async Task<Visitor> SecondAsync()
    {
        var second = _portal.Visit();
        await second.FillAsync(AccountsPortal.LinkOn(await InviteAsync("second@contoso.example")).ShouldNotBeNull(), handler: null, ("Input.Password", AccountsPortal.Password));

        return second;
    }
}
