using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>What a partner admin tries out, and that nothing of it is saved.</summary>
public sealed class WhatIfTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Address = "/assessment/cloud-crm/what-if";

    [Fact]
    public async Task Nothing_supposed_shows_where_the_organization_stands()
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin, string.Empty);

        StatesOf(screen, "data-today").ShouldBe(["Met", "NotMet"]);
        screen.Document.QuerySelector("[data-then]").ShouldBeNull();
    }

    [Fact]
    public async Task Trying_the_plan_meets_the_tier_and_changes_nothing_stored()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.GetAsync("/");
        var before = await DatabaseContents.ReadAsync(portal);

        var link = (await visitor.GetAsync(Address)).Document.QuerySelector("a[data-plan=gold]").ShouldNotBeNull();
        var screen = await visitor.GetAsync(link.GetAttribute("href")!);

        StatesOf(screen, "data-today").ShouldBe(["Met", "NotMet"]);
        StatesOf(screen, "data-then").ShouldBe(["Met", "Met"]);
        screen.Document.QuerySelectorAll<IHtmlInputElement>("input[name=p]").Count(box => box.IsChecked).ShouldBe(2);
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task The_form_sends_back_what_is_supposed()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var first = await visitor.GetAsync($"{Address}?p=5:MB2-717&p=%2B2:MB2-716&l=1&a[crm-net-new-revenue]=１万&d=2026-12-24");

        var again = await visitor.SubmitAsync(FormOf(first));

        again.Address.Query.ShouldBe("?p=5%3AMB2-717&p=%2B2%3AMB2-716&l=1&a%5Bcrm-net-new-revenue%5D=10000&d=2026-12-24");
        ResultOf(again).ShouldBe(ResultOf(first));
        again.ValueOf("a[crm-net-new-revenue]").ShouldBe("10000");
        again.ValueOf("d").ShouldBe("2026-12-24");
        again.Document.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(box => box.IsChecked).Select(box => box.Value)
            .ShouldBe(["1", "5:MB2-717", "+2:MB2-716"]);
    }

    [Theory]
    [InlineData("en-US", "Today: All 2")]
    [InlineData("ja-JP", "現在：必要な2名全員")]
    public async Task Who_leaves_takes_a_tier_along(string culture, string before)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AlpineAdmin);
        await visitor.SpeakAsync(culture);

        var screen = await visitor.GetAsync($"{Address}?l=2");

        StatesOf(screen, "data-today")[0].ShouldBe("Met");
        StatesOf(screen, "data-then")[0].ShouldBe("NotMet");
        screen.TextOf("[data-change]").ShouldContain(before.Replace("All 2", "2 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changes_nothing_says_so()
    {
        (await OpenAsync(DemoAccounts.ContosoAdmin, "?p=1:MB2-716")).Document.QuerySelector("[data-unchanged]").ShouldNotBeNull();
    }

    [Fact]
    public async Task On_another_day_the_facts_of_that_day_count()
    {
        StatesOf(await OpenAsync(DemoAccounts.AlpineAdmin, "?d=2027-01-21"), "data-then")[0].ShouldBe("Met");
        StatesOf(await OpenAsync(DemoAccounts.AlpineAdmin, "?d=2027-01-22"), "data-then")[0].ShouldBe("NotMet");
    }

    [Fact]
    public async Task Somebody_new_can_be_the_first()
    {
        var screen = await OpenAsync(DemoAccounts.FabrikamAdmin, "?p=%2B1:MB2-717&p=%2B1:MB2-715&p=%2B2:MB2-716&a[crm-net-new-revenue]=100000");

        StatesOf(screen, "data-then")[0].ShouldBe("Met");
    }

    [Theory]
    [InlineData("?a[crm-net-new-revenue]=abc", "a[crm-net-new-revenue]")]
    [InlineData("?a[crm-net-new-revenue]=999999999999999", "a[crm-net-new-revenue]")]
    [InlineData("?a[crm-net-new-revenue]=0.00001", "a[crm-net-new-revenue]")]
    [InlineData("?a[crm-net-new-revenue]=99999999999999999999999999999999999999", "a[crm-net-new-revenue]")]
    [InlineData("?d=yesterday", "d")]
    [InlineData("?d=1066-10-14", "d")]
    public async Task What_cannot_be_is_said_beside_its_field(string query, string field)
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin, query);

        screen.ErrorOf(field).ShouldNotBeNullOrEmpty();
        StatesOf(screen, "data-today").ShouldBe(["Met", "NotMet"]);
    }

    [Theory]
    [InlineData("?p=&p=:&p=x&p=99:MB2-712&p=1:nothing&p=%2B99:MB2-712&l=&l=x&f=nothing&option=nothing&at=-7&a[nothing]=5&a[]=1")]
    [InlineData("?p=%00&q=%EF%BF%BE&at=99999999999")]
    public async Task An_address_that_says_nonsense_supposes_nothing(string query)
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin, query);

        screen.Document.QuerySelectorAll("[data-change]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en-US", "?p=1:MB2-716&p=99:MB2-712&f=nothing&option=none", "Left out, since there are no such things here on that day: 99:MB2-712, nothing, none")]
    [InlineData("en-US", "?l=77", "Left out, since there is no such thing here on that day: 77")]
    [InlineData("en-US", "?p=1:MB2-709", "Left out, since there is no such thing here on that day: 佐藤 花子:MB2-709")]
    [InlineData("ja-JP", "?p=1:nothing&a[nothing]=5", "その日に該当するものがないため、次の内容は除きました： 佐藤 花子:nothing、nothing")]
    public async Task What_the_address_names_and_does_not_exist_is_said(string culture, string query, string sentence)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.SpeakAsync(culture);

        (await visitor.GetAsync(Address + query)).TextOf("[data-unknown]").ShouldBe(sentence);
        (await visitor.GetAsync($"{Address}?p=1:MB2-716&l=2&a[crm-net-new-revenue]=5")).Document.QuerySelector("[data-unknown]").ShouldBeNull();
    }

    [Fact]
    public async Task A_number_that_is_too_large_says_so()
    {
        foreach (var number in new[] { "999999999999999", new string('9', 40) })
        {
            (await OpenAsync(DemoAccounts.ContosoAdmin, $"?a[crm-net-new-revenue]={number}")).ErrorOf("a[crm-net-new-revenue]").ShouldBe(Texts.Of("WhatIf.Amount.TooLarge", "en-US"));
        }
    }

    [Fact]
    public async Task More_than_an_address_holds_is_shown_all_the_same()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var form = FormOf(await visitor.GetAsync(Address));
        form.Fields.AddRange(Enumerable.Range(1, 600).Select(number => KeyValuePair.Create("p", $"{(number % 6) + 1}:MB2-717-{number}")));
        form.Fields.Add(KeyValuePair.Create("l", "1"));

        var screen = await visitor.SubmitAsync(form);

        screen.Status.ShouldBe(HttpStatusCode.OK);
        screen.Document.QuerySelector("[data-too-long]").ShouldNotBeNull();
        StatesOf(screen, "data-then")[0].ShouldBe("NotMet");
    }

    [Fact]
    public async Task The_plan_is_told_by_person()
    {
        var screen = await OpenAsync(DemoAccounts.ContosoAdmin, string.Empty);

        screen.TextOf("#plan-gold .bigline").ShouldBe("2 exams by 1 person. And $180,000 more.");
        screen.Document.QuerySelectorAll("#plan-gold [data-exam]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_plan_goes_on_from_the_new_people_who_are_supposed()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.FabrikamAdmin);
        var screen = await visitor.GetAsync($"{Address}?p=%2B3:MB2-717");

        screen.Document.QuerySelectorAll("#plan-silver [data-step] > div > p:first-child").Select(name => Screen.Plain(name.TextContent)).ShouldBe(["New person 3", "New person 4"]);
        var tried = await visitor.GetAsync(screen.Document.QuerySelector("a[data-plan=silver]")!.GetAttribute("href")!);

        StatesOf(tried, "data-then")[0].ShouldBe("Met");
        tried.Document.QuerySelector("[data-unknown]").ShouldBeNull();
    }

    [Fact]
    public async Task The_rules_of_another_day_are_named()
    {
        await using var changed = new PortalFactory();
        await changed.InitializeAsync();
        await changed.InDatabaseAsync(db => new CatalogImport(db).ImportAsync(CloudCrmDocument.WithVersionFrom(new DateOnly(2027, 1, 1)), CancellationToken.None));
        using var visitor = await changed.SignInAsync(DemoAccounts.ContosoAdmin);

        (await visitor.GetAsync($"{Address}?d=2027-01-01")).TextOf("[data-rules]").ShouldBe("By the rules of 1 Jan 2027; today those of 16 Nov 2017 apply.");
        (await visitor.GetAsync($"{Address}?d=2026-12-31")).Document.QuerySelector("[data-rules]").ShouldBeNull();
    }

    [Fact]
    public async Task An_option_is_tried_with_what_it_asks_for()
    {
        await using var changed = new PortalFactory();
        await changed.InitializeAsync();
        await PracticeCatalog.FollowAsync(changed, "Contoso");
        using var visitor = await changed.SignInAsync(DemoAccounts.ContosoAdmin);

        var link = (await visitor.GetAsync("/assessment/practice?option=points")).Document.QuerySelector("a[href*=what-if]").ShouldNotBeNull();
        var points = await visitor.GetAsync(link.GetAttribute("href")!);

        points.TextOf("[data-option]").ShouldBe("Points");
        points.Document.QuerySelectorAll("main form input[name^='a[']").Select(field => field.GetAttribute("name")).ShouldBe(["a[practice-sales]"]);
        points.TextOf("#plan-silver").ShouldContain("No plan");

        var tried = await visitor.SubmitAsync(FormOf(points).With(("a[practice-sales]", "100")));
        tried.Address.Query.ShouldContain("option=points");
        tried.TextOf("[data-tier=gold] [data-distance]").ShouldNotBe("—");

        var other = await visitor.GetAsync(tried.Document.QuerySelectorAll(".switch a").First(option => option.TextContent.Contains("Sales", StringComparison.Ordinal)).GetAttribute("href")!);
        other.TextOf("[data-option]").ShouldBe("Sales");
        other.Document.QuerySelector("input[name=p]").ShouldBeNull();
    }

    [Theory]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("2.5")]
    public async Task Customers_are_whole_and_not_too_many(string number)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.WoodgroveAdmin);

        var screen = await visitor.GetAsync($"/assessment/small-and-midmarket-cloud-solutions/what-if?a[office-365-new-customers]={number}");

        screen.ErrorOf("a[office-365-new-customers]").ShouldBe(Texts.Of("WhatIf.Amount.Customers.Range", "en-US"));
    }

    [Fact]
    public async Task Ticks_stay_while_people_are_looked_for_and_leafed_through()
    {
        await using var large = new PortalFactory();
        await large.InitializeAsync();
        await large.InDatabaseAsync(AddPeopleAsync);
        using var visitor = await large.SignInAsync(DemoAccounts.ContosoAdmin);

        var first = await visitor.GetAsync($"{Address}?p=5:MB2-717&p=60:MB2-716&l=1");
        var people = first.Document.QuerySelectorAll("tr[data-person]").Select(row => row.GetAttribute("data-person")!).ToList();
        var second = await visitor.SubmitAsync(FormOf(first).With(("at", "2")));
        var searched = await visitor.SubmitAsync(FormOf(second).With(("q", "人 40")));

        people.Count.ShouldBe(20);
        second.Document.QuerySelectorAll("tr[data-person]").Select(row => row.GetAttribute("data-person")!).Intersect(people).ShouldBeEmpty();
        searched.Document.QuerySelectorAll("tr[data-person]").Length.ShouldBe(1);
        SupposedIn(second).ShouldBe(SupposedIn(first), ignoreOrder: true);
        SupposedIn(searched).ShouldBe(SupposedIn(first), ignoreOrder: true);
        ResultOf(searched).ShouldBe(ResultOf(first));
    }

    [Fact]
    public async Task Every_competency_can_be_tried_with_its_plan()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.WoodgroveAdmin);

        foreach (var competency in DemoOrganizations.All.Single(one => one.Admin == DemoAccounts.WoodgroveAdmin).Competencies)
        {
            var address = $"/assessment/{competency}/what-if";

            foreach (var link in (await visitor.GetAsync(address)).Document.QuerySelectorAll("a[data-plan]"))
            {
                var screen = await visitor.GetAsync(link.GetAttribute("href")!);
                screen.Status.ShouldBe(HttpStatusCode.OK);
                screen.Document.QuerySelector($"tr[data-tier={link.GetAttribute("data-plan")}] [data-then] [data-status]")!.GetAttribute("data-status")
                    .ShouldNotBe("NotMet", $"{competency} {link.GetAttribute("data-plan")}");
            }
        }
    }

    [Fact]
    public async Task What_is_not_followed_is_not_found()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        (await visitor.GetAsync("/assessment/messaging/what-if")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static List<string?> StatesOf(Screen screen, string column) =>
        [.. screen.Document.QuerySelectorAll($"[{column}] [data-status]").Select(state => state.GetAttribute("data-status"))];

    private static string ResultOf(Screen screen) => screen.TextOf("#result");

    private static IEnumerable<string> SupposedIn(Screen screen) => FormOf(screen).Fields.Where(field => field.Key is "p" or "l").Select(field => field.Key + field.Value);

    private static Form FormOf(Screen screen) => new(screen.Document.QuerySelectorAll<IHtmlFormElement>("main form").Single());

    private static async Task<int> AddPeopleAsync(PortalContext db)
    {
        var id = await db.Organizations.Where(one => one.Name.StartsWith("Contoso")).Select(one => one.Id).SingleAsync();
        await db.RecordAsync(
            id,
            async token =>
            {
                var organization = await db.Organizations.SingleAsync(one => one.Id == id, token);
                db.AddRange(Enumerable.Range(1, 60).Select(number => new Employee(Guid.CreateVersion7(), organization, new PersonDetails($"人 {number}"), new EmploymentSpan(null, null))));
            },
            CancellationToken.None);

        return 60;
    }

    private async Task<Screen> OpenAsync(DemoAccount account, string query)
    {
        using var visitor = await portal.SignInAsync(account);
        var screen = await visitor.GetAsync(Address + query);
        screen.Status.ShouldBe(HttpStatusCode.OK, screen.Text);

        return screen;
    }
}
