using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Every competency that ships: followed over the form, then read on every page of a partner admin, in both languages.</summary>
public sealed class ShippedCompetencyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Seats = "power-bi-seats";

    private const string Customers = "office-365-new-customers";

    private static readonly string[] All =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "catalogs"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    public static TheoryData<string> Competencies() => [.. All];

    [Theory]
    [MemberData(nameof(Competencies))]
    public async Task Each_is_read_on_every_page_by_who_follows_it_alone(string competency)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await FollowAsync(visitor, competency);

        await ShouldBeReadableAsync(visitor, await AddressesAsync([competency]));
    }

    [Fact]
    public async Task All_are_read_on_every_page_by_who_follows_them_together()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await FollowAsync(visitor, All);

        await ShouldBeReadableAsync(visitor, await AddressesAsync(All));
        (await visitor.GetAsync("/")).Document.QuerySelectorAll("[data-competency]").Length.ShouldBe(All.Length);
    }

    [Fact]
    public async Task Seats_are_entered_as_whole_numbers_without_a_currency()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await FollowAsync(visitor, "data-analytics");
        var form = await visitor.GetAsync($"/revenue/entry?measure={Seats}");

        form.Control("Input.Currency").ShouldBeNull();
        form.Control("Input.Product").ShouldBeNull();
        form.TextOf("label[for=Input_Amount]").ShouldBe(Texts.Of("Unit.seats.Number", "en-US"));
        (await SeatsAsync(visitor, "2.5")).ErrorOf("Input.Amount").ShouldBe(Texts.Of("Entry.Number.Whole", "en-US"));
        (await SeatsAsync(visitor, "-1")).ErrorOf("Input.Amount").ShouldBe(Texts.Of("Entry.Number.Negative", "en-US"));

        (await SeatsAsync(visitor, "１")).Text.ShouldContain("1 seat ");
        (await SeatsAsync(visitor, "1,249")).Text.ShouldContain("1,249 seats");
        (await visitor.GetAsync("/assessment/data-analytics?option=power-bi")).TextOf("[data-tier=gold] [data-figure=value]").ShouldBe("1,250 seats");
        await visitor.SpeakAsync("ja-JP");
        (await visitor.GetAsync("/assessment/data-analytics?option=power-bi")).TextOf("[data-tier=gold] [data-figure=value]").ShouldBe("1,250シート");
    }

    [Fact]
    public async Task A_month_without_seats_is_stated_as_zero_like_one_without_revenue()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.FabrikamAdmin);
        await FollowAsync(visitor, "data-analytics");

        var screen = await visitor.FillAsync($"/revenue?measure={Seats}", "Zero", ("month", "2026-10"));

        screen.TextOf("#m-2026-10 header .quiet").ShouldBe(Texts.Of("Month.Zero", "en-US"));
    }

    [Fact]
    public async Task Customers_are_counted_by_name()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        await FollowAsync(visitor, "small-and-midmarket-cloud-solutions");
        (await CustomerAsync(visitor, " ")).ErrorOf("Input.Customer").ShouldBe(Texts.Of("Entry.Customer.Required", "en-US"));

        foreach (var name in new[] { "Alpine", "Coho", "Litware", "Litware" })
        {
            (await CustomerAsync(visitor, name)).Path.ShouldBe("/revenue");
        }

        (await Silver(visitor)).ShouldBe("3 customers");
        await CustomerAsync(visitor, "Wingtip");
        (await Silver(visitor)).ShouldBe("4 customers");

        static async Task<string> Silver(Visitor visitor) =>
            (await visitor.GetAsync("/assessment/small-and-midmarket-cloud-solutions")).TextOf("[data-tier=silver] [data-figure=value]");
    }

    private static async Task FollowAsync(Visitor visitor, params string[] competencies)
    {
        await visitor.SpeakAsync("en-US");
        var form = (await visitor.GetAsync("/organization")).Form("Follow");
        form.Remove("followed");
        form.Fields.AddRange(competencies.Select(each => KeyValuePair.Create("followed", each)));

        (await visitor.SubmitAsync(form)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<Screen> SeatsAsync(Visitor visitor, string number) => visitor.FillAsync(
        $"/revenue/entry?measure={Seats}", "Save", ("Input.Amount", number), ("Input.On", "2026-11-01"), ("Input.Association", "dpor"));

    private static Task<Screen> CustomerAsync(Visitor visitor, string name) => visitor.FillAsync(
        $"/revenue/entry?measure={Customers}", "Save", ("Input.Customer", name), ("Input.On", "2026-11-01"), ("Input.Association", "dpor"));

    private static async Task ShouldBeReadableAsync(Visitor visitor, IReadOnlyList<string> addresses)
    {
        foreach (var culture in new[] { "en-US", "ja-JP" })
        {
            await visitor.SpeakAsync(culture);

            foreach (var address in addresses)
            {
                (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, $"{address} in {culture}");
            }
        }
    }

    private Task<List<string>> AddressesAsync(string[] competencies) => portal.InDatabaseAsync(async db =>
    {
        var program = (await db.CatalogAsync(CancellationToken.None)).Program;
        var addresses = new List<string> { "/", "/revenue", "/people", "/people/1", "/people/1/pass", "/organization", "/assessment" };

        foreach (var competency in competencies)
        {
            var version = program.VersionInForce(competency, PortalFactory.Today).ShouldNotBeNull();
            addresses.AddRange([$"/assessment/{competency}", $"/assessment/{competency}?show=missing"]);
            addresses.AddRange(version.Options.Select(option => $"/assessment/{competency}?option={option.Key}"));
        }

        var used = competencies.SelectMany(competency => Features.Catalog.CatalogQueries.MeasuresOf(program, competency));
        addresses.AddRange(used.SelectMany(measure => new[] { $"/revenue?measure={measure}", $"/revenue/entry?measure={measure}" }));

        return addresses;
    });
}
