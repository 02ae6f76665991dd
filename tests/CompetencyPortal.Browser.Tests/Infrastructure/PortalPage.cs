using CompetencyPortal.Web.Demo;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>One page in one state, and the way there: signed in as whom, to which address, and what is done on it.</summary>
internal sealed record PortalPage(string Name, DemoAccount? User, string Path, Func<Visit, Task>? Then = null)
{
    private int Status { get; init; } = 200;

    /// <summary>Every page of the portal, those that look different without data or with refused input more than once.</summary>
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("setup", null, "/") { IsFirstVisit = true },
        new("setup-refused", null, "/setup", SubmitAsync) { IsFirstVisit = true },
        new("sign-in", null, "/account/sign-in"),
        new("sign-in-refused", null, "/account/sign-in", SubmitAsync),
        new("not-found", DemoAccounts.ContosoAdmin, "/people/999") { Status = 404 },
        new("overview", DemoAccounts.ContosoAdmin, "/"),
        new("overview-empty", DemoAccounts.FabrikamAdmin, "/"),
        new("overview-manager", DemoAccounts.AccountManager, "/"),
        new("assessment", DemoAccounts.ContosoAdmin, "/assessment/cloud-crm", UnfoldAsync),
        new("assessment-missing", DemoAccounts.ContosoAdmin, "/assessment/cloud-crm?show=missing"),
        new("assessment-empty", DemoAccounts.FabrikamAdmin, "/assessment/cloud-crm", UnfoldAsync),
        new("assessment-trap", DemoAccounts.AdatumAdmin, "/assessment/cloud-crm", UnfoldAsync),
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
        new("rates", DemoAccounts.ProgramManager, "/admin/rates"),
        new("rate-add", DemoAccounts.ProgramManager, "/admin/rates/rate"),
        new("rate-add-refused", DemoAccounts.ProgramManager, "/admin/rates/rate", SubmitAsync),
        new("rate-edit", DemoAccounts.ProgramManager, "/admin/rates", FollowEditAsync),
        new("rates-paste", DemoAccounts.ProgramManager, "/admin/rates/paste"),
        new("rates-paste-refused", DemoAccounts.ProgramManager, "/admin/rates/paste", SubmitAsync),
    ];

    /// <summary>Before anybody has an account.</summary>
    public bool IsFirstVisit { get; private init; }

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

    private static async Task SubmitAsync(Visit visit)
    {
        await visit.Page.ClickAsync("main .btn-primary");
        await visit.Page.WaitForSelectorAsync("[role=alert]");
    }

    private static async Task UnfoldAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
    }
}
