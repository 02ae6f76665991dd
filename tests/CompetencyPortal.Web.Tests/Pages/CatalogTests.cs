using System.Net;
using System.Text.Json.Nodes;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>The catalog as the program manager reads it.</summary>
public sealed class CatalogTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Every_competency_is_listed_with_its_versions_and_followers()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        var screen = await visitor.GetAsync("/catalog");

        screen.Document.QuerySelectorAll("[data-competency]").Length.ShouldBe(8);
        var crm = screen.Document.QuerySelector("[data-competency=cloud-crm]").ShouldNotBeNull();
        crm.QuerySelectorAll("[data-state]").Select(version => version.GetAttribute("data-state")).ShouldBe(["InForce", "Past", "Past"]);
        Screen.Plain(crm.QuerySelector(".num")?.TextContent).ShouldBe(
            $"{await portal.InDatabaseAsync(db => Task.FromResult(db.FollowedCompetencies.Count(followed => followed.Competency == "cloud-crm")))}");
        screen.Text.ShouldContain(Texts.Of("Catalog.By.Portal", "en-US"));
    }

    [Fact]
    public async Task Every_page_is_read_in_both_languages_and_through_the_resources_alone()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);
        var competencies = await portal.InDatabaseAsync(async db =>
            (await db.CatalogAsync(CancellationToken.None)).Program.Competencies.Select(competency => $"/catalog/{competency.Key}").ToList());
        string[] addresses = ["/catalog", .. competencies, "/catalog/exams", "/catalog/exams?q=nothing-is-called-so", "/catalog/exam?code=MB2-709", "/catalog/import"];

        foreach (var culture in new[] { "ja-JP", "en-US" })
        {
            await visitor.SpeakAsync(culture);

            foreach (var address in addresses)
            {
                (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, $"{address} in {culture}");
            }
        }

        visitor.Client.DefaultRequestHeaders.Add(PseudoText.Header, "1");

        foreach (var address in addresses)
        {
            Literals.In((await visitor.GetAsync(address)).Document).ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task The_shipped_documents_are_exported_as_they_were_imported()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);
        var links = (await visitor.GetAsync("/catalog")).Document.QuerySelectorAll("[data-competency] a[download]").Select(link => link.GetAttribute("href")).ToList();
        var exported = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);

        foreach (var link in links)
        {
            using var response = await visitor.Client.GetAsync(link);
            var name = response.Content.Headers.ContentDisposition?.FileName.ShouldNotBeNull();
            exported.Add(name!, JsonNode.Parse(await response.Content.ReadAsStringAsync()));
        }

        var shipped = Directory.EnumerateFiles(Repository.Catalogs, "*.json").ToList();
        exported.Keys.ShouldBe(shipped.Select(Path.GetFileName), ignoreOrder: true);
        shipped.ShouldAllBe(file => JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), exported[Path.GetFileName(file)]));
    }

    [Fact]
    public async Task A_document_that_is_not_in_force_is_not_found()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        (await visitor.GetAsync("/catalog?handler=Export&competency=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/catalog?handler=Export")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Thresholds_stand_market_by_market()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        var screen = await visitor.GetAsync("/catalog/cloud-crm");

        var (now, first) = (screen.TextOf("#v-2017-11-16 table"), screen.TextOf("#v-2017-06-27 table"));
        now.ShouldContain("$100,000 $50,000");
        now.ShouldContain("$300,000 $150,000");
        first.ShouldContain($"$100,000 {Texts.Of("ToGo.NoThreshold", "en-US")}");
        screen.TextOf("#v-2017-11-16 .rule, #v-2017-11-16").ShouldContain("MB2-709 Dynamics CRM Marketing");
        (await visitor.GetAsync("/catalog/no-such")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Which_tiers_accept_an_exam_is_answered_version_by_version()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        var found = await visitor.GetAsync("/catalog/exams?q=ｍｂ２-709");
        var screen = await visitor.GetAsync("/catalog/exam?code=MB2-717");

        found.Document.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["MB2-709"]);
        found.TextOf("[data-code] td:last-child").ShouldBe("Cloud Customer Relationship Management Silver, Gold");
        screen.Document.QuerySelectorAll("[data-state=InForce]").Length.ShouldBe(2);
        screen.Document.QuerySelectorAll("[data-state=Past]").ShouldBeEmpty();
        (await visitor.GetAsync("/catalog/exam")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/catalog/exam?code=mb2-717")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
