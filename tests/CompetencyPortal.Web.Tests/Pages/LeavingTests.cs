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
    [InlineData("en-US", "If 佐藤 花子 leaves on 30 Nov 2026, Silver of Cloud Customer Relationship Management holds only until 30 Nov 2026 instead of 14 Feb 2027. It takes 2 exams to get it back.", "Saved. Silver of Cloud Customer Relationship Management now holds until 30 Nov 2026.")]
    [InlineData("ja-JP", "佐藤 花子さんが2026年11月30日で退職すると、Cloud Customer Relationship Management の Silver は2027年2月14日ではなく2026年11月30日までしか維持できなくなります。再達成には試験2件が必要です。", "保存しました。Cloud Customer Relationship Management の Silver を維持できるのは2026年11月30日までです。")]
    public async Task A_leaving_that_loses_a_tier_is_saved_only_when_confirmed(string culture, string sentence, string outcome)
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
        saved.TextOf(".notice-met").ShouldBe(outcome);
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

    [Theory]
    [InlineData("en-US", "Saved. Silver of Cloud Customer Relationship Management ends on 14 Feb 2027 anyway; after that 佐藤 花子 would be missing too.")]
    [InlineData("ja-JP", "保存しました。Cloud Customer Relationship Management の Silver は、この変更にかかわらず2027年2月14日で終わります。その後の再達成には、佐藤 花子さんの分も補う必要があります。")]
    public async Task A_leaving_after_the_tier_has_ended_anyway_says_when_it_ends(string culture, string message)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.SpeakAsync(culture);

        var saved = await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", (LastDay, "2027-03-31"));

        saved.TextOf(".notice-met").ShouldBe(message);
        (await LastDayOfAsync("佐藤 花子")).ShouldBe(new DateOnly(2027, 3, 31));
    }

    [Fact]
    public async Task A_leaving_in_the_past_says_its_day()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var asked = await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", (LastDay, "2026-10-31"));

        asked.TextOf("[data-cost] .strong").ShouldStartWith("If 佐藤 花子 leaves on 31 Oct 2026, Silver of");
    }

    [Fact]
    public async Task A_later_joining_day_that_loses_a_tier_asks_first()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var before = await DatabaseContents.ReadAsync(portal);

        var asked = await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", ("Employment.Periods[0].Joined", "2026-12-01"));

        asked.TextOf("[data-cost] .strong").ShouldBe("Saved like this, Silver of Cloud Customer Relationship Management is lost from 22 Nov 2026 (2 exams to get it back).");
        await DatabaseContents.ShouldBeAsync(before, portal);
        var saved = await visitor.SubmitAsync(asked.Form("Employment").With(("confirmed", ConfirmationIn(asked))));
        saved.TextOf(".notice-met").ShouldBe("Saved. Silver of Cloud Customer Relationship Management is lost by it.");
    }

    [Theory]
    [InlineData("en-US", "2026-12-31", "With this change Silver of Cloud Customer Relationship Management holds only until 31 Dec 2026 instead of 14 Feb 2027.")]
    [InlineData("en-US", "2026-11-21", "Saved like this, Silver of Cloud Customer Relationship Management is lost from 22 Nov 2026 (1 exam to get it back).")]
    [InlineData("ja-JP", "2026-12-31", "この変更により、Cloud Customer Relationship Management の Silver は2027年2月14日ではなく2026年12月31日までしか維持できなくなります。")]
    public async Task A_pass_that_is_to_end_sooner_than_its_tier_asks_first(string culture, string until, string sentence)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.SpeakAsync(culture);
        var page = await PassOfAsync("佐藤 花子", "MB2-714");
        var before = await DatabaseContents.ReadAsync(portal);

        var asked = await visitor.FillAsync(page, "Save", ("Input.ValidUntil", until));

        asked.TextOf("[data-cost] .strong").ShouldBe(sentence);
        await DatabaseContents.ShouldBeAsync(before, portal);
        (await visitor.SubmitAsync(asked.Form("Save").With(("confirmed", ConfirmationIn(asked)), ("Input.ValidUntil", "2026-12-01")))).Document.QuerySelector("[data-cost]").ShouldNotBeNull();
        var saved = await visitor.SubmitAsync(asked.Form("Save").With(("confirmed", ConfirmationIn(asked))));
        saved.TextOf(".notice-met").ShouldContain("Silver");
    }

    [Fact]
    public async Task A_pass_that_becomes_another_exam_asks_first()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var asked = await visitor.FillAsync(await PassOfAsync("佐藤 花子", "MB2-714"), "Save", ("Input.Code", "MB2-716"));

        asked.TextOf("[data-cost]").ShouldContain("is lost from 22 Nov 2026");
    }

    [Fact]
    public async Task A_pass_that_holds_beyond_its_tier_is_saved_at_once()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var saved = await visitor.FillAsync(await PassOfAsync("佐藤 花子", "MB2-714"), "Save", ("Input.ValidUntil", "2027-02-14"));

        saved.TextOf(".notice-met").ShouldBe(
            "The pass of MB2-714 was saved. Silver of Cloud Customer Relationship Management ends on 14 Feb 2027 anyway; after that 佐藤 花子 would be missing too.");
    }

    [Theory]
    [InlineData("2027-01-15", null, "Saved. Silver of Cloud Customer Relationship Management ends on 31 Dec 2026 anyway; after that 佐藤 花子 would be missing too.")]
    [InlineData("2026-12-15", "If 佐藤 花子 leaves on 15 Dec 2026, Silver of Cloud Customer Relationship Management holds only until 15 Dec 2026 instead of 31 Dec 2026. It takes 2 exams to get it back.", null)]
    public async Task A_leaving_is_judged_by_the_rules_announced(string lastDay, string? question, string? message)
    {
        await CloudCrmDocument.ImportAsync(portal, CloudCrmDocument.AnnounceSecondSpecialist);
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var answer = await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", (LastDay, lastDay));

        (question is null ? null : answer.TextOf("[data-cost] .strong")).ShouldBe(question);
        (message is null ? null : answer.TextOf(".notice-met")).ShouldBe(message);
    }

    [Fact]
    public async Task Milder_rules_that_are_announced_keep_a_tier_longer()
    {
        await CloudCrmDocument.ImportAsync(portal, root => CloudCrmDocument.Announce(root, new DateOnly(2027, 2, 1), silver => silver["all"]![0]!["metric"]!["atLeast"]!["developed"] = 50000));
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        (await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", (LastDay, "2027-02-20"))).TextOf("[data-cost] .strong")
            .ShouldMatch("^If 佐藤 花子 leaves on 20 Feb 2027, Silver of .* holds only until 20 Feb 2027 instead of ");
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
        var page = await PassOfAsync("佐藤 花子", "MB2-714");

        var asked = await visitor.FillAsync(page, "Delete");

        asked.TextOf("[data-cost] .strong").ShouldBe("If 佐藤 花子’s pass of MB2-714 is deleted, Silver of Cloud Customer Relationship Management is lost today (1 exam to get it back).");

        var deleted = await visitor.SubmitAsync(asked.Form("Delete").With(("confirmed", "true")));
        deleted.Path.ShouldBe(await PageOfAsync("佐藤 花子"));
        deleted.TextOf(".notice-met").ShouldBe("The pass was deleted. Silver of Cloud Customer Relationship Management is lost by it.");
        (await visitor.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_something_is_to_be_confirmed_only_that_is_offered()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var leaving = await visitor.FillAsync(await PageOfAsync("佐藤 花子"), "Employment", (LastDay, "2026-11-30"));
        leaving.Document.QuerySelectorAll("#employment button").Select(button => Screen.Plain(button.TextContent)).ShouldBe(["Save all the same"]);

        var deleting = await visitor.FillAsync(await PassOfAsync("佐藤 花子", "MB2-714"), "Delete");
        deleting.TextOf("[data-cost]").ShouldEndWith("Nothing is deleted yet.");
        deleting.TextOf("details.danger button").ShouldBe("Delete all the same");
    }

    [Fact]
    public async Task An_entry_that_is_deleted_says_what_is_lost_by_it()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var id = await portal.InDatabaseAsync(db => db.RevenueEntries.Where(entry => db.Organizations.Any(one => one.Id == entry.OrganizationId && one.Name.StartsWith("Contoso")))
            .OrderByDescending(entry => entry.On).Select(entry => entry.Id).FirstAsync());

        var deleted = await visitor.FillAsync($"/revenue/entry/{id}", "Delete");

        deleted.TextOf(".notice-met").ShouldMatch("^The entry was deleted. Silver of Cloud Customer Relationship Management (is no longer met|now holds until .*)\\.$");
    }

    private static string ConfirmationIn(Screen screen) => screen.Document.QuerySelector("button[name=confirmed]").ShouldNotBeNull().GetAttribute("value")!;

    private async Task<string> PageOfAsync(string name) =>
        $"/people/{await portal.InDatabaseAsync(db => db.Employees.Where(person => person.Name == name).Select(person => person.Number).SingleAsync())}";

    private async Task<string> PassOfAsync(string name, string code) => await PageOfAsync(name) + "/pass/" + await portal.InDatabaseAsync(db =>
        db.ExamPasses.Where(one => one.Code == code && db.Employees.Any(person => person.Id == one.EmployeeId && person.Name == name)).Select(one => one.Id).SingleAsync());

    private Task<DateOnly?> LastDayOfAsync(string name) => portal.InDatabaseAsync(db => db.Employees.Where(person => person.Name == name)
        .SelectMany(person => person.Periods).Select(period => period.LastDay).SingleAsync());
}
