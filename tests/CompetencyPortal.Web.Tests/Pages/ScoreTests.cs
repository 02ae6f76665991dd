using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Points for several parts: the rule in words, and how an organization stands.</summary>
public sealed class ScoreTests(ScoreTests.PracticePortal portal) : IClassFixture<ScoreTests.PracticePortal>
{
    [Fact]
    public async Task The_rule_says_what_earns_points()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        var text = (await visitor.GetAsync($"/catalog/{PracticeCatalog.Competency}")).Text;

        text.ShouldContain("At least 60 points, and more than 0 points for every part:");
        text.ShouldContain("Growth: up to 40 points, by the share that is reached of this: Practice sales: at least the threshold of the market in the last 12 months.");
        text.ShouldContain("Breadth: 4 points for each person holding PR-1, up to 20 points.");
        text.ShouldContain("Depth: 40 points for reaching this, otherwise nothing: at least 2 people, each holding all of “Both”.");
    }

    [Fact]
    public async Task Targets_stand_market_by_market()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        var text = (await visitor.GetAsync($"/catalog/{PracticeCatalog.Competency}")).Text;

        text.ShouldContain("Silver Growth $12,000 $6,000");
        text.ShouldContain("Gold Depth 2 people 2 people");
    }

    [Fact]
    public async Task An_exam_that_earns_points_is_accepted_by_the_tier()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);

        var text = (await visitor.GetAsync("/catalog/exam?code=PR-1")).Text;

        text.ShouldContain("Points Silver Breadth everybody");
        text.ShouldContain("Points Gold Depth everybody");
    }

    [Fact]
    public async Task Points_stand_part_by_part()
    {
        var person = (await KnownRecords.OfAsync(portal, "Contoso")).Person;
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        await visitor.FillAsync($"/people/{person}/pass", "Save", ("Input.Code", "PR-1"), ("Input.EarnedOn", "2026-01-15"));

        var screen = await visitor.GetAsync($"/assessment/{PracticeCatalog.Competency}?option=points");

        screen.TextOf("[data-tier=silver] [data-sentence]").ShouldBe("4 points reached; 4 points needed.");
        screen.TextOf("[data-tier=gold] [data-sentence]").ShouldBe("44 points at best; 60 points needed, 16 points too few.");
        screen.TextOf("[data-tier=gold] [data-part=growth]").ShouldBe("Growth $0 $12,000 0 to 40 of 40");
        screen.TextOf("[data-tier=gold] [data-part=breadth]").ShouldBe("Breadth 1 person 4 points a person 4 of 20");
        screen.TextOf("[data-tier=gold] [data-part=depth]").ShouldBe("Depth 0 people 2 people 0 of 40");
    }

    public sealed class PracticePortal : PortalFactory, IAsyncLifetime
    {
        public new async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await PracticeCatalog.FollowAsync(this, "Contoso");
        }

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
    }
}
