using System.Net;
using AngleSharp.Html.Parser;
using CompetencyPortal.Browser.Tests.Infrastructure;

namespace CompetencyPortal.Browser.Tests;

public sealed class PublishedPortalTests
{
    [Fact]
    public async Task A_fresh_clones_first_publish_serves_its_setup_page_and_style_sheet_in_production()
    {
        await using var portal = new PublishedPortal();
        using var client = await portal.StartAsync();

        using var first = await client.GetAsync("/");
        using var setup = await client.GetAsync("/setup");
        var page = await new HtmlParser().ParseDocumentAsync(await setup.Content.ReadAsStringAsync());
        using var styles = await client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location!.ToString().ShouldBe("/setup");
        page.QuerySelector("input[name='Input.Token']").ShouldNotBeNull();
        styles.StatusCode.ShouldBe(HttpStatusCode.OK);
        styles.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        styles.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await styles.Content.ReadAsStringAsync()).ShouldContain("--cp-accent");
    }
}
