using System.Globalization;
using CompetencyPortal.Browser.Tests.Infrastructure;
using CompetencyPortal.Web.Demo;

namespace CompetencyPortal.Browser.Tests;

/// <summary>The main job, as a person does it: from nothing entered to Silver, and back by one pass, in both languages.</summary>
[Collection(ChangingPortalTests.Name)]
public sealed class JourneyTests(PortalFixture portal)
{
    [Fact]
    public async Task A_partner_admin_enters_facts_until_Silver_is_met_and_reads_who_is_missing_when_a_pass_goes()
    {
        await portal.VisitAsync(Look.English, DemoAccounts.FabrikamAdmin, async visit =>
        {
            await visit.GoAsync("/");
            await visit.FollowAssessmentAsync();
            (await visit.TextAsync("#stand")).ShouldBe("Not determined yet.");
            (await visit.TextsAsync(".pane [data-status]")).ShouldBe(["Undetermined", "Undetermined", "Undetermined", "Undetermined"]);
            (await visit.TextAsync("main")).ShouldNotContain("Not met");

            await visit.AddPersonAsync("佐藤 花子", "MB2-714", "MB2-710");
            await visit.AddPersonAsync("Emily Carter", "MB2-712");
            await visit.FollowAssessmentAsync();
            (await visit.TextAsync("#r-people [data-tier=silver] [data-status]")).ShouldBe("Met");
            (await visit.TextAsync("#stand")).ShouldBe("Not determined yet.");

            await visit.EnterRevenueAsync("１００，０００");
            await visit.FollowAssessmentAsync();
            (await visit.TextAsync("#r-crm-net-new-revenue [data-tier=silver] [data-status]")).ShouldBe("Met");
            (await visit.TextAsync("#r-crm-net-new-revenue [data-tier=gold] [data-status]")).ShouldBe("Undetermined");
            (await visit.TextAsync("#stand")).ShouldBe("Silver is met and holds until 13 Jun 2020.");

            await visit.StateZeroMonthsAsync();
            await visit.FollowAssessmentAsync();
            (await visit.TextAsync("#r-crm-net-new-revenue [data-tier=gold] [data-sentence]"))
                .ShouldBe("Reported: $100,000 of $300,000. Still needed: $200,000.");

            await DeletePassAsync(visit, "Emily Carter");
            await visit.FollowAssessmentAsync();
            (await visit.TextAsync("#stand")).ShouldBe("No tier is met yet.");
            (await visit.TextAsync("#r-people [data-tier=silver] [data-sentence]"))
                .ShouldBe("1 of 2 people hold a qualifying combination. 1 more person needed: Customizer (1).");

            await visit.FollowAsync(".bar-tools button[lang=ja]");
            (await visit.TextAsync("#stand")).ShouldBe("まだどのレベルも達成していません。");
            (await visit.TextAsync("#r-people [data-tier=silver] [data-sentence]"))
                .ShouldBe("必要な2名のうち1名が要件を満たしています。あと1名必要です：カスタマイズ担当（1名）。");
        });
    }

    [Fact]
    public async Task Several_entries_follow_each_other_and_the_language_changes_after_a_refused_one()
    {
        await portal.VisitAsync(Look.English, DemoAccounts.AdatumAdmin, async visit =>
        {
            await visit.GoAsync("/revenue/entry");
            await visit.Page.FillAsync("[name='Input.Amount']", "$1,234.50");
            await visit.FollowAsync("main button[name=another]");
            (await visit.TextAsync(".notice-met")).ShouldBe("The entry was saved.");
            (await visit.Page.InputValueAsync("[name='Input.Amount']")).ShouldBeEmpty();

            await visit.Page.FillAsync("[name='Input.Amount']", "¥5000");
            await visit.SaveAsync();
            (await visit.TextAsync(".err")).ShouldContain("another currency");
            (await visit.Page.InputValueAsync("[name='Input.Amount']")).ShouldBe("¥5000");

            await visit.FollowAsync(".bar-tools button[lang=ja]");
            (await visit.TextAsync("h1")).ShouldBe("実績を追加");
        });
    }

