using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>What the assessment says of what is ahead: the cheapest way up, until when a tier holds, who must not leave.</summary>
public sealed class AheadTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Address = "/assessment/cloud-crm";

    [Theory]
    [InlineData("en-US", "2 exams by 1 person. And $180,000 more.", "Proven: no way needs fewer exams", "To reach Gold: 2 exams by 1 person; no way needs fewer. And $180,000 more.")]
    [InlineData("ja-JP", "試験2件（1名）。あわせて、あと $180,000 必要です。", "証明済み：これより少ない試験数の方法はありません", "Gold を達成するには： 試験2件（1名）。これより少ない方法はありません。あわせて、あと $180,000 必要です。")]
    public async Task The_plan_is_said_with_its_proof(string culture, string plan, string proof, string next)
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin, culture);

        screen.TextOf("#plan-gold .bigline").ShouldBe(plan);
        screen.TextOf("#plan-gold [data-proof]").ShouldBe(proof);
        screen.TextOf("[data-next]").ShouldBe(next);
        screen.Document.QuerySelector("#plan-silver").ShouldBeNull();
    }

    [Fact]
    public async Task The_plan_is_said_by_person_with_seat_and_title()
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin);

        var steps = await StepsToGoldAsync();
        var people = steps.Select(step => step.Person).Distinct().ToList();
        screen.Document.QuerySelectorAll("#plan-gold [data-step]").Select(step => step.GetAttribute("data-step")).ShouldBe(people);
        screen.TextOf("#plan-gold [data-step] > div > p").ShouldBe(await NameAsync(people[0]));
        screen.Document.QuerySelectorAll("#plan-gold [data-exam] p:first-child").Select(line => Screen.Plain(line.TextContent))
            .ShouldBe(steps.Select(step => $"{step.Credential} for the seat Functional specialist"));
        screen.TextOf("#plan-gold [data-exam='MB2-714'] p:last-of-type").ShouldBe("Dynamics CRM Customer Service");
        screen.TextOf("#plan-gold [data-missing]").ShouldBe(
            "$180,000 more: Net new revenue in CRM Online or Dynamics 365 1 month is not reported; $180,000 still to show.");
    }

    [Theory]
    [InlineData("en-US", "3 exams by 2 new people. And $100,000 more.", "6 exams by 4 new people. And $300,000 more.")]
    [InlineData("ja-JP", "試験3件（新しい従業員2名）。あわせて、あと $100,000 必要です。", "試験6件（新しい従業員4名）。あわせて、あと $300,000 必要です。")]
    public async Task Who_has_entered_nothing_reads_a_plan_for_every_tier(string culture, string silver, string gold)
    {
        var screen = await OpenAsync(DemoAccounts.FabrikamAdmin, culture);

        screen.TextOf("#plan-silver .bigline").ShouldBe(silver);
        screen.TextOf("#plan-gold .bigline").ShouldBe(gold);
        screen.TextOf("#plan-silver").ShouldContain(Texts.Of("Plan.NobodyEntered", culture));
        screen.Document.QuerySelectorAll("#plan-silver [data-step]").Length.ShouldBe(2);
        screen.Document.QuerySelector("[data-outlook]").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_short_of_money_alone_names_no_exam()
    {
        (await OpenAsync(DemoAccounts.LamnaAdmin)).TextOf("#plan-silver .bigline").ShouldBe("No exam is missing. Still needed: $6,200.");
    }

    [Fact]
    public async Task Ways_with_different_money_stand_side_by_side()
    {
        await using var changed = await ChangedAsync();
        await PracticeCatalog.FollowAsync(changed, "Fabrikam");
        using var visitor = await changed.SignInAsync(DemoAccounts.FabrikamAdmin);

        var screen = await visitor.GetAsync("/assessment/practice?option=ways");

        screen.TextOf("#plan-silver .bigline").ShouldBe("There are 2 ways, each complete on its own.");
        var ways = screen.Document.QuerySelectorAll("#plan-silver [data-way]");
        ways.Select(way => Screen.Plain(way.QuerySelector("h3")!.TextContent)).ShouldBe(
        [
            "No exam is missing. Still needed: 500 seats. And 1 question to be answered with yes.",
            "2 exams by 2 new people. And $6,000 more. And 1 question to be answered with yes.",
        ]);
        ways.ShouldAllBe(way => way.QuerySelector("[data-flag=authorized-reseller]") != null);
        (await visitor.GetAsync("/")).TextOf("[data-competency=practice] .nextline").ShouldContain(
            "500 seats and 1 confirmation, or $6,000, 2 exams, 2 new people and 1 confirmation from Silver.");
        (await visitor.GetAsync("/assessment/practice/what-if?option=ways")).Document.QuerySelectorAll("#plan-silver [data-way]").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("en-US", "Nobody, not even a new person, can come to fill the seat Customizer. It asks for these:")]
    [InlineData("ja-JP", "担当枠「カスタマイズ担当」は、新しい従業員を含めて誰も満たせません。求められている資格：")]
    public async Task What_cannot_be_reached_is_said_with_the_seat_and_its_exams(string culture, string blocked)
    {
        await using var changed = await ChangedAsync(RetireCustomization);
        using var visitor = await changed.SignInAsync(DemoAccounts.FabrikamAdmin);
        await visitor.SpeakAsync(culture);

        var screen = await visitor.GetAsync(Address);

        screen.TextOf("#plan-silver .bigline").ShouldBe(Texts.Of("Plan.Impossible", culture));
        screen.TextOf("#plan-silver [data-blocked] > p").ShouldBe(blocked);
        screen.Document.QuerySelectorAll("#plan-silver [data-blocked] .code").Select(code => code.TextContent).ShouldBe(["MB2-712", "MB2-707", "MB2-716"]);
        screen.Document.QuerySelector("#plan-silver [data-step]").ShouldBeNull();
    }

    [Theory]
    [InlineData("en-US", "Silver is met and holds until 21 Jan 2027.", "22 Jan 2027: 松本 恵 is no longer there; the last day is 21 Jan 2027.", "To keep Silver beyond 21 Jan 2027: 1 exam by 1 new person; no way needs fewer.")]
    [InlineData("ja-JP", "Silver を達成しています。2027年1月21日まで維持できます。", "2027年1月22日：松本 恵さんが在籍しなくなります（最終在籍日 2027年1月21日）。", "2027年1月21日より後も Silver を維持するには： 試験1件（新しい従業員1名）。これより少ない方法はありません。")]
    public async Task The_outlook_names_its_day_its_cause_and_what_keeps_the_tier(string culture, string headline, string cause, string keep)
    {
        var screen = await OpenAsync(DemoAccounts.AlpineAdmin, culture);

        screen.TextOf("#stand").ShouldBe(headline);
        screen.TextOf("#outlook-silver [data-cause]").ShouldBe(cause);
        screen.TextOf("[data-ends-soon]").ShouldContain(cause);
        screen.TextOf("#outlook-silver").ShouldContain(keep);
        screen.Document.QuerySelectorAll("#outlook-silver [data-events] tbody tr").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Money_that_leaves_is_told_with_what_is_left()
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin);

        screen.TextOf("#outlook-silver [data-cause]").ShouldBe(
            "15 Feb 2027: Entries of “Net new revenue in CRM Online or Dynamics 365” leave the window: $14,000 less. Then: $95,500.");
        screen.TextOf("#outlook-silver").ShouldContain("To keep Silver beyond 14 Feb 2027: No exam is missing. Still needed: $4,500.");
    }

    [Fact]
    public async Task No_end_in_sight_is_said_so()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.WoodgroveAdmin);

        var screen = await visitor.GetAsync("/assessment/messaging");

        screen.TextOf("#stand").ShouldBe("Silver is met.");
        screen.TextOf("#outlook-silver .bigline").ShouldBe("Holds for at least 36 months");
    }

    [Theory]
    [InlineData("2027-01-21", true)]
    [InlineData("2027-01-22", false)]
    public async Task A_fresh_evaluation_bears_the_outlook_out(string day, bool isMet)
    {
        await using var later = await PortalFactory.StartOnAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        using var visitor = await later.SignInAsync(DemoAccounts.AlpineAdmin);

        (await visitor.GetAsync(Address)).TextOf("#stand").StartsWith("Silver is met", StringComparison.Ordinal).ShouldBe(isMet);
    }

    [Theory]
    [InlineData("en-US", "From 1 Jan 2027 new rules apply: then Silver is not met (1 exam and 1 new person).", "Holds until 31 Dec 2026", "To keep Silver beyond 31 Dec 2026: 1 exam by 1 new person; no way needs fewer.")]
    [InlineData("ja-JP", "2027年1月1日から新しいルールが適用されます。その時点で Silver は未達成です（あと 試験1件と新しい従業員1名）。", "2026年12月31日まで維持", "2026年12月31日より後も Silver を維持するには： 試験1件（新しい従業員1名）。これより少ない方法はありません。")]
    public async Task The_outlook_is_by_the_rules_of_each_day(string culture, string announced, string until, string keep)
    {
        await using var changed = await ChangedAsync(AnnounceSecondCustomizer);
        using var visitor = await changed.SignInAsync(DemoAccounts.AlpineAdmin);
        await visitor.SpeakAsync(culture);

        var screen = await visitor.GetAsync(Address);

        screen.TextOf("[data-announced]").ShouldBe(announced);
        screen.TextOf("#outlook-silver .bigline").ShouldBe(until);
        screen.TextOf("#outlook-silver [data-cause]").ShouldBe(announced);
        screen.TextOf("#outlook-silver").ShouldContain(keep);
    }

    [Fact]
    public async Task Milder_rules_that_are_announced_keep_a_tier_on_every_page()
    {
        await using var changed = await ChangedAsync(root =>
            CloudCrmDocument.Announce(root, new DateOnly(2027, 2, 1), silver => silver["all"]![0]!["metric"]!["atLeast"]!["developed"] = 90_000));
        using var visitor = await changed.SignInAsync(DemoAccounts.ContosoAdmin);

        var assessment = await visitor.GetAsync(Address);

        assessment.TextOf("[data-announced]").ShouldBe("From 1 Feb 2027 new rules apply: then Silver is met.");
        var day = assessment.TextOf("#outlook-silver .bigline")["Holds until ".Length..];
        day.ShouldNotBe("14 Feb 2027");
        assessment.TextOf("#stand").ShouldBe($"Silver is met and holds until {day}.");
        assessment.TextOf("#outlook-silver").ShouldContain($"To keep Silver beyond {day}: No exam is missing.");
        (await visitor.GetAsync("/")).TextOf("[data-holds]").ShouldBe($"Holds until {day}");
    }

    [Fact]
    public async Task Announced_rules_that_end_a_tier_sooner_give_every_page_their_day()
    {
        await using var changed = await ChangedAsync(AnnounceSecondCustomizer);
        using var visitor = await changed.SignInAsync(DemoAccounts.AlpineAdmin);

        var assessment = await visitor.GetAsync(Address);
        var overview = await visitor.GetAsync("/");

        assessment.TextOf("#stand").ShouldBe("Silver is met and holds until 31 Dec 2026.");
        assessment.TextOf("[data-ends-soon] p").ShouldBe("Silver ends in 39 days. From 1 Jan 2027 new rules apply: then Silver is not met (1 exam and 1 new person).");
        assessment.TextOf(".ladder .here").ShouldContain("until 31 Dec 2026");
        overview.TextOf(".ladder .here").ShouldContain("until 31 Dec 2026");
        overview.TextOf("[data-holds]").ShouldBe("Holds until 31 Dec 2026, when new rules begin");
        (await visitor.GetAsync($"{Address}/what-if?p=1:MB2-716")).TextOf("[data-tier=silver] [data-then]").ShouldContain("Holds until 21 Jan 2027 under the rules of 16 Nov 2017");
    }

    [Fact]
    public async Task Announced_rules_say_what_money_is_missing()
    {
        await using var changed = await ChangedAsync(root =>
        {
            AnnounceSecondCustomizer(root);
            root["competencies"]![0]!["versions"]!.AsArray()[^1]!["options"]![0]!["tiers"]!["silver"]!["all"]![0]!["metric"]!["atLeast"]!["developed"] = 1_000_000;
        });
        using var visitor = await changed.SignInAsync(DemoAccounts.AlpineAdmin);

        (await visitor.GetAsync(Address)).TextOf("[data-announced]").ShouldMatch(@"^From 1 Jan 2027 new rules apply: then Silver is not met \(\$[\d,]+, 1 exam and 1 new person\)\.$");
    }

    [Fact]
    public async Task Who_must_not_leave_and_is_leaving_already_is_said_so()
    {
        var screen = await OpenAsync(DemoAccounts.AlpineAdmin);

        screen.TextOf("[data-critical='2'] .what").ShouldBe("松本 恵 is already leaving; the last day is 21 Jan 2027. Without 松本 恵, Silver is lost.");
    }

    [Theory]
    [InlineData("en-US", "Leaves; the last day is 31 Dec 2026. After it, what this person passes no longer counts.")]
    [InlineData("ja-JP", "退職予定です（最終在籍日 2026年12月31日）。その後、この従業員の合格は数えられません。")]
    public async Task A_plan_says_who_of_it_is_leaving(string culture, string leaving)
    {
        await using var changed = await ChangedAsync();
        using var visitor = await changed.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.SpeakAsync(culture);
        var person = (await StepsToGoldAsync())[0].Person;
        (await visitor.GetAsync(Address)).Document.QuerySelector("[data-leaving]").ShouldBeNull();

        await visitor.FillAsync($"/people/{person}", "Employment", ("Employment.Periods[0].LastDay", "2026-12-31"));

        (await visitor.GetAsync(Address)).TextOf($"#plan-gold [data-step='{person}'] [data-leaving]").ShouldBe(leaving);
    }

    [Fact]
    public async Task The_overview_says_first_what_ends_soon()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AlpineAdmin);

        var screen = await visitor.GetAsync("/");

        screen.TextOf(".todo li:first-child [data-sentence]").ShouldBe("Silver ends in 60 days.");
        screen.Document.QuerySelector(".todo li:first-child a").ShouldNotBeNull().GetAttribute("href").ShouldBe("/assessment/cloud-crm#outlook-silver");
    }

    [Fact]
    public async Task A_tier_met_by_another_option_than_the_one_shown_names_that_option()
    {
        await using var changed = await ChangedAsync();
        await PracticeCatalog.FollowAsync(changed, "Contoso");
        using var visitor = await changed.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.FillAsync("/organization/flag/authorized-reseller", handler: null, ("Input.Choice", "Yes"), ("Input.On", "2026-01-01"));

        (await visitor.GetAsync("/assessment/practice?option=points")).TextOf("#stand").ShouldBe("Gold is met. That is by the option Sales.");
    }

    [Fact]
    public async Task Only_partner_admins_read_who_must_not_leave()
    {
        var own = await OpenAsync(DemoAccounts.ContosoAdmin);
        own.TextOf("[data-critical='1'] .what").ShouldBe("If 佐藤 花子 leaves, Silver is lost.");
        own.Document.QuerySelectorAll("[data-critical]").Length.ShouldBe(1);
        (await OpenAsync(DemoAccounts.ProsewareAdmin, "ja-JP")).TextOf("[data-critical='1'] .what").ShouldBe("Astrid Lindholmさんが退職すると Gold を失います。");

        foreach (var manager in new[] { DemoAccounts.AccountManager, DemoAccounts.ProgramManager })
        {
            foreach (var organization in new[] { "Contoso", "Proseware" })
            {
                var read = await OpenAsManagerAsync(manager, organization);
                read.Document.QuerySelector("[data-outlook]").ShouldNotBeNull();
                read.Document.QuerySelector("#critical, [data-critical]").ShouldBeNull();
                read.Body.ShouldNotContain(Texts.Of("Critical.Title", "en-US"));
            }
        }
    }

    [Fact]
    public async Task Managers_read_plan_outlook_and_certificate_by_number()
    {
        var contoso = await OpenAsManagerAsync(DemoAccounts.AccountManager, "Contoso");
        contoso.TextOf("#plan-gold [data-step] > div > p").ShouldBe($"Person {(await StepsToGoldAsync())[0].Person}");
        contoso.TextOf("[data-certificate]").ShouldBe("Why not Gold: seats of the kind Functional specialist need 2 different people, and only 1 can fill any of them: Person 1.");

        var alpine = await OpenAsManagerAsync(DemoAccounts.AccountManager, "株式会社アルパイン");
        alpine.TextOf("#outlook-silver [data-cause]").ShouldBe("22 Jan 2027: Person 2 is no longer there; the last day is 21 Jan 2027.");
        (await OpenAsManagerAsync(DemoAccounts.AccountManager, "株式会社アルパイン", "ja-JP")).TextOf("#outlook-silver [data-cause]")
            .ShouldBe("2027年1月22日：従業員 2が在籍しなくなります（最終在籍日 2027年1月21日）。");
    }

    [Theory]
    [InlineData("en-US", "Contoso Systems K.K. · Assessment as of 22 Nov 2026 · rules of 16 Nov 2017 · content ")]
    [InlineData("ja-JP", "Contoso Systems K.K.・2026年11月22日現在の判定・ルール 2017年11月16日版・内容 ")]
    public async Task A_print_carries_its_day_version_and_the_hash_of_the_stored_result(string culture, string head)
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin, culture);
        var id = (await KnownRecords.OfAsync(portal, "Contoso")).Organization;
        var json = await portal.InDatabaseAsync(db => db.Standings.Where(one => one.OrganizationId == id).Select(one => one.ResultJson).SingleAsync());
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

        screen.TextOf("[data-print-head]").ShouldBe($"{head}{hash[..4]} {hash[4..8]} {hash[8..12]} {hash[12..16]}");
        screen.TextOf("[data-hash]").ShouldContain(hash);
    }

    private static void RetireCustomization(JsonNode root)
    {
        foreach (var exam in root["credentials"]!.AsArray().Where(exam => exam!["code"]!.GetValue<string>() is "MB2-712" or "MB2-707" or "MB2-716"))
        {
            exam!["retiredOn"] = "2026-01-31";
        }
    }

    private static void AnnounceSecondCustomizer(JsonNode root) =>
        CloudCrmDocument.Announce(root, new DateOnly(2027, 1, 1), silver => silver["all"]![1]!["staffing"]!["seats"]![1]!["count"] = 2);

    /// <summary>A portal of the test's own, with another catalog.</summary>
    private static async Task<PortalFactory> ChangedAsync(Action<JsonNode>? change = null)
    {
        var changed = new PortalFactory();
        await changed.InitializeAsync();

        if (change is not null)
        {
            await CloudCrmDocument.ImportAsync(changed, change);
        }

        return changed;
    }

    /// <summary>Contoso's, of which another one may be as cheap.</summary>
    private Task<ValueList<PlanStep>> StepsToGoldAsync() => portal.InDatabaseAsync(async db =>
    {
        var id = (await KnownRecords.OfAsync(portal, "Contoso")).Organization;
        var result = (await db.Standings.AsNoTracking().SingleAsync(one => one.OrganizationId == id)).ReadResult();

        return result.Options[0].Tiers[1].Plan.ShouldNotBeNull().Steps.ShouldNotBeNull();
    });

    private Task<string> NameAsync(string? number) => portal.InDatabaseAsync(async db =>
    {
        var id = (await KnownRecords.OfAsync(portal, "Contoso")).Organization;
        var wanted = int.Parse(number.ShouldNotBeNull(), CultureInfo.InvariantCulture);

        return await db.Employees.Where(one => one.OrganizationId == id && one.Number == wanted).Select(one => one.Name).SingleAsync();
    });

    private async Task<Screen> OpenAsync(DemoAccount account, string culture = "en-US")
    {
        using var visitor = await portal.SignInAsync(account);
        await visitor.SpeakAsync(culture);

        return await visitor.GetAsync(Address);
    }

    private async Task<Screen> OpenAsManagerAsync(DemoAccount manager, string organization, string culture = "en-US")
    {
        using var visitor = await portal.SignInAsync(manager);
        await visitor.SpeakAsync(culture);
        var id = (await KnownRecords.OfAsync(portal, organization)).Organization;

        return await visitor.GetAsync($"/portfolio/{id}/cloud-crm");
    }
}
