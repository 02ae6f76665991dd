using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Before a tier is lost by what somebody enters, the page says what it costs; nothing is saved until that is confirmed.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private const string LastDay = "Employment.Periods[0].LastDay";

    private readonly PortalFactory portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("en-US", "If 佐藤 花子 leaves on 30 Nov 2026, Silver of Cloud Customer Relationship Management is lost (2 exams to get it back).")]
    [InlineData("ja-JP", "佐藤 花子さんが2026年11月30日で退職すると、Cloud Customer Relationship Management の Silver を失います（再達成には試験2件が必要です）。")]
    public async Task A_leaving_that_loses_a_tier_is_saved_only_when_confirmed(string culture, string sentence)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.SpeakAsync(culture);
        var page = await PageOfAsync("佐藤 花子");
        var before = await DatabaseContents.ReadAsync(portal);

        var asked = await visitor.FillAsync(page, "Employment", (LastDay, "2026-11-30"));

        asked.TextOf("[data-cost] .strong").ShouldBe(sentence);
        await DatabaseContents.ShouldBeAsync(before, portal);

        var saved = await visitor.SubmitAsync(asked.Form("Employment").With(("confirmed", ConfirmationIn(asked))));

        saved.Document.QuerySelector("[data-cost]").ShouldBeNull();
        (await LastDayOfAsync("佐藤 花子")).ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Fact]
    public async Task Another_day_is_asked_about_anew()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var asked = await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", (LastDay, "2026-11-30"));

        var again = await visitor.SubmitAsync(asked.Form("Employment").With(("confirmed", ConfirmationIn(asked)), (LastDay, "2026-12-15")));

        again.TextOf("[data-cost]").ShouldContain("15 Dec 2026");
        (await LastDayOfAsync("佐藤 花子")).ShouldBeNull();
    }

    [Fact]
    public async Task A_leaving_that_loses_nothing_is_saved_at_once_and_says_so()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var saved = await visitor.FillAsync(await PageOfAsync("鈴木 健一"), "Employment", (LastDay, "2026-11-30"));

        saved.Text.ShouldContain(Texts.Of("Leaving.Nothing", "en-US"));
        (await LastDayOfAsync("鈴木 健一")).ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Fact]
    public async Task Deleting_somebody_who_is_needed_asks_first()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var page = await PageOfAsync("佐藤 花子");

        var asked = await visitor.FillAsync(page, "Delete");

        asked.TextOf("[data-cost]").ShouldContain("If 佐藤 花子 is deleted, Silver of");
        (await visitor.GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK);

        (await visitor.SubmitAsync(asked.Form("Delete").With(("confirmed", "true")))).Path.ShouldBe("/people");
        (await visitor.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Deleting_a_pass_that_is_needed_asks_first()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var page = await PageOfAsync("佐藤 花子");
        var pass = await portal.InDatabaseAsync(db => db.ExamPasses.Where(one => one.Code == "MB2-714" && db.Employees.Any(person => person.Id == one.EmployeeId && person.Name == "佐藤 花子")).Select(one => one.Id).SingleAsync());

        var asked = await visitor.FillAsync($"{page}/pass/{pass}", "Delete");

        asked.TextOf("[data-cost] .strong").ShouldBe("If 佐藤 花子’s pass of MB2-714 is deleted, Silver of Cloud Customer Relationship Management is lost today (1 exam to get it back).");

        (await visitor.SubmitAsync(asked.Form("Delete").With(("confirmed", "true")))).Path.ShouldBe(page);
        (await portal.InDatabaseAsync(db => db.ExamPasses.AnyAsync(one => one.Id == pass))).ShouldBeFalse();
    }

    private static string ConfirmationIn(Screen screen) => screen.Document.QuerySelector("button[name=confirmed]").ShouldNotBeNull().GetAttribute("value")!;

    private async Task<string> PageOfAsync(string name) =>
        $"/people/{await portal.InDatabaseAsync(db => db.Employees.Where(person => person.Name == name).Select(person => person.Number).SingleAsync())}";

    private Task<DateOnly?> LastDayOfAsync(string name) => portal.InDatabaseAsync(db => db.Employees.Where(person => person.Name == name)
        .SelectMany(person => person.Periods).Select(period => period.LastDay).SingleAsync());
}
