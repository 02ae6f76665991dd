using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Finds every way up for a tier that is not met, by trying every choice of branches.</summary>
public sealed class Planner(Rulebook rules, Facts facts)
{
    /// <summary>The ways that credentials can make, in the document's order.</summary>
    /// <param name="tier">What was found at the tier's root.</param>
    public IReadOnlyList<Way> Ways(Finding tier) => [.. Branches(tier).Select(ToWay).OfType<Way>()];

    /// <summary>The least cost, then the fewest new people, then the first; null when there is no way.</summary>
    public static Way? Cheapest(IReadOnlyList<Way> ways) => ways.OrderBy(way => way.Cost).ThenBy(way => way.NewPeople).FirstOrDefault();

    /// <summary>The ways that no other beats, in the document's order. Of equal ones the first.</summary>
    public static IReadOnlyList<Way> Undominated(IReadOnlyList<Way> ways)
    {
        var closed = ways.Where(way => !way.HasOpenScore).ToList();

        return [.. closed.Where((way, index) => !closed.Where((other, place) => Dominates(other, way) && (place < index || !Dominates(way, other))).Any())];
    }

    /// <summary>Whether a new person could take what the seat asks for.</summary>
    public bool CanNewPersonFill(StaffingFinding staffing, string seat)
    {
        var holder = new Holder(rules, facts.AsOf);
        var holds = staffing.Staffing.Seats.Single(each => each.Key == seat).Holds;

        return holder.Satisfies(holds, holder.Named(holds).Where(holder.CanBeTaken).ToHashSet(StringComparer.Ordinal));
    }

    private static bool Dominates(Way better, Way worse) =>
        better.Cost <= worse.Cost
        && better.NewPeople <= worse.NewPeople
        && better.Amounts.All(amount => worse.Amounts.Any(other => other.At == amount.At))
        && better.Flags.All(worse.Flags.Contains);

    // Each choice as the leaves that it asks for. An "any" that is met stays as it is and asks for nothing.
    private static IEnumerable<IReadOnlyList<Finding>> Branches(Finding finding) => finding switch
    {
        TreeFinding { IsAny: true, Verdict: Verdict.Met } => [[]],
        TreeFinding { IsAny: true } any => any.Children.SelectMany(Branches),
        TreeFinding all => all.Children.Aggregate(Nothing, Combine),
        _ => [[finding]],
    };

    private static IEnumerable<IReadOnlyList<Finding>> Nothing => [[]];

    private static IEnumerable<IReadOnlyList<Finding>> Combine(IEnumerable<IReadOnlyList<Finding>> before, Finding child) =>
        before.SelectMany(leaves => Branches(child).Select(more => (IReadOnlyList<Finding>)[.. leaves, .. more]));

    private Way? ToWay(IReadOnlyList<Finding> leaves)
    {
        var staffings = leaves.OfType<StaffingFinding>().ToList();

        if (Acquire(staffings) is not { } acquired)
        {
            return null;
        }

        var open = leaves.Where(leaf => leaf.Verdict != Verdict.Met).ToList();

        return new Way(
            acquired.Cost,
            acquired.NewPeople,
            [.. open.OfType<MetricFinding>().Select(metric => new OpenAmount(metric.At, metric.Measure, metric.Shortfall, metric.Unit))],
            [.. open.OfType<FlagFinding>().Select(flag => flag.Flag).Distinct(StringComparer.Ordinal)],
            staffings,
            HasOpenScore: open.OfType<ScoreFinding>().Any());
    }

    private Acquisition? Acquire(List<StaffingFinding> staffings)
    {
        if (rules.Fault != Fault.StaffingsPlannedAlone)
        {
            return new JointStaffing(rules, facts, [.. staffings.Select(staffing => staffing.Staffing)]).Least();
        }

        var alone = staffings.ConvertAll(staffing => new JointStaffing(rules, facts, [staffing.Staffing]).Least());

        return alone.Contains(null) ? null : new Acquisition(alone.Sum(each => each!.Cost), alone.Sum(each => each!.NewPeople));
    }
}
