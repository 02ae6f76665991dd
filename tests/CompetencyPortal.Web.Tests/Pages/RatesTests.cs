using System.Globalization;
using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>A program manager keeps the rates; who has entries in their currency notices, and nobody else.</summary>
public sealed class RatesTests : IAsyncLifetime
{
    private const string Assessment = "/assessment/cloud-crm";

    private readonly PortalFactory _portal = new();

    private Visitor _manager = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _manager = await _portal.SignInAsync(DemoAccounts.ProgramManager);
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_missing_rate_is_named_until_it_is_entered_and_then_judges_anew_only_whom_it_concerns()
    {
        await DeleteAllRatesAsync();
        using var visitor = await _portal.SignInAsync(DemoAccounts.FabrikamAdmin);
        await visitor.FillAsync("/organization", "Settings", ("Input.DefaultCurrency", "JPY"));
        var saved = await visitor.FillAsync("/revenue/entry", "Save", ("Input.On", "2026-11-03"), ("Input.Amount", "¥20,000,000"));
        await visitor.FillAsync("/revenue", "AllZero");
        var entry = await visitor.GetAsync($"/revenue/entry/{(await KnownRecords.OfAsync(_portal, "Fabrikam")).Entry}");
        var undetermined = await visitor.GetAsync(Assessment);
        var portfolio = await _manager.GetAsync("/portfolio?q=Fabrikam");
        var list = await _manager.GetAsync("/admin/rates");
        var (concerned, first) = await WithEntriesInYenAsync();

        const string NoRate = "No exchange rate from JPY on 3 Nov 2026: this entry cannot be converted yet.";
        saved.Text.ShouldContain(NoRate);
        entry.TextOf("[data-unconverted]").ShouldBe(NoRate);
        Silver(undetermined).ShouldContain("1 entry in JPY has no exchange rate for its day");
        StatusOfSilver(undetermined).ShouldBe("Undetermined");
        portfolio.Text.ShouldContain("1 entry in JPY has no exchange rate for its day");
        concerned.ShouldContain("Fabrikam, Inc.");
        concerned.ShouldNotContain("Adatum Corporation");
        list.TextOf("#missing").ShouldContain(string.Create(
            CultureInfo.InvariantCulture, $"JPY: no rate on {first:d MMM yyyy} or before; entries of {concerned.Count} organizations wait for it."));

        var before = await EvaluatedAtAsync();
        var entered = await _manager.FillAsync("/admin/rates/rate", "Save", ("Input.Currency", "jpy"), ("Input.On", $"{first:O}"), ("Input.Rate", "0.0088"));

        entered.Document.QuerySelector("[data-total]")!.GetAttribute("data-total").ShouldBe($"{concerned.Count}");
        await WaitUntilDoneAsync(entered);
        var after = await EvaluatedAtAsync();
        after.Keys.Where(name => after[name] != before[name]).ShouldBe(concerned, ignoreOrder: true);
        StatusOfSilver(await visitor.GetAsync(Assessment)).ShouldBe("Met");
        (await visitor.GetAsync(entry.Path)).Document.QuerySelector("[data-unconverted]").ShouldBeNull();
        (await _manager.GetAsync("/admin/rates")).Document.QuerySelector("#missing").ShouldBeNull();
    }

