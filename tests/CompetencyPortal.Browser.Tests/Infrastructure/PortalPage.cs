using CompetencyPortal.Web.Demo;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>One page in one state, and the way there: signed in as whom, to which address, and what is done on it.</summary>
internal sealed record PortalPage(string Name, DemoAccount? User, string Path, Func<Visit, Task>? Then = null)
{
    private int Status { get; init; } = 200;

    /// <summary>Every page of the portal, those that look different without data or with refused input more than once.</summary>
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("setup", null, "/") { On = PortalState.Unused },
        new("setup-refused", null, "/setup", SubmitAsync) { On = PortalState.Unused },
        new("sign-in", null, "/account/sign-in"),
        new("sign-in-refused", null, "/account/sign-in", SubmitAsync),
        new("not-found", DemoAccounts.ContosoAdmin, "/people/999") { Status = 404 },
        new("sessions", DemoAccounts.ContosoAdmin, "/account/sessions"),
        new("overview", DemoAccounts.ContosoAdmin, "/"),
        new("overview-empty", DemoAccounts.FabrikamAdmin, "/"),
        new("overview-program-empty", DemoAccounts.ProgramManager, "/") { On = PortalState.Empty },
        new("overview-several", DemoAccounts.WoodgroveAdmin, "/"),
        new("portfolio", DemoAccounts.AccountManager, "/portfolio"),
        new("portfolio-program", DemoAccounts.ProgramManager, "/portfolio?sort=Missing"),
        new("portfolio-none", DemoAccounts.AccountManager, "/portfolio?q=nobody"),
        new("portfolio-empty", DemoAccounts.AccountManager, "/portfolio") { On = PortalState.Empty },
        new("assessment", DemoAccounts.ContosoAdmin, "/assessment/cloud-crm", UnfoldAsync),
        new("assessment-missing", DemoAccounts.ContosoAdmin, "/assessment/cloud-crm?show=missing"),
        new("assessment-empty", DemoAccounts.FabrikamAdmin, "/assessment/cloud-crm", UnfoldAsync),
        new("assessment-trap", DemoAccounts.AdatumAdmin, "/assessment/cloud-crm", UnfoldAsync),
        new("assessment-ways", DemoAccounts.WoodgroveAdmin, "/assessment/messaging", UnfoldAsync),
        new("assessment-counts", DemoAccounts.WoodgroveAdmin, "/assessment/data-analytics?option=power-bi", UnfoldAsync),
        new("what-if", DemoAccounts.ContosoAdmin, "/assessment/cloud-crm/what-if?p=3:MB2-714&p=%2B1:MB2-712&l=1&a[crm-net-new-revenue]=50000", UnfoldAsync),
        new("what-if-empty", DemoAccounts.FabrikamAdmin, "/assessment/cloud-crm/what-if", UnfoldAsync),
        new("people", DemoAccounts.ContosoAdmin, "/people"),
        new("people-empty", DemoAccounts.FabrikamAdmin, "/people"),
        new("person", DemoAccounts.ContosoAdmin, "/people/1", UnfoldAsync),
        new("person-add", DemoAccounts.ContosoAdmin, "/people/add"),
        new("person-add-refused", DemoAccounts.ContosoAdmin, "/people/add", SubmitAsync),
        new("pass-add", DemoAccounts.ContosoAdmin, "/people/1/pass"),
        new("pass-add-refused", DemoAccounts.ContosoAdmin, "/people/1/pass", SubmitAsync),
        new("pass-edit", DemoAccounts.ContosoAdmin, "/people/1", FollowEditAsync),
        new("revenue", DemoAccounts.ContosoAdmin, "/revenue"),
        new("revenue-empty", DemoAccounts.FabrikamAdmin, "/revenue"),
        new("entry-add", DemoAccounts.ContosoAdmin, "/revenue/entry"),
        new("entry-add-refused", DemoAccounts.ContosoAdmin, "/revenue/entry", SubmitAsync),
        new("entry-edit", DemoAccounts.ContosoAdmin, "/revenue", FollowEditAsync),
        new("organization", DemoAccounts.ContosoAdmin, "/organization"),
        new("catalog", DemoAccounts.ProgramManager, "/catalog"),
        new("catalog-competency", DemoAccounts.ProgramManager, "/catalog/cloud-crm", UnfoldAsync),
        new("catalog-exams", DemoAccounts.ProgramManager, "/catalog/exams"),
        new("catalog-exam", DemoAccounts.ProgramManager, "/catalog/exam?code=MB2-709"),
        new("catalog-import", DemoAccounts.ProgramManager, "/catalog/import"),
        new("catalog-import-refused", DemoAccounts.ProgramManager, "/catalog/import", SubmitAsync),
        new("organization-history", DemoAccounts.ContosoAdmin, "/organization/history"),
        new("portfolio-organization", DemoAccounts.AccountManager, "/portfolio?q=Contoso", FollowFirstRowAsync),
        new("portfolio-organization-empty", DemoAccounts.AccountManager, "/portfolio?q=Fabrikam", FollowFirstRowAsync),
        new("portfolio-history", DemoAccounts.AccountManager, "/portfolio?q=Contoso", FollowHistoryAsync),
        new("rates", DemoAccounts.ProgramManager, "/admin/rates"),
        new("rate-add", DemoAccounts.ProgramManager, "/admin/rates/rate"),
        new("rate-add-refused", DemoAccounts.ProgramManager, "/admin/rates/rate", SubmitAsync),
        new("rate-edit", DemoAccounts.ProgramManager, "/admin/rates", FollowEditAsync),
        new("rates-paste", DemoAccounts.ProgramManager, "/admin/rates/paste"),
        new("rates-paste-refused", DemoAccounts.ProgramManager, "/admin/rates/paste", SubmitAsync),
        new("organization-admins", DemoAccounts.ContosoAdmin, "/organization/admins"),
        new("organization-admins-refused", DemoAccounts.ContosoAdmin, "/organization/admins", SubmitAsync),
        new("invitation-dead", null, "/account/invitation/00000000-0000-0000-0000-000000000000?token=used") { Status = 404 },
        new("invitation", DemoAccounts.ProgramManager, "/admin/organizations/create", FollowInvitationAsync),
        new("overview-program", DemoAccounts.ProgramManager, "/"),
        new("organizations", DemoAccounts.ProgramManager, "/admin/organizations"),
        new("organizations-none", DemoAccounts.ProgramManager, "/admin/organizations?q=nobody-has-this-name"),
        new("organization-create", DemoAccounts.ProgramManager, "/admin/organizations/create"),
        new("organization-create-refused", DemoAccounts.ProgramManager, "/admin/organizations/create", SubmitAsync),
        new("organization-created", DemoAccounts.ProgramManager, "/admin/organizations/create", CreateOrganizationAsync),
        new("organization-edit", DemoAccounts.ProgramManager, "/admin/organizations", FollowFirstRowAsync),
        new("users", DemoAccounts.ProgramManager, "/admin/users"),
        new("user", DemoAccounts.ProgramManager, "/admin/users?role=AccountManager", FollowFirstRowAsync),
        new("user-invite", DemoAccounts.ProgramManager, "/admin/users/invite"),
        new("user-invite-refused", DemoAccounts.ProgramManager, "/admin/users/invite", SubmitAsync),
    ];

    public PortalState On { get; private init; }

    public async Task OpenAsync(Visit visit)
    {
        await visit.GoAsync(Path, Status);
        await (Then?.Invoke(visit) ?? Task.CompletedTask);
    }

    public override string ToString()
    {
        return Name;
    }

    /// <summary>By the first row's button, whose address a test cannot know; what is folded on the page behind it is unfolded.</summary>
    private static async Task FollowEditAsync(Visit visit)
    {
        await visit.FollowAsync("main table .btn-sm");
        await UnfoldAsync(visit);
    }

    private static async Task FollowFirstRowAsync(Visit visit)
    {
        await visit.FollowAsync("main tbody a");
        await UnfoldAsync(visit);
    }

    /// <summary>Another one with each visit, for the page is opened in both languages.</summary>
    private static async Task CreateOrganizationAsync(Visit visit)
    {
        await visit.Page.FillAsync("[name='Input.Name']", $"Litware {Guid.NewGuid():N}");
        await visit.Page.SelectOptionAsync("[name='Input.Market']", "developed");
        await visit.Page.FillAsync("[name='Input.AdminName']", "Kim Abercrombie");
        await visit.Page.FillAsync("[name='Input.AdminEmail']", $"{Guid.NewGuid():N}@litware.example");
        await visit.FollowAsync("main .btn-primary");
        await visit.Page.WaitForSelectorAsync("#one-time-link");
    }

    /// <summary>Opened by the one who made it: the page says so, too.</summary>
    private static async Task FollowInvitationAsync(Visit visit)
    {
        await CreateOrganizationAsync(visit);
        await visit.GoAsync(await visit.Page.InputValueAsync("#one-time-link"));
    }

    private static async Task FollowHistoryAsync(Visit visit)
    {
        await FollowFirstRowAsync(visit);
        await visit.FollowAsync("main a[href^='/portfolio/history/']");
    }

    private static async Task SubmitAsync(Visit visit)
    {
        await visit.FollowAsync("main .btn-primary");
        await visit.Page.WaitForSelectorAsync("[role=alert]");
    }

    private static async Task UnfoldAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
    }
}

/// <summary>What a portal has in it.</summary>
internal enum PortalState
{
    Demo,

    /// <summary>Managers have accounts; there is no organization.</summary>
    Empty,

    /// <summary>Before anybody has an account.</summary>
    Unused,
}
