using System.Text.Json;
using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class CaseTests
{
    public static TheoryData<string> Ids => CloudCrm.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_result_is_the_expected_one(string id)
    {
        var (facts, expected) = CloudCrm.Cases[id];

        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);

        var options = expected.GetProperty("options").EnumerateArray().Select(option => (
            option.GetProperty("option").ToString(),
            option.GetProperty("attained").GetString(),
            string.Join(' ', option.GetProperty("tiers").EnumerateArray().Select(tier => $"{tier.GetProperty("tier")}:{tier.GetProperty("status")}"))));
        result.Id.ShouldBe(id);
        $"{result.Version:O}".ShouldBe(expected.GetProperty("version").GetString() ?? "");
        result.Options.Select(option => (
            option.Option,
            option.Attained,
            string.Join(' ', option.Tiers.Select(tier => $"{tier.Tier}:{Word(tier.Status)}")))).ShouldBe(options);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_plan_costs_and_leaves_what_is_expected(string id)
    {
        var (facts, expected) = CloudCrm.Cases[id];

        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);

        foreach (var (tier, expectedTier) in Tiers(result).Zip(ExpectedTiers(expected)).Where(pair => pair.First.Status != Status.Met))
        {
            var expectedPlan = expectedTier.GetProperty("plan");
            var plan = tier.Plan.ShouldNotBeNull();
            $"{plan.Status} {plan.Cost} {plan.NewPeople}".ShouldBe(
                $"{expectedPlan.GetProperty("status").Deserialize<PlanStatus>(EvaluationJson.Options)} {expectedPlan.GetProperty("cost")} {expectedPlan.GetProperty("newPeople")}");
            plan.Amounts.ShouldBe(expectedPlan.GetProperty("amounts").Deserialize<PlanAmount[]>(EvaluationJson.Options));
            plan.Flags.ShouldBe(expectedPlan.GetProperty("flags").Deserialize<string[]>());
            plan.Proven.ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_outlook_and_the_critical_people_are_the_expected(string id)
    {
        var (facts, expected) = CloudCrm.Cases[id];

        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);

        foreach (var (tier, expectedTier) in Tiers(result).Zip(ExpectedTiers(expected)).Where(pair => pair.First.Status == Status.Met))
        {
            $"{tier.HoldsUntil:O}".ShouldBe($"{expectedTier.GetProperty("holdsUntil").Deserialize<DateOnly?>():O}");
            tier.CriticalPeople.ShouldBe(expectedTier.GetProperty("criticalPeople").Deserialize<string[]>(), ignoreOrder: true);
            (tier.Outlook?.Then.On).ShouldBe(tier.HoldsUntil?.AddDays(1));
            (tier.Outlook?.Events[^1].On).ShouldBe(tier.HoldsUntil?.AddDays(1));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_order_of_the_facts_changes_nothing(string id)
    {
        var facts = CloudCrm.Cases[id].Facts;
        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);

        foreach (var seed in Enumerable.Range(1, 5))
        {
            var shuffled = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts.Shuffled(seed));

            // A warning points at its fact, wherever that stands.
            Text(shuffled with { Warnings = [] }).ShouldBe(Text(result with { Warnings = [] }));
            Named(shuffled).ShouldBe(Named(result), ignoreOrder: true);
        }

        static IEnumerable<(WarningCode Code, string Value)> Named(EvaluationResult result) =>
            result.Warnings.Select(warning => (warning.Code, warning.Value));

        static string Text(EvaluationResult result) => EvaluationJson.Serialize(result);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_stored_result_is_read_back_as_it_was(string id)
    {
        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, CloudCrm.Cases[id].Facts);

        EvaluationJson.Deserialize(EvaluationJson.Serialize(result)).ShouldBe(result);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_node_and_everything_said_about_people_and_entries_is_true(string id)
    {
        var facts = CloudCrm.Cases[id].Facts;
        var differences = new Differences();
        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);

        if (Rulebook.InForce(CloudCrm.Document, CloudCrm.Competency, facts.AsOf) is { } rules)
        {
            foreach (var (definition, tier) in rules.Version.Options.SelectMany(option => option.Tiers).Zip(Tiers(result)))
            {
                definition.Tier.ShouldBe(tier.Tier);
                new RequirementComparison(rules, facts, differences).Compare(new TierJudge(rules, facts).Find(definition.Requirement), tier.Requirement);
            }
        }

        differences.Found.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_entry_counts_or_has_a_reason_and_those_that_count_add_up(string id)
    {
        var facts = CloudCrm.Cases[id].Facts;
        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);
        var entries = (facts.Measurements ?? []).Index().Where(entry => entry.Item.Measure == CloudCrm.Measure).Select(entry => entry.Index).ToArray();

        foreach (var tier in Tiers(result))
        {
            var metric = Leaves<MetricResult>(tier.Requirement).Single();
            var breakdown = CloudCrm.Evaluator.Breakdown(CloudCrm.Competency, CloudCrm.Option, tier.Tier, metric.At, facts).ShouldNotBeNull();
            var counted = breakdown.Entries.Where(entry => entry.Reason is null).ToArray();

            breakdown.Entries.Select(entry => entry.Index).ShouldBe(entries);
            counted.Length.ShouldBe(metric.EntriesCounted);
            (metric.EntriesCounted + metric.EntriesExcluded.Values.Sum()).ShouldBe(entries.Length);
            counted.Sum(entry => entry.Value).ShouldBe(metric.Value ?? 0);
            breakdown.Months.Sum(month => month.Total).ShouldBe(metric.Value ?? 0);
        }
    }

    private static IEnumerable<TierResult> Tiers(EvaluationResult result) => result.Options.SelectMany(option => option.Tiers);

    private static IEnumerable<JsonElement> ExpectedTiers(JsonElement expected) =>
        expected.GetProperty("options").EnumerateArray().SelectMany(option => option.GetProperty("tiers").EnumerateArray());

    private static IEnumerable<T> Leaves<T>(NodeResult requirement)
        where T : NodeResult =>
        requirement.ShouldBeOfType<AllResult>().Children.OfType<T>();

    private static string Word(Status status) => status switch
    {
        Status.Met => "met",
        Status.NotMet => "notMet",
        _ => "undetermined",
    };
}