    [Fact]
    public async Task A_rate_is_corrected_and_two_who_do_so_see_each_other()
    {
        var address = await RateAddressAsync();
        var stale = (await _manager.GetAsync(address)).Form("Save");
        var removal = (await _manager.GetAsync(address)).Form("Delete");

        var saved = await _manager.FillAsync(address, "Save", ("Input.Rate", "0.0091234567"));
        var conflict = await _manager.SubmitAsync(stale.With(("Input.Rate", "0.0077")));
        var kept = await _manager.SubmitAsync(removal);

        saved.Text.ShouldContain("The rate is saved.");
        conflict.TextOf(".conflict").ShouldContain("0.0091234567");
        conflict.ValueOf("Input.Rate").ShouldBe("0.0077");
        kept.Text.ShouldContain(Texts.Of("Conflict.NotDeleted", "en-US"));
        (await _manager.SubmitAsync(conflict.Form("Save"))).Text.ShouldContain("0.0077");
        (await _manager.SubmitAsync((await _manager.GetAsync(address)).Form("Delete"))).Text.ShouldContain("No rate yet");
        (await _manager.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("JPN", "2026-01-01", "1", "Input.Currency", "Rate.Currency.Unknown")]
    [InlineData("USD", "2026-01-01", "1", "Input.Currency", "Rate.Currency.Programs")]
    [InlineData("EUR", "", "1", "Input.On", "Rate.On.Required")]
    [InlineData("EUR", "2026-01-01", "0", "Input.Rate", "Rate.Rate.Positive")]
    [InlineData("EUR", "2026-01-01", "0.00000000001", "Input.Rate", "Rate.Rate.Limits")]
    [InlineData("JPY", "2023-11-22", "1", "Input.On", "Rate.On.Duplicate")]
    public async Task A_rate_that_cannot_be_is_refused(string currency, string on, string rate, string field, string message)
    {
        var refused = await _manager.FillAsync("/admin/rates/rate", "Save", ("Input.Currency", currency), ("Input.On", on), ("Input.Rate", rate));

        refused.ErrorOf(field).ShouldSay(message, "en-US");
    }

    [Fact]
    public async Task Sent_twice_a_rate_is_entered_once()
    {
        var form = (await _manager.GetAsync("/admin/rates/rate")).Form("Save").With(("Input.Currency", "EUR"), ("Input.On", "2026-01-01"), ("Input.Rate", "1.1"));

        await _manager.SubmitAsync(form);
        var again = await _manager.SubmitAsync(form);

        again.Text.ShouldContain("The rate is saved.");
        (await RatesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Pasted_rates_are_checked_and_then_entered_all_at_once()
    {
        const string Pasted = "currency\tday\trate\nJPY\t2023-11-22\t0.0088\nJPY\t2026/1/1\t0.0064\n\nEUR\t令和8年1月1日\t１.08";

        var check = await PasteAsync("Check", Pasted);
        var nothingYet = await RatesAsync();
        var saved = await PressAsync(check, "Save");
        var again = await PasteAsync("Check", Pasted.Replace("0.0064", "0.0065"));

        check.TextOf(".notice").ShouldContain("New: 2. Changed: 0. The same as now: 1.");
        nothingYet.Count.ShouldBe(1);
        saved.Path.ShouldBe("/admin/rates");
        (await RatesAsync()).ShouldBe(["EUR 2026-01-01 1.08", "JPY 2023-11-22 0.0088", "JPY 2026-01-01 0.0064"]);
        again.TextOf(".notice").ShouldContain("New: 0. Changed: 1. The same as now: 2.");
    }

    [Theory]
    [InlineData("Check")]
    [InlineData("Save")]
    public async Task One_wrong_row_keeps_all_from_being_saved_and_the_text_as_it_was(string handler)
    {
        const string Pasted = "EUR,2026-01-01,1.08\nJPN,2026-01-01,0.0064\nKRW,someday,0.0007";

        var refused = await PasteAsync(handler, Pasted);

        var said = refused.TextOf("[role=alert]");
        said.ShouldContain("2 rows need a look. Nothing was saved.");
        said.ShouldContain("Row 2: The first value is not the code of a currency.");
        said.ShouldContain("Row 3: The second value is not a day.");
        refused.Form().Fields.Single(field => field.Key == "pasted").Value.ReplaceLineEndings("\n").ShouldBe(Pasted);
        (await RatesAsync()).Count.ShouldBe(1);
    }

    private static string Silver(Screen screen) => Screen.Plain(SilverPane(screen).TextContent);

    private static string? StatusOfSilver(Screen screen) => SilverPane(screen).QuerySelector("[data-status]")!.GetAttribute("data-status");

    private static AngleSharp.Dom.IElement SilverPane(Screen screen) =>
        screen.Document.QuerySelectorAll(".pane[data-tier=silver]").Single(pane => pane.QuerySelector("[data-figure]") is not null);

    private async Task<Screen> PasteAsync(string handler, string pasted) =>
        await PressAsync(await _manager.GetAsync("/admin/rates/paste"), handler, ("pasted", pasted));

    /// <summary>Sends the form by the button of a handler.</summary>
    private async Task<Screen> PressAsync(Screen screen, string handler, params (string Name, string Value)[] fields)
    {
        var form = screen.Form();
        form.Action = new Uri(form.Action, $"/admin/rates/paste?handler={handler}");

        return await _manager.SubmitAsync(form.With(fields));
    }

    private async Task DeleteAllRatesAsync()
    {
        await WaitUntilDoneAsync(await _manager.SubmitAsync((await _manager.GetAsync(await RateAddressAsync())).Form("Delete")));
    }

    private async Task<string> RateAddressAsync() =>
        (await _manager.GetAsync("/admin/rates")).Document.QuerySelector("main table .btn-sm")!.GetAttribute("href")!;

    /// <summary>As somebody who leaves the page open.</summary>
    private async Task WaitUntilDoneAsync(Screen screen)
    {
        for (var looks = 0; looks < 200 && screen.Document.QuerySelector("[data-left]")?.GetAttribute("data-left") is not "0"; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            screen = await _manager.GetAsync(screen.Address.PathAndQuery);
        }

        screen.Document.QuerySelector("[data-left]")!.GetAttribute("data-left").ShouldBe("0");
    }

    /// <summary>The last of each organization's standings.</summary>
    private async Task<Dictionary<string, DateTime>> EvaluatedAtAsync()
    {
        var standings = await _portal.InDatabaseAsync(db => db.Standings
            .Join(db.Organizations, standing => standing.OrganizationId, organization => organization.Id, (standing, organization) => new { organization.Name, standing.EvaluatedAt })
            .ToListAsync());

        return standings.GroupBy(one => one.Name, one => one.EvaluatedAt).ToDictionary(one => one.Key, one => one.Max());
    }

    /// <summary>The organizations that wait for the rate, and the earliest day on which they do.</summary>
    private async Task<(IReadOnlyList<string> Names, DateOnly First)> WithEntriesInYenAsync()
    {
        var entries = await _portal.InDatabaseAsync(db => db.RevenueEntries
            .Where(entry => entry.Currency == "JPY")
            .Join(db.Organizations, entry => entry.OrganizationId, organization => organization.Id, (entry, organization) => new { organization.Name, entry.On })
            .ToListAsync());

        return ([.. entries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal)], entries.Min(entry => entry.On));
    }

    private async Task<IReadOnlyList<string>> RatesAsync()
    {
        var rates = await _portal.InDatabaseAsync(db => db.ExchangeRates.AsNoTracking().OrderBy(rate => rate.From).ThenBy(rate => rate.On).ToListAsync());

        return [.. rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.From} {rate.On:O} {rate.Rate:0.##########}"))];
    }
}
