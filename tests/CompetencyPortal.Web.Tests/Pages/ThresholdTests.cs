using System.Globalization;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Both sides of each boundary, entered and read as a partner admin does.</summary>
public sealed class ThresholdTests : IAsyncLifetime
{
    private const string Assessment = "/assessment/cloud-crm";

    private readonly PortalFactory _portal = new();

    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _visitor = await _portal.SignInAsync(DemoAccounts.FabrikamAdmin);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("99,999.99", "NotMet", "NotMet")]
    [InlineData("100,000", "Met", "NotMet")]
    [InlineData("299,999.99", "Met", "NotMet")]
    [InlineData("300,000", "Met", "Met")]
    public async Task Reaching_the_threshold_is_enough(string amount, string silver, string gold)
    {
        await AddEntryAsync(amount, "2026-10-10");
        await StateZerosAsync();

        var screen = await _visitor.GetAsync(Assessment);

        (StatusOfRevenue(screen, "silver"), StatusOfRevenue(screen, "gold")).ShouldBe((silver, gold));
    }

    [Theory]
    [InlineData("2025-11-22", "OutsideWindow")]
    [InlineData("2025-11-23", null)]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", "Future")]
    public async Task The_window_is_the_twelve_months_up_to_today(string day, string? reason)
    {
        await AddEntryAsync("100000", day);
        await StateZerosAsync();

        var screen = await _visitor.GetAsync(Assessment);

        screen.TextOf("[data-entry] [data-reason]").ShouldBe(Texts.Of(reason is null ? "Entries.Counts" : $"Entry.Reason.{reason}", "en-US"));
        StatusOfRevenue(screen, "silver").ShouldBe(reason is null ? "Met" : "NotMet");
    }

    [Fact]
    public async Task Without_its_months_reported_a_shortfall_is_undetermined()
    {
        await AddEntryAsync("99999.99", "2026-10-10");

        StatusOfRevenue(await _visitor.GetAsync(Assessment), "silver").ShouldBe("Undetermined");

        await StateZerosAsync();

        StatusOfRevenue(await _visitor.GetAsync(Assessment), "silver").ShouldBe("NotMet");
    }

    [Fact]
    public async Task A_renewal_does_not_count_and_a_credit_is_taken_off()
    {
        await AddEntryAsync("100000.01", "2026-10-10");
        await AddEntryAsync("500000", "2026-10-11", ("Input.Kind", "Renewal"));
        await StateZerosAsync();

        StatusOfRevenue(await _visitor.GetAsync(Assessment), "silver").ShouldBe("Met");

        await AddEntryAsync("0.02", "2026-10-12", ("Input.Kind", "Credit"));
        var screen = await _visitor.GetAsync(Assessment);

        StatusOfRevenue(screen, "silver").ShouldBe("NotMet");
        screen.TextOf("[data-entries=others] [data-reason]").ShouldBe(Texts.Of("Entry.Reason.Tag", "en-US"));
        screen.TextOf("[data-figure=value]").ShouldBe("$99,999.99");
    }

    [Fact]
    public async Task One_person_with_every_exam_fills_one_place()
    {
        await AddPersonAsync("Does Everything", "MB2-714", "MB2-710", "MB2-712");

        var alone = await _visitor.GetAsync(Assessment);
        await AddPersonAsync("Customizes", "MB2-707");
        var together = await _visitor.GetAsync(Assessment);

        StatusOfPeople(alone, "silver").ShouldBe("NotMet");
        alone.Document.QuerySelectorAll(".pane[data-tier=silver] .slot .who").Select(who => Screen.Plain(who.TextContent)).Count(who => who == "Does Everything").ShouldBe(1);
        StatusOfPeople(together, "silver").ShouldBe("Met");
        StatusOfPeople(together, "gold").ShouldBe("NotMet");
    }

    [Fact]
    public async Task Yen_are_converted_with_the_rate_of_their_day_and_wait_without_one()
    {
        await using var early = await PortalFactory.StartOnAsync(new DateOnly(2024, 6, 1));
        using var visitor = await early.SignInAsync(DemoAccounts.FabrikamAdmin);
        var oldestRate = PortalFactory.Today.AddYears(-3);

        await AddEntryAsync(visitor, "1000000", $"{oldestRate:O}", ("Input.Currency", "JPY"));
        var converted = await visitor.GetAsync(Assessment);
        await AddEntryAsync(visitor, "1000000", $"{oldestRate.AddDays(-1):O}", ("Input.Currency", "JPY"));
        var waiting = await visitor.GetAsync(Assessment);

        decimal.Parse(converted.Document.QuerySelector("[data-entry]")!.GetAttribute("data-amount")!, CultureInfo.InvariantCulture).ShouldBe(8800);
        converted.TextOf("[data-entry]").ShouldContain("¥1,000,000");
        waiting.TextOf("[data-entries=others] [data-reason]").ShouldBe(Texts.Of("Entry.Reason.Unconverted", "en-US"));
        waiting.TextOf("[data-figure=value]").ShouldBe("$8,800");
        StatusOfRevenue(waiting, "silver").ShouldBe("Undetermined");
    }

    private static string? StatusOfRevenue(Screen screen, string tier) => StatusOf(screen, tier, "[data-figure]");

    private static string? StatusOfPeople(Screen screen, string tier) => StatusOf(screen, tier, ".seatkind");

    /// <summary>The status in the tier's pane that has what is looked for.</summary>
    private static string? StatusOf(Screen screen, string tier, string within) =>
        screen.Document.QuerySelectorAll($".pane[data-tier={tier}]").Single(pane => pane.QuerySelector(within) is not null)
            .QuerySelector("[data-status]")!.GetAttribute("data-status");

    private static async Task AddEntryAsync(Visitor visitor, string amount, string day, params (string Name, string Value)[] more)
    {
        var screen = await visitor.FillAsync(
            "/revenue/entry", "Save", [("Input.Amount", amount), ("Input.On", day), ("Input.Currency", "USD"), ("Input.Product", "crm-online"), .. more]);
        screen.Path.ShouldBe("/revenue", screen.Text);
    }

    private Task AddEntryAsync(string amount, string day, params (string Name, string Value)[] more) => AddEntryAsync(_visitor, amount, day, more);

    private async Task StateZerosAsync() => await _visitor.FillAsync("/revenue", "AllZero");

    private async Task AddPersonAsync(string name, params string[] codes)
    {
        var person = await _visitor.FillAsync("/people/add", handler: null, ("Input.Name", name));

        foreach (var code in codes)
        {
            (await _visitor.FillAsync($"{person.Path}/pass", "Save", ("Input.Code", code), ("Input.EarnedOn", "2026-01-01"))).Path.ShouldBe(person.Path);
        }
    }
}
