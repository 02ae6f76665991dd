using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class NextChangeProperties
{
    private const int LongEnough = 200;

    public static TheoryData<string> Ids => CloudCrm.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_of_a_case_changes_before_the_day(string id)
    {
        NothingChangesEarly(CloudCrm.Cases[id].Facts, Evaluate, facts => CloudCrm.Evaluator.NextChangeOn(CloudCrm.Competency, facts));

        static EvaluationResult Evaluate(Facts facts) => CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);
    }

    [Fact]
    public void Nothing_of_a_random_case_changes_before_the_day()
    {
        foreach (var random in Enumerable.Range(1, 300).Select(seed => new RandomCase(seed)))
        {
            var evaluator = random.Evaluator();

            NothingChangesEarly(
                random.Facts,
                facts => evaluator.Evaluate(RandomCase.Competency, facts),
                facts => evaluator.NextChangeOn(RandomCase.Competency, facts));
        }
    }

    // Follows the days of change, a few of them, and compares every day between.
    private static void NothingChangesEarly(Facts facts, Func<Facts, EvaluationResult> evaluate, Func<Facts, DateOnly?> nextChangeOn)
    {
        for (var changes = 0; changes < 5; changes++)
        {
            var result = Timeless(evaluate(facts));
            var end = nextChangeOn(facts);
            var days = Math.Min(LongEnough, (end?.DayNumber ?? int.MaxValue) - facts.AsOf.DayNumber);

            foreach (var later in Enumerable.Range(0, days).Select(facts.AsOf.AddDays))
            {
                Timeless(evaluate(facts with { AsOf = later })).ShouldBe(result, $"{facts.Id} on {later:O}, should change on {end:O}");
            }

            if (end is null)
            {
                return;
            }

            facts = facts with { AsOf = end.Value };
        }
    }

    private static EvaluationResult Timeless(EvaluationResult result) => result with
    {
        AsOf = default,
        Options = result.Options
            .Select(option => option with { Tiers = option.Tiers.Select(tier => tier with { Requirement = Timeless(tier.Requirement) }).ToValueList() })
            .ToValueList(),
    };

    private static NodeResult Timeless(NodeResult node) => node switch
    {
        AllResult all => all with { Children = all.Children.Select(Timeless).ToValueList() },
        AnyResult any => any with { Children = any.Children.Select(Timeless).ToValueList() },
        MetricResult metric => metric with { Window = new WindowDays(null, default) },
        _ => node,
    };
}
