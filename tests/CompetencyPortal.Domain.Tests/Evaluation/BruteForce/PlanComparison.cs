using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Compares a plan with every way that there is, and does its steps.</summary>
/// <param name="facts">As of the day of the plan.</param>
/// <param name="tier">What is found at the tier's root on that day.</param>
internal sealed class PlanComparison(Rulebook rules, Facts facts, Finding tier, Differences differences)
{
    private const int MostWays = 8;

    public void Compare(Plan? plan)
    {
        var ways = new Planner(rules, facts).Ways(tier);

        switch (Planner.Cheapest(ways))
        {
            case null:
                Impossible(plan);
                break;
            case { HasOpenScore: true }:
                differences.Same("plan with an open score", null, plan);
                break;
            case var cheapest:
                Possible(ways, cheapest, plan);
                break;
        }
    }

    private void Impossible(Plan? plan)
    {
        differences.Same("plan", PlanStatus.Impossible, plan?.Status);
        differences.Same("plan", true, plan?.Proven);
        differences.IsTrue("plan", plan?.Blocked is { Count: > 0 }, plan);

        foreach (var blocked in plan?.Blocked ?? [])
        {
            var staffing = Staffings(tier).FirstOrDefault(each => each.At == blocked.At);
            differences.IsTrue("plan", staffing is not null && !new Planner(rules, facts).CanNewPersonFill(staffing, blocked.Seat), blocked);
        }
    }

    private void Possible(IReadOnlyList<Way> ways, Way cheapest, Plan? plan)
    {
        differences.Same("plan", PlanStatus.Possible, plan?.Status);

        if (plan is { Status: PlanStatus.Possible, Cost: { } cost, NewPeople: { } newPeople, Steps: { } steps, Amounts: { } amounts, Flags: { } flags })
        {
            differences.Same("plan", true, plan.Proven);
            Same("plan", cheapest, new PlanWay(cost, newPeople, steps, amounts, flags));
            Choices(ways, plan.Ways ?? []);
        }
    }

    private void Same(string where, Way expected, PlanWay actual)
    {
        differences.Same(where, expected.Cost, actual.Cost);
        differences.Same(where, expected.NewPeople, actual.NewPeople);
        differences.SameItems(where, expected.Amounts.Select(Text), actual.Amounts.Select(Text));
        differences.SameItems(where, expected.Flags.Order(StringComparer.Ordinal), actual.Flags.Order(StringComparer.Ordinal));
        Steps(where, expected, actual);
    }

    private void Steps(string where, Way expected, PlanWay actual)
    {
        var doing = new Doing(rules, facts, actual.Steps);

        differences.Same(where, expected.Cost, actual.Steps.Sum(step => rules.Credential(step.Credential)?.Cost ?? 0));
        differences.SameItems(
            where,
            Enumerable.Range(1, expected.NewPeople),
            actual.Steps.Select(step => step.NewPerson).OfType<int>().Distinct().Order());
        differences.IsTrue(where, actual.Steps.All(doing.CanBeDone), string.Join(", ", actual.Steps));
        differences.IsTrue(where, expected.Staffings.All(doing.IsMetAfterwards), string.Join(", ", actual.Steps));
        differences.IsTrue(where, actual.Steps.All(step => doing.IsUsed(step, expected.Staffings)), string.Join(", ", actual.Steps));
    }

    // Of several that leave the same and cost the same, the first stands for all.
    private void Choices(IReadOnlyList<Way> ways, ValueList<PlanWay> listed)
    {
        var undominated = Planner.Undominated(ways);

        if (undominated.Count > 1 || listed.Count > 0)
        {
            differences.Same("ways", Math.Min(undominated.Count, MostWays), listed.Count);

            foreach (var (expected, actual) in undominated.Zip(listed))
            {
                Same("ways", expected, actual);
            }
        }
    }

    private static string Text(OpenAmount amount) => $"{amount.At} {amount.Measure} {amount.Missing?.ToString("0.####################", null)} {amount.Unit}";

    private static string Text(PlanAmount amount) => Text(new OpenAmount(amount.At, amount.Measure, amount.Missing, amount.Unit));

    private static IEnumerable<StaffingFinding> Staffings(Finding finding) => finding switch
    {
        TreeFinding tree => tree.Children.SelectMany(Staffings),
        StaffingFinding staffing => [staffing],
        _ => [],
    };
}
