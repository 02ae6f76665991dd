using CompetencyPortal.BruteForce;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Chance leads everywhere: a comparison over cases that are all alike would prove little.</summary>
public class RandomCaseTests
{
    private const int Cases = 300;
    private const int Enough = 5;

    private static readonly IReadOnlyList<TierAnswer> Tiers =
        [.. Enumerable.Range(1, Cases).Select(seed => new RandomCase(seed)).SelectMany(random => random.Rules() is { } rules ? Answers.For(rules, random.Facts) : [])];

    [Theory]
    [InlineData(Verdict.Met)]
    [InlineData(Verdict.NotMet)]
    [InlineData(Verdict.Undetermined)]
    public void Every_kind_of_node_has_every_result(Verdict verdict)
    {
        var nodes = Tiers.SelectMany(tier => Nodes(tier.Requirement)).Where(node => node.Verdict == verdict).ToList();

        nodes.OfType<TreeFinding>().Count(tree => tree.IsAny).ShouldBeGreaterThan(Enough);
        nodes.OfType<TreeFinding>().Count(tree => !tree.IsAny).ShouldBeGreaterThan(Enough);
        nodes.OfType<MetricFinding>().Count().ShouldBeGreaterThan(Enough);
        nodes.OfType<StaffingFinding>().Count().ShouldBeGreaterThan(Enough);
        nodes.OfType<FlagFinding>().Count().ShouldBeGreaterThan(Enough);
        nodes.OfType<ScoreFinding>().Count().ShouldBeGreaterThan(Enough);
    }

    [Fact]
    public void Entries_have_every_fate() =>
        Tiers.SelectMany(tier => Nodes(tier.Requirement)).OfType<MetricFinding>().SelectMany(metric => metric.Entries)
            .CountBy(entry => entry.Fate)
            .Where(fate => fate.Value > Enough)
            .Select(fate => fate.Key)
            .Order()
            .ShouldBe(Enum.GetValues<EntryFate>());

    [Fact]
    public void Tiers_that_are_met_end_or_hold_with_and_without_critical_people()
    {
        var met = Tiers.Where(tier => tier.CriticalPeople is not null).ToList();

        met.Count(tier => tier.HoldsUntil is null).ShouldBeGreaterThan(Enough);
        met.Count(tier => tier.HoldsUntil is not null).ShouldBeGreaterThan(Enough);
        met.Count(tier => tier.CriticalPeople is []).ShouldBeGreaterThan(Enough);
        met.Count(tier => tier.CriticalPeople is [_, ..]).ShouldBeGreaterThan(Enough);
    }

    [Fact]
    public void Plans_are_impossible_cheap_and_dear_with_and_without_new_people()
    {
        var ways = Tiers.Select(tier => tier.Ways).OfType<IReadOnlyList<Way>>().ToList();
        var cheapest = ways.Select(Planner.Cheapest).OfType<Way>().ToList();

        ways.Count(some => some.Count == 0).ShouldBeGreaterThan(Enough);
        ways.Count(some => Planner.Undominated(some).Count > 1).ShouldBeGreaterThan(Enough);
        cheapest.Count(way => way.HasOpenScore).ShouldBeGreaterThan(Enough);
        cheapest.Count(way => way is { Cost: > 0, NewPeople: 0 }).ShouldBeGreaterThan(Enough);
        cheapest.Count(way => way.NewPeople > 0).ShouldBeGreaterThan(Enough);
        cheapest.Count(way => way.Staffings.Count > 1 && way.Cost > 0).ShouldBeGreaterThan(Enough);
        cheapest.Count(way => way.Flags.Count > 0).ShouldBeGreaterThan(Enough);
    }

    private static IEnumerable<Finding> Nodes(Finding finding) => finding is TreeFinding tree ? tree.Children.SelectMany(Nodes).Prepend(finding) : [finding];
}