    [Fact]
    public async Task Enter_in_a_conflict_saves_what_was_typed()
    {
        await portal.VisitAsync(Look.English, DemoAccounts.AdatumAdmin, async visit =>
        {
            await visit.GoAsync("/people/1");
            await portal.VisitAsync(Look.English, DemoAccounts.AdatumAdmin, async other =>
            {
                await other.GoAsync("/people/1");
                await other.Page.FillAsync("[name='Input.Reading']", "theirs");
                await other.FollowAsync("#details .btn");
                await other.Page.WaitForSelectorAsync(".notice-met");
            });

            await visit.Page.FillAsync("[name='Input.Reading']", "mine");
            await visit.EnterAsync("[name='Input.Reading']");
            (await visit.TextAsync(".conflict b")).ShouldBe("theirs");

            await visit.EnterAsync("[name='Input.Reading']");
            await visit.Page.WaitForSelectorAsync(".notice-met");
            (await visit.Page.InputValueAsync("[name='Input.Reading']")).ShouldBe("mine");
        });
    }

    [Fact]
    public async Task A_partner_with_nothing_does_what_the_plan_says_and_keeps_the_tier_until_the_day_foretold()
    {
        using var folder = new TemporaryFolder();
        var last = string.Empty;

        await using (var today = new PortalServer(folder))
        {
            await portal.VisitAsync(today, Look.English, DemoAccounts.FabrikamAdmin, async visit =>
            {
                await visit.GoAsync("/assessment/cloud-crm");
                (await visit.TextAsync("[data-next]")).ShouldBe("To reach Silver: 3 exams by 2 new people; no way needs fewer. And $100,000 more.");
                var steps = await StepsAsync(visit, "#plan-silver");
                steps.Count.ShouldBe(2);

                foreach (var (index, codes) in steps.Index())
                {
                    await visit.AddPersonAsync($"New Person {index + 1}", codes);
                }

                await visit.FollowAssessmentAsync();
                (await visit.TextAsync("#r-people [data-tier=silver] [data-status]")).ShouldBe("Met");
                (await visit.TextAsync("#plan-silver .bigline")).ShouldBe("No exam is missing. Still needed: $100,000.");

                await visit.EnterRevenueAsync("100,000");
                await visit.FollowAssessmentAsync();
                (await visit.TextAsync("#outlook-silver .bigline")).ShouldBe("Holds until 13 Jun 2020");
                last = await visit.Page.GetAttributeAsync("#outlook-silver", "data-until") ?? string.Empty;
            });
        }

        (await StandAsync(folder, last)).ShouldStartWith("Silver is met");
        (await StandAsync(folder, DateOnly.Parse(last, CultureInfo.InvariantCulture).AddDays(1).ToString("O", CultureInfo.InvariantCulture)))
            .ShouldNotStartWith("Silver is met");
    }

    /// <summary>The exams of each person in the plan.</summary>
    private static async Task<IReadOnlyList<string[]>> StepsAsync(Visit visit, string plan)
    {
        var steps = new List<string[]>();

        foreach (var step in await visit.Page.Locator($"{plan} [data-step]").AllAsync())
        {
            steps.Add([.. await step.Locator(".code").AllInnerTextsAsync()]);
        }

        return steps;
    }

    /// <summary>What the partner reads on another day.</summary>
    private async Task<string> StandAsync(TemporaryFolder folder, string day)
    {
        var stand = string.Empty;
        await using var server = new PortalServer(folder, day);
        await portal.VisitAsync(server, Look.English, DemoAccounts.FabrikamAdmin, async visit =>
        {
            await visit.GoAsync("/assessment/cloud-crm");
            stand = await visit.TextAsync("#stand");
        });

        return stand;
    }

    private static async Task DeletePassAsync(Visit visit, string name)
    {
        await visit.FollowAsync(".bar-nav a[href='/people']");
        await visit.FollowAsync($"main a:text-is('{name}')");
        await visit.FollowAsync("#passes .btn-sm");
        await visit.Page.ClickAsync("details.danger summary");
        await visit.FollowAsync("details.danger button");
        (await visit.TextAsync("details.danger")).ShouldContain("Silver");
        await visit.FollowAsync("details.danger button");
        await visit.Page.WaitForSelectorAsync("#passes :text('No exam')");
    }
}
