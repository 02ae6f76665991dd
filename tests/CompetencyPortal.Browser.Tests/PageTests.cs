using CompetencyPortal.Browser.Tests.Infrastructure;

namespace CompetencyPortal.Browser.Tests;

/// <summary>
/// Every page fits its window, reads well and obeys the security policy: English by day and Japanese by night, on a desk and in the hand.
/// The other combinations run with PORTAL_TESTS_FULL=1.
/// </summary>
[Collection(PortalTests.Name)]
public sealed class PageTests(PortalFixture portal)
{
    private static readonly IReadOnlyList<Look> Looks = Environment.GetEnvironmentVariable("PORTAL_TESTS_FULL") == "1" ? Look.All : Look.Some;

    public static TheoryData<string> Pages => [.. PortalPage.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_flaw(string name)
    {
        var page = PortalPage.All.Single(page => page.Name == name);

        foreach (var look in Looks)
        {
            await portal.VisitAsync(page, look, async visit =>
            {
                await visit.ShouldBeFlawlessAsync();
                await visit.ResizeAsync(Look.Narrow);
                await visit.ShouldBeFlawlessAsync();
                await visit.ResizeAsync(Look.Zoomed);
                (await Appearance.FlawsAsync(visit.Page)).ShouldBeEmpty($"{page} at 400 %");
            });
        }
    }
}
