using CompetencyPortal.Browser.Tests.Infrastructure;
using CompetencyPortal.Web.Demo;
using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests;

/// <summary>An organization from its creation to the account manager's list, each step by the person whose step it is.</summary>
[Collection(ChangingPortalTests.Name)]
public sealed class ManagerJourneyTests(PortalFixture portal)
{
    private const string Organization = "Tailwind Partners";
    private const string Row = $"tr[data-competency=cloud-crm]:has-text('{Organization}')";

    private static readonly string[] Names = ["佐藤 花子", "Emily Carter"];

    [Fact]
    public async Task A_new_organization_is_entered_by_its_admin_and_read_by_its_account_manager_alone()
    {
        var link = string.Empty;
        await ProgramAsync(async program =>
        {
            link = await CreateOrganizationAsync(program);
            await AssignAsync(program, DemoAccounts.AccountManager);
        });

        await portal.VisitAsync(Look.English, async admin =>
        {
            await AcceptInvitationAsync(admin, link);
            await FollowCompetenciesAsync(admin, "cloud-crm", "messaging");
            await EnterFactsAsync(admin);

            await portal.VisitAsync(Look.English, DemoAccounts.AccountManager, manager => ReadsTheSameAsync(manager, admin));
        });
    }

    private static async Task EnterFactsAsync(Visit admin)
    {
        await admin.AddPersonAsync(Names[0], "MB2-714", "MB2-710");
        await admin.AddPersonAsync(Names[1], "MB2-713");
        await admin.EnterRevenueAsync("$120,000");
        await admin.StateZeroMonthsAsync();
    }

    private static async Task<string> CreateOrganizationAsync(Visit program)
    {
        await program.FollowAsync(".bar-nav a[href='/admin/organizations']");
        await program.FollowAsync("main .head .btn-primary");
        await program.Page.FillAsync("[name='Input.Name']", Organization);
        await program.Page.SelectOptionAsync("[name='Input.Market']", "developed");
        await program.Page.FillAsync("[name='Input.AdminName']", "Robin Vale");
        await program.Page.FillAsync("[name='Input.AdminEmail']", "robin@tailwind.example");
        await program.SaveAsync();

        return await program.Page.InputValueAsync("#one-time-link");
    }

    private static async Task AssignAsync(Visit program, DemoAccount manager)
    {
        await program.Page.SelectOptionAsync("[name='Manager']", new SelectOptionValue { Label = $"{manager.Name} ({manager.Email})" });
        await program.FollowAsync("#managers form[action*='Assign']:has([name='Manager']) button");
        await program.Page.WaitForSelectorAsync($"#managers li:has-text('{manager.Email}')");
    }

    private static async Task AcceptInvitationAsync(Visit admin, string link)
    {
        await admin.GoAsync(link);
        await admin.Page.FillAsync("[name='Input.Password']", "a long way to Silver");
        await admin.SaveAsync();
        await admin.Page.WaitForSelectorAsync(".bar-user", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
    }

    private static async Task FollowCompetenciesAsync(Visit admin, params string[] competencies)
    {
        await admin.GoAsync("/organization");

        foreach (var competency in competencies)
        {
            await admin.Page.CheckAsync($"#competencies [name=followed][value={competency}]");
        }

        await admin.FollowAsync("#competencies .btn-primary");
        await admin.Page.WaitForSelectorAsync(".notice-met");
    }

    private async Task ReadsTheSameAsync(Visit manager, Visit admin)
    {
        await manager.GoAsync("/portfolio");
        await manager.FollowAsync("a[data-count=NotMet]");
        var listed = await manager.TextsAsync($"{Row} [data-sentence]");

        await admin.GoAsync("/assessment/cloud-crm");
        var sentences = await SentencesAsync(admin);
        listed.ShouldBe(["1 of 2 people hold a qualifying combination. 1 more person needed: Customizer (1)."]);
        sentences.ShouldContain(listed[0]);

        await manager.FollowAsync($"{Row} th a");
        await manager.Page.WaitForSelectorAsync("#stand");
        (await SentencesAsync(manager)).ShouldBe(sentences);
        (await NumbersAsync(manager)).ShouldBe(await NumbersAsync(admin));

        await NamesShowWhenAllowedAsync(manager, admin);
        await AccessEndsAsync(manager);
    }

    private static async Task NamesShowWhenAllowedAsync(Visit manager, Visit admin)
    {
        var hidden = await manager.Page.ContentAsync();
        Names.ShouldAllBe(name => !hidden.Contains(name));
        hidden.ShouldContain("Person 1");

        await admin.GoAsync("/organization");
        await admin.Page.CheckAsync("[name='Input.ShowsNames']");
        await admin.FollowAsync("#settings button[type=submit]");
        await admin.Page.WaitForSelectorAsync(".notice-met");

        await manager.ReloadAsync();
        var shown = await manager.Page.ContentAsync();
        Names.ShouldAllBe(name => shown.Contains(name));
    }

    private async Task AccessEndsAsync(Visit manager)
    {
        var address = new Uri(manager.Page.Url).AbsolutePath;
        await portal.VisitAsync(Look.English, DemoAccounts.SecondAccountManager, other => other.GoAsync(address, 404));

        await ProgramAsync(async program =>
        {
            await program.GoAsync("/admin/organizations");
            await program.FollowAsync($"main a:text-is('{Organization}')");
            await program.FollowAsync($"#managers li:has-text('{DemoAccounts.AccountManager.Email}') button");
            await program.Page.WaitForSelectorAsync($"#managers:not(:has(li:has-text('{DemoAccounts.AccountManager.Email}')))");
        });

        await manager.GoAsync(address, 404);
        await manager.GoAsync("/portfolio");
        (await manager.TextAsync("main")).ShouldNotContain(Organization);
    }

    private static Task<IReadOnlyList<string>> SentencesAsync(Visit visit) => visit.TextsAsync(".pane [data-sentence]");

    private static async Task<string?> NumbersAsync(Visit visit) =>
        await visit.Page.Locator("#r-crm-net-new-revenue .bar").GetAttributeAsync("aria-valuetext");

    private Task ProgramAsync(Func<Visit, Task> visit) => portal.VisitAsync(Look.English, DemoAccounts.ProgramManager, async program =>
    {
        await program.GoAsync("/");
        await visit(program);
    });
}
