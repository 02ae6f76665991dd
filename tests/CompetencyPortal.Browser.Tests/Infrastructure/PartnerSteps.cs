namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>What a partner admin does again and again.</summary>
internal static class PartnerSteps
{
    public static async Task FollowAssessmentAsync(this Visit visit)
    {
        await visit.FollowAsync(".bar-nav a[href^='/assessment']");
        await visit.Page.WaitForSelectorAsync("#stand");
    }

    public static async Task AddPersonAsync(this Visit visit, string name, params string[] codes)
    {
        await visit.FollowAsync(".bar-nav a[href='/people']");
        await visit.FollowAsync("main a[href='/people/add']");
        await visit.Page.FillAsync("[name='Input.Name']", name);
        await visit.SaveAsync();
        await visit.Page.WaitForSelectorAsync("#passes");

        foreach (var code in codes)
        {
            await visit.FollowAsync("main .head .btn-primary");
            await visit.Page.SelectOptionAsync("[name='Input.Code']", code);
            await visit.Page.FillAsync("[name='Input.EarnedOn']", "2018/3/1");
            await visit.SaveAsync();
            await visit.Page.WaitForSelectorAsync($"#passes :text('{code}')");
        }
    }

    public static async Task EnterRevenueAsync(this Visit visit, string amount)
    {
        await visit.FollowAsync(".bar-nav a[href='/revenue']");
        await visit.FollowAsync("main .head .btn-primary");
        await visit.Page.FillAsync("[name='Input.Amount']", amount);
        await visit.Page.FillAsync("[name='Input.Customer']", "Northwind Traders");
        await visit.SaveAsync();
        await visit.Page.WaitForSelectorAsync(".month table");
    }

    public static async Task StateZeroMonthsAsync(this Visit visit)
    {
        await visit.FollowAsync(".bar-nav a[href='/revenue']");
        await visit.FollowAsync("main .notice-und button");
        await visit.Page.WaitForSelectorAsync(".notice-met");
        (await visit.Page.Locator("main .notice-und").CountAsync()).ShouldBe(0);
    }

    public static Task SaveAsync(this Visit visit) => visit.FollowAsync("main form .btn-primary");
}
