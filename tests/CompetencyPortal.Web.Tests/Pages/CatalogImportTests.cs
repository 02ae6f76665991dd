using System.Text;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>A document is looked at, then imported, by the program manager.</summary>
public sealed class CatalogImportTests : IAsyncLifetime
{
    private const string Address = "/catalog/import";

    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private readonly PortalFactory _portal = new();

    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _visitor = await _portal.SignInAsync(DemoAccounts.ProgramManager);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_broken_document_is_refused_by_its_places_and_changes_nothing()
    {
        var broken = CloudCrmDocument.Changed(root => root["measures"]![0]!["unit"] = "Dollars");
        var before = await DatabaseContents.ReadAsync(_portal);

        var screen = await CheckAsync(broken);

        screen.TextOf("[data-errors] .code").ShouldBe("/measures/0/unit");
        screen.Document.QuerySelector("#Document")!.TextContent.ShouldBe(broken);
        screen.Document.QuerySelector("[data-preview]").ShouldBeNull();
        await DatabaseContents.ShouldBeAsync(before, _portal);

        await _visitor.SpeakAsync("ja-JP");
        (await CheckAsync("{")).Document.QuerySelector("[data-errors] [lang=en]").ShouldNotBeNull();
        await DatabaseContents.ShouldBeAsync(before, _portal);
    }

    [Fact]
    public async Task Rules_that_somebody_was_judged_by_may_not_change()
    {
        var screen = await CheckAsync(CloudCrmDocument.Changed(root => root["competencies"]![0]!["versions"]![2]!["options"]![0]!["name"]!["en"] = "Renamed"));

        screen.TextOf("[data-errors]").ShouldContain("2017-11-16");
    }

    [Fact]
    public async Task What_is_in_force_is_nothing_new()
    {
        var screen = await CheckAsync(CloudCrmDocument.Shipped);

        screen.TextOf("[data-preview] h2").ShouldBe(Texts.Of("Import.NothingNew", "en-US"));
        screen.Document.QuerySelector("[data-preview] form").ShouldBeNull();
        (await CheckAsync(CloudCrmDocument.Changed(_ => { }))).TextOf("[data-preview] h2").ShouldBe(Texts.Of("Import.NothingNew", "en-US"));
    }

    [Fact]
    public async Task A_later_version_changes_nothing_today_and_is_announced()
    {
        var before = await ResultsAsync();
        var organizations = await _portal.InDatabaseAsync(db => db.Standings.Select(standing => standing.OrganizationId).Distinct().CountAsync());
        var preview = await CheckAsync(CloudCrmDocument.WithVersionFrom(NewYear));

        preview.TextOf("[data-preview] li").ShouldSay("Difference.Version.Announced", "en-US");
        preview.TextOf("[data-preview]").ShouldContain($"{organizations} organizations");

        var imported = await _visitor.SubmitAsync(preview.Form("Import"));

        imported.Path.ShouldBe("/catalog", imported.Text);
        imported.TextOf("[data-competency=cloud-crm] [data-state=Announced]").ShouldBe("announced for 1 Jan 2027");
        (await _visitor.GetAsync("/catalog/cloud-crm")).Document.QuerySelector("#v-2027-01-01[data-state=Announced]").ShouldNotBeNull();
        (await ResultsAsync()).ShouldBe(before);

        using var partner = await _portal.SignInAsync(DemoAccounts.ContosoAdmin);
        (await partner.GetAsync("/assessment/cloud-crm")).TextOf("[data-announced]")
            .ShouldBe("From 1 Jan 2027 new rules apply: then Silver is undetermined, since not all is known.");
    }

