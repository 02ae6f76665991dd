using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class ScoreRulesTests
{
    private static readonly LocalizedText Name = LocalizedText.English("x");
    private static readonly MetricPart Linear = new("linear", Name, 10, new MetricDefinition("revenue", MetricWindow.AllTime), new PlainThreshold(0));
    private static readonly MetricPart AllOrNothing = Linear with { Credit = Credit.AllOrNothing };
    private static readonly HeadcountPart PerPerson = new("people", Name, 10, new HoldsCredential("A1"), PointsPerPerson: 4, Target: null);
    private static readonly HeadcountPart Headcount = PerPerson with { PointsPerPerson = null, Target = new PlainThreshold(0) };

    [Theory]
    [InlineData(-50.0, 0.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(25.0, 2.5)]
    [InlineData(99.99, 9.999)]
    [InlineData(100.0, 10.0)]
    [InlineData(250.0, 10.0)]
    public void A_linear_part_earns_its_share_between_nothing_and_all(double sum, double points)
    {
        PointsOf(Linear, Known(sum, target: 100)).ShouldBe(Exactly(points));
    }

    [Theory]
    [InlineData(-1.0, 0.0)]
    [InlineData(99.9999, 0.0)]
    [InlineData(100.0, 10.0)]
    [InlineData(100.0001, 10.0)]
    public void All_or_nothing_is_earned_at_the_target(double sum, double points)
    {
        PointsOf(AllOrNothing, Known(sum, target: 100)).ShouldBe(Exactly(points));
    }

    [Theory]
    [InlineData(-0.0001, 0.0)]
    [InlineData(0.0, 10.0)]
    [InlineData(1.0, 10.0)]
    public void A_target_of_nothing_is_reached_by_whatever_is_not_negative(double sum, double points)
    {
        PointsOf(Linear, Known(sum, target: 0)).ShouldBe(Exactly(points));
        PointsOf(AllOrNothing, Known(sum, target: 0)).ShouldBe(Exactly(points));
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 4.0)]
    [InlineData(2, 8.0)]
    [InlineData(3, 10.0)]
    public void Each_person_earns_points_until_all_are_earned(int people, double points)
    {
        PointsOf(PerPerson, Known(people, target: null)).ShouldBe(Exactly(points));
    }

    [Theory]
    [InlineData(2, 0.0)]
    [InlineData(3, 10.0)]
    public void All_or_nothing_of_points_per_person_is_earned_when_all_are_earned(int people, double points)
    {
        PointsOf(PerPerson with { Credit = Credit.AllOrNothing }, Known(people, target: null)).ShouldBe(Exactly(points));
    }

    [Theory]
    [InlineData(1, 3.3333)]
    [InlineData(3, 10.0)]
    public void People_earn_the_share_of_their_target(int people, double points)
    {
        PointsOf(Headcount, Known(people, target: 3)).ShouldBe(Exactly(points));
    }

    [Fact]
    public void A_monthly_average_is_an_exact_share_of_its_target()
    {
        // Twelve times the target are 99.9996.
        PointsOf(AllOrNothing, new PartValue(99.9996m, 12, IsAnythingUnknown: false, LacksCredit: false, Target: 8.3333m)).ShouldBe(Exactly(10));
        PointsOf(AllOrNothing, new PartValue(99.9995m, 12, IsAnythingUnknown: false, LacksCredit: false, Target: 8.3333m)).ShouldBe(Exactly(0));
    }

    [Fact]
    public void What_is_unknown_may_earn_all()
    {
        PointsOf(Linear, Known(25, target: 100) with { IsAnythingUnknown = true }).ShouldBe(new ScorePoints(2.5m, 10));
        PointsOf(Linear, new PartValue(null, 1, IsAnythingUnknown: true, LacksCredit: false, 100)).ShouldBe(new ScorePoints(0, 10));
        PointsOf(PerPerson, new PartValue(null, 1, IsAnythingUnknown: true, LacksCredit: false, null)).ShouldBe(new ScorePoints(0, 10));
        PointsOf(Headcount, new PartValue(null, 1, IsAnythingUnknown: true, LacksCredit: false, 3)).ShouldBe(new ScorePoints(0, 10));
    }

    [Fact]
    public void A_target_that_is_missing_for_the_market_leaves_all_open()
    {
        PointsOf(Linear, Known(25, target: null)).ShouldBe(new ScorePoints(0, 10));
        PointsOf(Headcount, Known(25, target: null)).ShouldBe(new ScorePoints(0, 10));
    }

    [Fact]
    public void An_unconverted_credit_leaves_nothing_certain()
    {
        PointsOf(Linear, new PartValue(500, 1, IsAnythingUnknown: true, LacksCredit: true, 100)).ShouldBe(new ScorePoints(0, 10));
    }

    [Theory]
    [InlineData(59.9, Status.Met)]
    [InlineData(60.0, Status.Met)]
    [InlineData(60.1, Status.Undetermined)]
    [InlineData(70.0, Status.Undetermined)]
    [InlineData(70.1, Status.NotMet)]
    public void Points_are_judged_between_what_is_known_and_what_is_possible(double atLeast, Status status)
    {
        // 60 known, 70 possible.
        Judge((decimal)atLeast, above: null, (Linear with { MaxPoints = 60 }, Known(1, target: 1)), (Linear, Unknown)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(4.9, Status.Met)]
    [InlineData(5.0, Status.NotMet)]
    public void Every_part_must_be_above_the_bound_and_not_just_reach_it(double above, Status status)
    {
        Judge(0, (decimal)above, (Linear, Known(1, target: 1)), (Linear, Known(1, target: 2))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(0.0, Status.Undetermined)]
    [InlineData(9.9, Status.Undetermined)]
    [InlineData(10.0, Status.NotMet)]
    public void A_part_of_which_nothing_is_known_can_be_above_less_than_its_points(double above, Status status)
    {
        Judge(0, (decimal)above, (Linear with { MaxPoints = 60 }, Known(1, target: 1)), (Linear, Unknown)).Status.ShouldBe(status);
    }

    [Fact]
    public void Without_a_bound_a_part_may_earn_nothing()
    {
        Judge(10, above: null, (Linear, Known(1, target: 1)), (Linear, Known(0, target: 1))).Status.ShouldBe(Status.Met);
        Judge(10, above: 0, (Linear, Known(1, target: 1)), (Linear, Known(0, target: 1))).Status.ShouldBe(Status.NotMet);
    }

    [Fact]
    public void Three_thirds_reach_the_whole()
    {
        var third = (Linear, Known(1, target: 3));

        Judge(10, above: null, third, third, third).Status.ShouldBe(Status.Met);
        Judge(10.0001m, above: null, third, third, third).Status.ShouldBe(Status.NotMet);
    }

    [Fact]
    public void The_result_shows_points_and_values_part_by_part()
    {
        var result = Judge(
            60, above: 0, (Linear with { Key = "growth" }, new PartValue(100, 3, IsAnythingUnknown: false, LacksCredit: false, 50)), (PerPerson, Known(2, target: null)));

        result.ShouldBe(new ScoreResult("/all/1", Status.NotMet, "points", 60, 0, new ScorePoints(14.6667m, 14.6667m),
        [
            new ScorePartResult("growth", 100m / 3, 50, 6.6667m, 6.6667m),
            new ScorePartResult("people", 2, null, 8, 8),
        ]));
    }

    private static PartValue Unknown => new(null, 1, IsAnythingUnknown: true, LacksCredit: false, 100);

    private static PartValue Known(double sum, double? target) => new((decimal)sum, 1, IsAnythingUnknown: false, LacksCredit: false, (decimal?)target);

    private static ScorePoints Exactly(double points) => new((decimal)points, (decimal)points);

    private static ScorePoints PointsOf(ScorecardPart part, PartValue value) => Judge(0, above: null, (part, value)).Points;

    private static ScoreResult Judge(decimal atLeast, decimal? above, params (ScorecardPart Part, PartValue Value)[] parts) => ScoreRules.Judge(
        "/all/1",
        new ScoreRequirement(null, null, "points", atLeast, above),
        new ScorecardDefinition("points", parts.Select(part => part.Part).ToValueList()),
        parts.Select(part => part.Value));
}
