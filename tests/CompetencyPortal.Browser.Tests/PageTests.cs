using CompetencyPortal.Browser.Tests.Infrastructure;

namespace CompetencyPortal.Browser.Tests;

/// <summary>
/// Every page fits every window and obeys the security policy, and axe finds nothing: in English by day at a desk and in Japanese by night in the hand.
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

                foreach (var width in Look.Widths.Where(width => width != look.Width))
                {
                    await visit.ResizeAsync(width);
                    (await Appearance.FlawsAsync(visit.Page)).ShouldBeEmpty($"{page} as {visit.Look}");
                }
            });
        }
    }
}
