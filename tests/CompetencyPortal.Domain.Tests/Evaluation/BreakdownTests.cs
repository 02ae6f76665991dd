using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Evaluation.BruteForce;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class BreakdownTests
{
    private const string Quarter = """{"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":3},"products":["cloud"]}}""";

    [Fact]
    public void Every_month_of_the_window_has_a_state_and_a_total()
    {
        var trial = new Trial(Quarter);
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-15","unreportedMonths":{"revenue":["2017-10"]},
             "measurements":[{"measure":"revenue","on":"2017-08-15","value":1,"product":"cloud"},
                             {"measure":"revenue","on":"2017-08-16","value":2,"product":"cloud"},
                             {"measure":"revenue","on":"2017-08-17","value":4,"product":"server"}]}
            """);

        trial.Breakdown(facts).Months.ShouldBe(
        [
            new(new Month(2017, 8), MonthState.Reported, 2),
            new(new Month(2017, 9), MonthState.Zero, 0),
            new(new Month(2017, 10), MonthState.NotReported, 0),
            new(new Month(2017, 11), MonthState.Current, 0),
        ]);
    }

    [Theory]
    [InlineData("2017-11-30", MonthState.Current)]
    [InlineData("2017-12-01", MonthState.Zero)]
    public void A_month_is_current_to_its_last_day(string asOf, MonthState state)
    {
        var facts = new Facts { AsOf = Day(asOf), Measurements = [] };

        new Trial(Quarter).Breakdown(facts).Months.Single(month => month.Month == new Month(2017, 11)).State.ShouldBe(state);
    }

    [Fact]
    public void A_window_without_first_day_begins_where_anything_is_said()
    {
        var trial = new Trial("""{"any":[{"metric":{"measure":"revenue","atLeast":100,"window":"allTime"}}]}""");
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-15","unreportedMonths":{"revenue":["2017-09"]},"measurements":[{"measure":"revenue","on":"2017-10-15","value":1}]}
            """);

        trial.Breakdown(facts, "/any/0").Months.Select(month => month.State)
            .ShouldBe([MonthState.NotReported, MonthState.Reported, MonthState.Current]);
    }

    [Fact]
    public void Without_measurements_no_month_is_reported()
    {
        new Trial(Quarter).Breakdown(new Facts { AsOf = Day("2017-11-15") }).Months.ShouldAllBe(month => month.State == MonthState.NotReported);
    }

    [Theory]
    [InlineData("none", "silver", "/all/0")]
    [InlineData(CloudCrm.Option, "none", "/all/0")]
    [InlineData(CloudCrm.Option, "silver", "/all/1")]
    public void There_is_none_where_there_is_no_metric(string option, string tier, string at)
    {
        var facts = new Facts { AsOf = Day("2017-11-30") };

        CloudCrm.Evaluator.Breakdown(CloudCrm.Competency, option, tier, at, facts).ShouldBeNull();
        CloudCrm.Evaluator.Breakdown(CloudCrm.Competency, CloudCrm.Option, "silver", "/all/0", facts with { AsOf = Day("2017-06-26") }).ShouldBeNull();
    }

    [Fact]
    public void Whatever_the_entries_those_that_count_add_up_to_the_value()
    {
        foreach (var random in Enumerable.Range(1, 1000).Select(seed => new RandomCase(seed)))
        {
            foreach (var (breakdown, value) in Sums(random))
            {
                breakdown.Entries.Where(entry => entry.Reason is null).Sum(entry => entry.Value).ShouldBe(value, random.Facts.Id);
                breakdown.Months.Sum(month => month.Total).ShouldBe(value, random.Facts.Id);
            }
        }
    }

    // The metrics that are sums, where anything is known of them.
    private static IEnumerable<(MetricBreakdown Breakdown, decimal Value)> Sums(RandomCase random)
    {
        var evaluator = random.Evaluator();

        return
            from option in evaluator.Evaluate(RandomCase.Competency, random.Facts).Options
            from tier in option.Tiers
            let leaves = random.Rules()?.Version.Options.Single(each => each.Key == option.Option).Tiers.Single(each => each.Tier == tier.Tier).Requirement.Leaves()
            from leaf in tier.Requirement.Leaves().Zip(leaves)
            where leaf is (MetricResult { Value: not null }, MetricRequirement { Metric.Aggregate: Aggregate.Sum })
            select (
                evaluator.Breakdown(RandomCase.Competency, option.Option, tier.Tier, leaf.First.At, random.Facts).ShouldNotBeNull(),
                ((MetricResult)leaf.First).Value.GetValueOrDefault());
    }
}
