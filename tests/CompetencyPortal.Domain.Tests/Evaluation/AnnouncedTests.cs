using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class AnnouncedTests
{
    private const string Flag = """{"flag":{"key":"reseller"}}""";
    private const string TwoSeats = """{"staffing":{"seats":[{"key":"seat","count":2,"holds":"A1"}]}}""";

    private static readonly Facts Facts = new() { AsOf = Day("2017-11-15"), Flags = [new FlagFacts("reseller", null, Day("2018-06-30"))] };

    [Fact]
    public void Every_later_version_judges_the_same_facts_on_its_first_day()
    {
        var announced = Trial().Announced(Facts);

        announced.Select(result => result.AsOf).ShouldBe([Day("2018-01-01"), Day("2018-07-01")]);
        announced.ShouldAllBe(result => result.Version == result.AsOf);
        announced.Select(result => result.Options[0].Tiers[0].Status).ShouldBe([Status.Met, Status.NotMet]);
    }

    [Theory]
    [InlineData("2017-12-31", 2)]
    [InlineData("2018-01-01", 1)]
    [InlineData("2018-07-01", 0)]
    public void A_version_is_announced_until_its_first_day(string asOf, int announced)
    {
        Trial().Announced(Facts with { AsOf = Day(asOf) }).Count.ShouldBe(announced);
    }

    [Fact]
    public void An_announced_version_has_its_own_plan()
    {
        var trial = new Trial(Flag, ("/competencies/0/versions/1", Version("2018-01-01", TwoSeats)));

        var tier = trial.Announced(Facts with { People = [] }).ShouldHaveSingleItem().Options[0].Tiers[0];

        tier.Plan.ShouldNotBeNull().NewPeople.ShouldBe(2);
    }

    private static Trial Trial() =>
        new(Flag, ("/competencies/0/versions/1", Version("2018-01-01", Flag)), ("/competencies/0/versions/2", Version("2018-07-01", Flag)));

    private static string Version(string effectiveFrom, string requirement) =>
        $$$"""{"effectiveFrom":"{{{effectiveFrom}}}","options":[{"key":"option","name":{"en":"x"},"tiers":{"silver":{{{requirement}}}}}]}""";
}
