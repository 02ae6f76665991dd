using CompetencyPortal.Browser.Tests.Infrastructure;
using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests;

/// <summary>Pictures for people, by <c>scripts/screenshots</c>: page.language.width.theme.png in the folder of the variable SCREENSHOTS.</summary>
[Collection(PortalTests.Name)]
[Trait("Category", "Screenshots")]
public sealed class ScreenshotTests(PortalFixture portal)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? Path.Combine(Repository.Root, "screenshots");

    public static TheoryData<string> Pages => [.. PortalPage.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_in_every_look(string name)
    {
        var page = PortalPage.All.Single(page => page.Name == name);

        foreach (var look in Look.All)
        {
            await portal.VisitAsync(page, look, async visit =>
            {
                var picture = await visit.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(Folder, $"{page.Name}.{look}.png") });

                picture.ShouldNotBeEmpty();
            });
        }
    }
}
