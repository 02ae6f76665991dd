using System.Net;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>The journal as people read it: who, when, from what to what.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    /// <summary>That each label has words in both languages, <see cref="Localization.ResourceTests"/> sees.</summary>
    [Fact]
    public async Task Every_property_that_the_journal_keeps_is_shown_by_a_name_or_said_elsewhere()
    {
        var kept = await _portal.InDatabaseAsync(db => Task.FromResult(JournalledOf(db.Model).ToList()));

        var known = JournalledFields.Shown.SelectMany(kind => kind.Value, (kind, field) => (Kind: kind.Key, field.Property)).ToList();

        known.Concat(JournalledFields.SaidElsewhere).ShouldBe(kept, ignoreOrder: true);
    }

    [Fact]
    public async Task A_person_has_a_history_with_the_passes_that_were_removed()
    {
        var records = await KnownRecords.OfAsync(_portal, "Contoso");
        var address = $"/people/{records.Person}";
        using var visitor = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var name = (await visitor.GetAsync(address)).TextOf("h1");
        await visitor.FillAsync(address, "Details", ("Input.LatinName", "First"));
        await visitor.FillAsync(address, "Details", ("Input.LatinName", "Second"));
        await visitor.SubmitAsync((await visitor.GetAsync($"{address}/pass/{records.Pass}")).Form("Delete").With(("confirmed", "true")));

        var history = await visitor.GetAsync(address);

        var operations = Operations(history);
        operations[0].ShouldContain(DemoAccounts.ContosoAdmin.Name);
        operations[0].ShouldContain($"of {name} was deleted.");
        operations[1].ShouldContain($"The details of {name} were changed.");
        operations[1].ShouldContain("First changed to Second");
        operations[2].ShouldContain("nothing changed to First");
        operations[^1].ShouldContain($"{name} was added.");
        operations[^1].ShouldContain("the portal");
        history.Document.QuerySelectorAll("#history time").ShouldAllBe(time => time.GetAttribute("datetime")!.EndsWith('Z'));
    }

    [Fact]
    public async Task Another_persons_history_is_not_shown()
    {
        var contoso = (await KnownRecords.OfAsync(_portal, "Contoso")).Organization;
        var (first, other) = (await KnownRecords.PersonAsync(_portal, contoso, "伊藤 翔"), await KnownRecords.PersonAsync(_portal, contoso, "James Miller"));
        using var visitor = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);

        var history = (await visitor.GetAsync($"/people/{first.Number}")).TextOf("#history");

        history.ShouldContain(first.Name);
        history.ShouldNotContain(other.Name);
    }

    [Theory]
    [InlineData("en-US", "Amount", "$111.50 changed to $222")]
    [InlineData("ja-JP", "金額・数量", "$111.50 変更後： $222")]
    public async Task An_entry_says_from_what_to_what(string culture, string label, string change)
    {
        var entry = $"/revenue/entry/{(await KnownRecords.OfAsync(_portal, "Adatum")).Entry}";
        using var visitor = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
        await visitor.SpeakAsync(culture);
        await visitor.FillAsync(entry, "Save", ("Input.Currency", "USD"), ("Input.Amount", "111.5"));
        await visitor.FillAsync(entry, "Save", ("Input.Amount", "222"));

        var latest = Operations(await visitor.GetAsync(entry))[0];

        latest.ShouldContain($"{label} {change}");
        (await visitor.GetAsync("/revenue/entry")).Document.QuerySelector("#history").ShouldBeNull("a new one has none");
    }

    [Fact]
    public async Task The_organization_shows_its_latest_changes_and_leads_to_all_of_them()
    {
        var records = await KnownRecords.OfAsync(_portal, "Contoso");
        using var visitor = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.FillAsync("/organization", "Settings", ("Input.ShowsNames", "true"));
        await visitor.SubmitAsync((await visitor.GetAsync($"/people/{records.Person}")).Form("Delete").With(("confirmed", "true")));
        var gone = await visitor.GetAsync($"/people/{records.Person}");

        var own = await visitor.GetAsync("/organization");
        var all = await visitor.GetAsync("/organization/history");

        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        Operations(own)[0].ShouldContain("no changed to yes");
        own.Document.QuerySelector("#history a")!.GetAttribute("href").ShouldBe("/organization/history");
        Operations(all)[0].ShouldContain("was deleted.");
        Operations(all)[1].ShouldContain("The organization’s settings were changed.");
    }

    [Fact]
    public async Task Older_changes_follow_without_a_gap()
    {
        var contoso = (await KnownRecords.OfAsync(_portal, "Contoso")).Organization;
        await StateZerosAsync(contoso, months: 60);
        using var visitor = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var address = "/organization/history";
        var changes = 0;

        while (address is not null)
        {
            var screen = await visitor.GetAsync(address);
            changes += screen.Document.QuerySelectorAll(".history > li > p:not(.small)").Length;
            address = screen.Document.QuerySelector("#history > .acts a")?.GetAttribute("href") is { } older ? "/organization/history" + older.Split('#')[0] : null;
        }

        changes.ShouldBe(await _portal.InDatabaseAsync(db => db.Journal.CountAsync(row => row.Scope == contoso)));
        changes.ShouldBeGreaterThan(100, "three pages");
    }

    [Fact]
    public async Task Who_may_not_see_names_reads_pseudonyms_and_no_personal_value()
    {
        var records = await KnownRecords.OfAsync(_portal, "Contoso");
        using var visitor = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.FillAsync($"/people/{records.Person}", "Details", ("Input.Email", "somebody@contoso.example"));
        await visitor.SubmitAsync((await visitor.GetAsync($"/people/{records.Person}")).Form("Delete").With(("confirmed", "true")));
        var people = await _portal.InDatabaseAsync(db => db.Employees.Where(one => one.OrganizationId == records.Organization).Select(one => one.Name).ToListAsync());

        var (withNames, without) = (await SentencesAsync(records.Organization, showsNames: true), await SentencesAsync(records.Organization, showsNames: false));

        withNames.ShouldContain(sentence => sentence.Contains("somebody@contoso.example"));
        people.ShouldAllBe(name => withNames.Any(sentence => sentence.Contains(name)));
        without.ShouldContain($"Person {records.Person} was deleted.");
        without.ShouldNotContain(sentence => sentence.Contains("somebody@contoso.example") || people.Exists(sentence.Contains));
    }

    private static IReadOnlyList<string> Operations(Screen screen) =>
        [.. screen.Document.QuerySelectorAll(".history > li").Select(operation => Screen.Plain(operation.TextContent))];

    private static IEnumerable<(string Kind, string Property)> JournalledOf(IModel model) =>
        from type in model.GetEntityTypes()
        where type.ClrType.IsAssignableTo(typeof(IFact))
        from property in type.GetProperties()
        where !property.IsKey() && property.FindAnnotation("Portal:Bookkeeping") is null
        select (type.ClrType.Name, property.Name);

    private Task<bool> StateZerosAsync(Guid organization, int months) => _portal.InDatabaseAsync(async db =>
    {
        var zeros = Enumerable.Range(0, months).Select(back => new StatedZero(
            Guid.CreateVersion7(), organization, "practice-seats", new DateOnly(2020, 1, 1).AddMonths(-back), statedBy: null, DateTime.UnixEpoch)).ToList();

        await db.RecordAsync(
            organization,
            _ =>
            {
                db.StatedZeros.AddRange(zeros);

                return Task.CompletedTask;
            },
            CancellationToken.None);

        return true;
    });

    /// <summary>All that is said about the organization, sentences and values.</summary>
    private async Task<IReadOnlyList<string>> SentencesAsync(Guid organization, bool showsNames)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalSession>().Enter(userId: null, OrganizationScope.Everything);
        var history = scope.ServiceProvider.GetRequiredService<ChangeHistory>();
        var said = new List<string>();
        long? before = null;

        do
        {
            var view = await history.OfOrganizationAsync(organization, showsNames, before, CancellationToken.None);
            var changes = view.Operations.SelectMany(operation => operation.Changes).ToList();
            said.AddRange(changes.Select(change => change.Sentence));
            said.AddRange(changes.SelectMany(change => change.Fields).SelectMany(field => new[] { field.From?.Text, field.To?.Text }).OfType<string>());
            before = view.Older;
        }
        while (before is not null);

        return said;
    }
}
