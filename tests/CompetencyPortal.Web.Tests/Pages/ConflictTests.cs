using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Two tabs with the same record: the second to save gets both values to choose from, and loses nothing.</summary>
public sealed class ConflictTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_persons_details() => await ShouldOfferBothAsync(
        await AddressAsync(records => $"/people/{records.Person}"), "Details", "Input.Name", "First Saver", "Second Saver", "Input.LatinName");

    [Fact]
    public async Task A_persons_employment() => await ShouldOfferBothAsync(
        await AddressAsync(records => $"/people/{records.Person}"), "Employment", "Employment.Periods[0].Joined", "2015-01-01", "2016-01-01", "Employment.Periods[0].LastDay", "2027-12-31");

    [Fact]
    public async Task An_exam_pass() => await ShouldOfferBothAsync(
        await AddressAsync(records => $"/people/{records.Person}/pass/{records.Pass}"), "Save", "Input.EarnedOn", "2021-01-01", "2022-02-02", "Input.ValidUntil", "2029-09-09");

    [Fact]
    public async Task A_revenue_entry() => await ShouldOfferBothAsync(
        await AddressAsync(records => $"/revenue/entry/{records.Entry}"), "Save", "Input.Amount", "111.5", "222", "Input.Reference");

    [Fact]
    public async Task The_organizations_settings() => await ShouldOfferBothAsync("/organization", "Settings", "Input.DefaultCurrency", "USD", "JPY", kept: null);

    [Fact]
    public async Task The_answer_to_a_question()
    {
        await PracticeCatalog.FollowAsync(portal, "Contoso");
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.FillAsync("/organization/flag/authorized-reseller", handler: null, ("Input.Choice", "Yes"));

        await ShouldOfferBothAsync("/organization/flag/authorized-reseller", handler: null, "Input.On", "2021-01-01", "2022-02-02", "Input.Until", "2029-09-09");
    }

    [Fact]
    public async Task A_period_that_the_other_added_is_shown_beside_what_was_typed()
    {
        var address = $"/people/{(await KnownRecords.PersonAsync(portal, (await KnownRecords.OfAsync(portal, "Contoso")).Organization, "James Miller")).Number}";
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var stale = (await visitor.GetAsync(address)).Form("Employment");
        await visitor.FillAsync(address, "Employment", ("Employment.Periods[0].LastDay", "2023-12-31"), ("Employment.Added.Joined", "2025-01-01"));

        var conflict = await visitor.SubmitAsync(stale.With(("Employment.Periods[0].LastDay", "2024-06-30")));

        conflict.TextOf(".notice").ShouldContain("Somebody else saved this");
        conflict.ValueOf("Employment.Periods[0].LastDay").ShouldBe("2024-06-30");
        conflict.ValueOf("Employment.Periods[1].Joined").ShouldBe("2025-01-01");

        var saved = await visitor.SubmitAsync(conflict.Form("Employment"));
        saved.ValueOf("Employment.Periods[0].LastDay").ShouldBe("2024-06-30");
        saved.ValueOf("Employment.Periods[1].Joined").ShouldBe("2025-01-01");
    }

    [Fact]
    public async Task What_was_deleted_in_the_other_tab_does_not_exist_any_more()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var records = await KnownRecords.OfAsync(portal, "Adatum");
        var (person, pass, entry) = ($"/people/{records.Person}", $"/people/{records.Person}/pass/{records.Pass}", $"/revenue/entry/{records.Entry}");
        var stale = new[]
        {
            (await visitor.GetAsync(entry)).Form("Save"),
            (await visitor.GetAsync(entry)).Form("Delete"),
            (await visitor.GetAsync(pass)).Form("Save"),
            (await visitor.GetAsync(pass)).Form("Delete"),
            (await visitor.GetAsync($"/people/{records.Person}/pass")).Form("Save").With(("Input.Code", "MB2-712"), ("Input.EarnedOn", "2026-02-02")),
            (await visitor.GetAsync(person)).Form("Details"),
            (await visitor.GetAsync(person)).Form("Employment"),
            (await visitor.GetAsync(person)).Form("Delete"),
        };

        await visitor.SubmitAsync((await visitor.GetAsync(entry)).Form("Delete"));
        await visitor.SubmitAsync((await visitor.GetAsync(pass)).Form("Delete"));
        await visitor.SubmitAsync((await visitor.GetAsync(person)).Form("Delete"));
        var before = await DatabaseContents.ReadAsync(portal);

        foreach (var form in stale)
        {
            var screen = await visitor.SubmitAsync(form);

            screen.Status.ShouldBe(HttpStatusCode.NotFound, $"{form.Action}");
            screen.TextOf("h1").ShouldSay("Error.NotFound.Title", "en-US");
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Theory]
    [InlineData("/people/{0}", "Details", "Input.LatinName")]
    [InlineData("/people/{0}/pass/{1}", "Save", "Input.ValidUntil")]
    [InlineData("/revenue/entry/{2}", "Save", "Input.Reference")]
    public async Task What_somebody_changed_meanwhile_is_not_deleted_unseen(string template, string handler, string field)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        var address = string.Format(CultureInfo.InvariantCulture, template, records.Person, records.Pass, records.Entry);
        var stale = (await visitor.GetAsync(address)).Form("Delete");
        await visitor.FillAsync(address, handler, (field, "2031-01-01"));
        var before = await DatabaseContents.ReadAsync(portal);

        var screen = await visitor.SubmitAsync(stale);

        screen.Status.ShouldBe(HttpStatusCode.OK);
        screen.TextOf(".notice-not").ShouldSay("Conflict.NotDeleted", "en-US");
        screen.ValueOf(field).ShouldBe("2031-01-01");
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task A_tick_that_differs_can_be_taken_over()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.FabrikamAdmin);
        var stale = (await visitor.GetAsync("/organization")).Form("Settings");
        await visitor.FillAsync("/organization", "Settings", ("Input.ShowsNames", "true"));

        var conflict = await visitor.SubmitAsync(stale);
        var taken = await visitor.SubmitAsync(conflict.Form("Settings").With(("take", "Input.ShowsNames")));

        IsTicked(conflict).ShouldBeFalse();
        conflict.TextOf("#settings .conflict [translate=no]").ShouldBe(Texts.Of("Tick.Yes", "en-US"));
        IsTicked(taken).ShouldBeTrue();
        IsTicked(await visitor.SubmitAsync(taken.Form("Settings"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Following_one_competency_leaves_what_the_other_tab_followed()
    {
        await PracticeCatalog.FollowAsync(portal, "Adatum");
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var stale = (await visitor.GetAsync("/organization")).Form("Follow");
        var dropping = (await visitor.GetAsync("/organization")).Form("Follow").With(("followed", "cloud-crm"));

        await visitor.SubmitAsync(dropping);
        var screen = await visitor.SubmitAsync(stale);

        screen.Document.QuerySelectorAll<IHtmlInputElement>("[name=followed]").Where(box => box.IsChecked).Select(box => box.Value).ShouldBe(["cloud-crm"]);
    }

    [Fact]
    public async Task A_zero_stated_twice_and_taken_back_twice_is_no_trouble()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.FabrikamAdmin);
        var state = (await visitor.GetAsync("/revenue")).Form("Zero").With(("month", "2026-05"));

        await visitor.SubmitAsync(state);
        var again = await visitor.SubmitAsync(state);
        var withdraw = again.Form("Withdraw").With(("month", "2026-05"));
        await visitor.SubmitAsync(withdraw);
        var withdrawnAgain = await visitor.SubmitAsync(withdraw);

        again.TextOf("#m-2026-05 header").ShouldContain("stated as zero");
        withdrawnAgain.TextOf("#m-2026-05 header").ShouldContain("not reported");
    }

    private static bool IsTicked(Screen screen) => screen.Document.QuerySelector<IHtmlInputElement>("[name='Input.ShowsNames'][type=checkbox]")!.IsChecked;

    private async Task<string> AddressAsync(Func<KnownRecords, string> address) => address(await KnownRecords.OfAsync(portal, "Contoso"));

    /// <param name="field">The field in which the two tabs differ.</param>
    /// <param name="kept">A field that only the second tab changes.</param>
    private async Task ShouldOfferBothAsync(
        string address, string? handler, string field, string first, string second, string? kept, string keptValue = "Only In The Second Tab")
    {
        using var tab = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        using var otherTab = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var stale = (await otherTab.GetAsync(address)).Form(handler);
        (await tab.FillAsync(address, handler, (field, first))).Text.ShouldContain("Saved");
        var before = await DatabaseContents.ReadAsync(portal);

        var conflict = await otherTab.SubmitAsync(kept is null ? stale.With((field, second)) : stale.With((field, second), (kept, keptValue)));

        conflict.Status.ShouldBe(HttpStatusCode.OK);
        await DatabaseContents.ShouldBeAsync(before, portal);
        ShouldShowBoth(conflict, field, first, second);
        ShouldKeep(conflict, kept, keptValue);

        var taken = await otherTab.SubmitAsync(conflict.Form(handler).With(("take", field)));
        taken.ValueOf(field).ShouldBe(first);
        ShouldKeep(taken, kept, keptValue);

        (await otherTab.SubmitAsync(taken.Form(handler).With((field, second)))).Text.ShouldContain("Saved");
        var saved = await tab.GetAsync(address);
        saved.ValueOf(field).ShouldBe(second);
        ShouldKeep(saved, kept, keptValue);
    }

    private static void ShouldShowBoth(Screen conflict, string field, string saved, string typed)
    {
        conflict.TextOf(".notice").ShouldContain("Somebody else saved this while you were editing.");
        conflict.ValueOf(field).ShouldBe(typed);

        var row = conflict.Control(field)!.ParentElement!.QuerySelector(".conflict");
        row.ShouldNotBeNull();
        row.QuerySelector("[translate=no]")!.TextContent.ShouldBe(saved);
        row.QuerySelector("button[name=take]")!.GetAttribute("value").ShouldBe(field);
    }

    private static void ShouldKeep(Screen screen, string? field, string value)
    {
        if (field is not null)
        {
            screen.ValueOf(field).ShouldBe(value);
        }
    }
}
