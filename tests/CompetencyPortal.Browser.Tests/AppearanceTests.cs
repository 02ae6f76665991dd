using CompetencyPortal.Browser.Tests.Infrastructure;
using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests;

/// <summary>The checks that every page passes find what they are for: each sees a planted flaw.</summary>
[Collection(PortalTests.Name)]
public sealed class AppearanceTests(PortalFixture portal)
{
    [Theory]
    [InlineData("<p>Nothing wrong.</p>", null)]
    [InlineData("<div class='wide'>Far too wide</div>", "pixels wide")]
    [InlineData("<div class='cut'>Longer than the room that it has</div>", "cut off")]
    [InlineData("<div class='low'>One line<br>Another line</div>", "cut off")]
    [InlineData("<a class='btn'>Longer than its button</a>", "cut off")]
    [InlineData("<div class='card'><p class='out'>Out</p></div>", "sticks out of its card")]
    [InlineData("<div class='region' role='region' tabindex='0' aria-label='Wide'>Longer than the room that it has</div>", null)]
    [InlineData("<svg class='bar'><text class='lab' x='10' y='20'>Silver</text><text class='lab' x='30' y='20'>Gold</text></svg>", "run into each other")]
    [InlineData("<svg class='icon'><use href='#missing'/></svg>", "is empty")]
    public async Task What_does_not_fit_is_found(string body, string? flaw)
    {
        const string Style =
            """
            .wide { width: 3000px } .cut, .region { width: 5rem; overflow: hidden; white-space: nowrap } .low { height: 1.2em; overflow: hidden }
            .btn { display: block; width: 4rem; white-space: nowrap } .card { width: 10rem } .out { position: relative; left: 12rem; width: 5rem }
            """;

        await portal.VisitAsync(Look.English, async visit =>
        {
            await visit.Page.SetContentAsync($"<!DOCTYPE html><style>{Style}</style>{body}");

            var flaws = await Appearance.FlawsAsync(visit.Page);

            (flaws.Length == 0).ShouldBe(flaw is null, string.Join('\n', flaws));
            flaws.Any(found => found.Contains(flaw ?? "", StringComparison.Ordinal)).ShouldBe(flaw is not null);
        });
    }

    [Fact]
    public async Task What_few_can_read_is_found()
    {
        await portal.VisitAsync(Look.English, async visit =>
        {
            await visit.Page.SetContentAsync(
                """
                <html lang="en"><head><title>Planted</title><style>p { color: #aaa; background: #fff } button { width: 10px; height: 10px; padding: 0 }</style></head>
                <body><main><h1>Planted</h1><p>Grey on white</p><input><button aria-label="A"></button><button aria-label="B"></button></main></body></html>
                """);

            var violations = await Appearance.AxeViolationsAsync(visit.Page);

            violations.Select(violation => violation.Split(':')[0]).ToHashSet(StringComparer.Ordinal).ShouldBe(["color-contrast", "label", "target-size"], ignoreOrder: true);
        });
    }

    [Theory]
    [InlineData("<p style='color:red'>Inline style</p>", "style-src-attr")]
    [InlineData("<script>1</script>", "script-src-elem")]
    [InlineData("<script src='/boom.js'></script>", "Script error")]
    [InlineData("<img src='/missing.png' alt=''>", "answered 404")]
    public async Task What_breaks_behind_the_page_is_found(string body, string problem)
    {
        await portal.VisitAsync(Look.English, async visit =>
        {
            await PlantAsync(visit.Page, body);
            await visit.Page.GotoAsync("/planted");
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            visit.Problems.ShouldContain(found => found.Contains(problem, StringComparison.Ordinal));
            visit.Forgive();
        });
    }

    private static async Task PlantAsync(IPage page, string body)
    {
        const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

        await page.RouteAsync("**/planted", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Security-Policy"] = Policy },
            Body = $"<!DOCTYPE html><link rel='icon' href='data:,'>{body}",
        }));
        await page.RouteAsync("**/boom.js", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = "throw new Error('boom')" }));
        await page.RouteAsync("**/missing.png", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
    }
}