    [Fact]
    public async Task Two_clicks_import_once()
    {
        var preview = await CheckAsync(CloudCrmDocument.WithVersionFrom(NewYear));
        var before = await RevisionsAsync();

        var screens = await Task.WhenAll(_visitor.SubmitAsync(preview.Form("Import")), _visitor.SubmitAsync(preview.Form("Import")));

        screens.ShouldAllBe(screen => screen.Path == "/catalog");
        (await RevisionsAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_was_previewed_against_an_earlier_catalog_is_previewed_anew()
    {
        var preview = await CheckAsync(CloudCrmDocument.WithVersionFrom(NewYear));
        await _visitor.SubmitAsync((await CheckAsync(CloudCrmDocument.WithMoreTimeForMarketing())).Form("Import"));
        var before = await RevisionsAsync();

        var screen = await _visitor.SubmitAsync(preview.Form("Import"));

        screen.TextOf("[role=alert]").ShouldBe(Texts.Of("Import.Outrun", "en-US"));
        (await RevisionsAsync()).ShouldBe(before);
        screen.TextOf("[data-preview]").ShouldContain("from 31 Dec 2019 to 31 Dec 2018");
        (await _visitor.SubmitAsync(screen.Form("Import"))).Path.ShouldBe("/catalog");
        (await RevisionsAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_changed_exam_is_named_with_the_organizations_concerned()
    {
        var person = (await KnownRecords.OfAsync(_portal, "Contoso")).Person;
        using (var partner = await _portal.SignInAsync(DemoAccounts.ContosoAdmin))
        {
            await partner.FillAsync($"/people/{person}/pass", "Save", ("Input.Code", "MB2-709"), ("Input.EarnedOn", "2017-06-30"));
        }

        var screen = await CheckAsync(CloudCrmDocument.WithMoreTimeForMarketing());

        var line = screen.TextOf("[data-preview] li");
        line.ShouldContain("MB2-709 changes: last day it counts from 31 Dec 2018 to 31 Dec 2019.");
        line.ShouldContain("Contoso");
        line.ShouldNotContain("Adatum");
    }

    [Fact]
    public async Task An_exam_is_found_whatever_letters_its_code_has()
    {
        const string Odd = "A/B ?&+#%27 ４";
        await _visitor.SubmitAsync((await CheckAsync(CloudCrmDocument.WithExam(Odd))).Form("Import"));

        var link = (await _visitor.GetAsync("/catalog/exams?q=A/B")).Document.QuerySelector("[data-code] a")!.GetAttribute("href")!;

        (await _visitor.GetAsync(link)).TextOf("h1").ShouldBe(Odd);
    }

    [Fact]
    public async Task A_file_is_read_in_UTF_8_alone_and_up_to_1_MB()
    {
        (await UploadAsync(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(CloudCrmDocument.Shipped.ReplaceLineEndings("\r\n")))))
            .TextOf("[data-preview] h2").ShouldBe(Texts.Of("Import.NothingNew", "en-US"));
        (await UploadAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(CloudCrmDocument.Shipped))))
            .TextOf("#Document-error").ShouldBe(Texts.Of("Import.NotUnicode", "en-US"));
        (await UploadAsync(new byte[(1024 * 1024) + 1])).TextOf("#Document-error").ShouldBe(Texts.Of("Import.TooLong", "en-US"));
        (await CheckAsync(new string('x', (1024 * 1024) + 1))).TextOf("#Document-error").ShouldBe(Texts.Of("Import.TooLong", "en-US"));
        (await CheckAsync(string.Empty)).TextOf("#Document-error").ShouldBe(Texts.Of("Import.Nothing", "en-US"));
    }

    [Fact]
    public async Task Whatever_is_previewed_is_said_through_the_resources_alone()
    {
        _visitor.Client.DefaultRequestHeaders.Add(PseudoText.Header, "1");
        var everything = CloudCrmDocument.Changed(root =>
        {
            root["competencies"]![0]!["key"] = "another";
            root["competencies"]![0]!["name"]!["en"] = "Another";
            root["tags"]!.AsArray().Add(root["tags"]![0]!.DeepClone());
            root["tags"]![1]!["key"] = "another";
        });

        foreach (var document in new[] { everything, CloudCrmDocument.WithVersionFrom(NewYear), CloudCrmDocument.WithMoreTimeForMarketing(), "[]", "" })
        {
            Literals.In((await CheckAsync(document)).Document).ShouldBeEmpty();
        }
    }

    private Task<Screen> CheckAsync(string document) => _visitor.FillAsync(Address, "Check", ("Document", document));

    private async Task<Screen> UploadAsync(IEnumerable<byte> file)
    {
        var form = (await _visitor.GetAsync(Address)).Form("Check");
        using var content = new MultipartFormDataContent { { new ByteArrayContent([.. file]), "file", "catalog.json" } };

        foreach (var (name, value) in form.Fields.Where(field => field.Key != "file"))
        {
            content.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content };

        return await _visitor.SendAsync(request);
    }

    private Task<int> RevisionsAsync() => _portal.InDatabaseAsync(db => db.CatalogRevisions.CountAsync());

    /// <summary>Every standing's result as it is now, brought up to date.</summary>
    private async Task<List<string>> ResultsAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Data.PortalSession>().Enter(userId: null, Data.OrganizationScope.Everything);
        var standings = scope.ServiceProvider.GetRequiredService<CurrentStandings>();
        await standings.StoreAsync(await standings.DueOrganizationsAsync(CancellationToken.None), CancellationToken.None);

        return await scope.ServiceProvider.GetRequiredService<Data.PortalContext>().Standings
            .OrderBy(standing => standing.OrganizationId).Select(standing => standing.ResultJson).ToListAsync();
    }
}
