namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Finds the cheapest way to a tier that is not met.</summary>
internal sealed class PlanSearch
{
    private const int MostWays = 8;

    /// <summary>Steps, not time: the same facts give the same answer everywhere.</summary>
    private const long Budget = 20_000_000;

    private readonly FactsIndex _facts;
    private readonly PersonTypes _types;
    private readonly Offer _offer;
    private readonly BranchSearch _branches;
    private readonly Dictionary<StaffingNode, StaffingPlan> _alone = [];
    private Dictionary<ValueList<StaffingNode>, StaffingPlan>? _together;
    private long _budget = Budget;

    private PlanSearch(FactsIndex facts)
    {
        _facts = facts;
        _offer = facts.Offer;
        _types = facts.PersonTypes;
        _branches = new BranchSearch(facts, EffortOf);
    }

    /// <returns>Null when the tier is met, and when the cheapest branch contains a score that is not met.</returns>
    public static Plan? Find(RequirementNode requirement, FactsIndex facts) =>
        requirement.Judge(new JudgeToday(facts)) == Status.Met ? null : new PlanSearch(facts).Find(requirement);

    private Plan? Find(RequirementNode requirement)
    {
        if (!_branches.CanBeMet(requirement))
        {
            return Impossible(requirement);
        }

        var branches = _branches.Find(requirement);
        var ways = branches.All.ConvertAll(Solved);
        var cheapest = ways[0];
        var bound = ways[0].Bound;

        // The first of equally cheap ones.
        foreach (var way in ways)
        {
            cheapest = way.Effort < cheapest.Effort ? way : cheapest;
            bound = way.Bound < bound ? way.Bound : bound;
        }

        if (cheapest.Branch.LacksPoints)
        {
            return null;
        }

        // Where not all branches were looked at, what every one of them needs is what any takes at least.
        return Possible(
            cheapest,
            branches.AreComplete ? bound : Solved(_branches.Common(requirement)).Bound,
            branches.IsThereAChoice ? Undominated(ways) : []);
    }

    private Way Solved(Branch branch) => new(branch, Solve(branch), branch.Amounts(_facts), branch.Flags());

    private Effort EffortOf(StaffingNode staffing) => Alone(staffing).Effort;

    private Plan Impossible(RequirementNode requirement) => new(PlanStatus.Impossible, null, null)
    {
        Blocked = requirement.Leaves().OfType<StaffingNode>()
            .Where(staffing => _facts.Today(staffing) != Status.Met)
            .SelectMany(staffing => Alone(staffing).Blocked)
            .Select(blocked => new BlockedSeat(blocked.Staffing.At, blocked.Staffing.Seats[blocked.Seat].Key))
            .ToValueList(),
    };

    private Plan Possible(Way cheapest, Effort bound, ValueList<PlanWay> ways)
    {
        var isProven = bound >= cheapest.Effort;

        return new Plan(PlanStatus.Possible, cheapest.Effort.Cost, cheapest.Effort.NewPeople)
        {
            Proven = isProven,
            Bound = isProven ? null : bound.Cost,
            Steps = Steps(cheapest),
            Amounts = cheapest.Amounts,
            Flags = cheapest.Flags,
            Ways = ways,
        };
    }

    private ValueList<PlanWay> Undominated(List<Way> ways)
    {
        var described = ways.Where(way => !way.Branch.LacksPoints).ToArray();

        return described
            .Where((way, index) => !described.Where((other, place) => other.Dominates(way) && (place < index || !way.Dominates(other))).Any())
            .Take(MostWays)
            .Select(way => new PlanWay(way.Effort.Cost, way.Effort.NewPeople, Steps(way), way.Amounts, way.Flags))
            .ToValueList();
    }

    private ValueList<PlanStep> Steps(Way way) => PlanSteps.Of(way.Branch.Staffings, way.Parts, _types, _facts.People, _offer);

    // Staffings that share no credential do not touch each other: not even their new people, since the same ones can serve all.
    private StaffingPlan[] Solve(Branch branch)
    {
        var staffings = branch.Staffings;

        return staffings.Length == 1 ? [Alone(staffings[0])] : [.. Entangled(staffings).Select(Together)];
    }

    private StaffingPlan Alone(StaffingNode staffing)
    {
        if (!_alone.TryGetValue(staffing, out var plan))
        {
            plan = StaffingPlan.Alone(staffing, _types, _offer);
            _alone.Add(staffing, plan);
        }

        return plan;
    }

    private StaffingPlan Together(ValueList<StaffingNode> staffings)
    {
        if (staffings.Count == 1)
        {
            return Alone(staffings[0]);
        }

        _together ??= [];

        if (!_together.TryGetValue(staffings, out var plan))
        {
            plan = JointPlan.Solve(staffings, _types, _offer, staffings.Max(staffing => Alone(staffing).Bound), ref _budget);
            _together.Add(staffings, plan);
        }

        return plan;
    }

    private static IEnumerable<ValueList<StaffingNode>> Entangled(StaffingNode[] staffings)
    {
        var groups = new List<(HashSet<int> Credentials, List<StaffingNode> Staffings)>();

        foreach (var staffing in staffings)
        {
            var touching = groups.Where(group => group.Credentials.Overlaps(staffing.Named)).ToArray();
            var credentials = staffing.Named.ToHashSet();
            credentials.UnionWith(touching.SelectMany(group => group.Credentials));
            groups.RemoveAll(touching.Contains);
            groups.Add((credentials, [.. touching.SelectMany(group => group.Staffings), staffing]));
        }

        return groups.Select(group => group.Staffings.OrderBy(staffing => Array.IndexOf(staffings, staffing)).ToValueList());
    }

    /// <summary>A branch and the cheapest way through it.</summary>
    /// <param name="Parts">What does not touch each other.</param>
    private sealed record Way(Branch Branch, StaffingPlan[] Parts, ValueList<PlanAmount> Amounts, ValueList<string> Flags)
    {
        public Effort Effort { get; } = Parts.Aggregate(Effort.None, (effort, part) => Effort.Together(effort, part.Effort));

        public Effort Bound { get; } = Parts.Aggregate(Effort.None, (bound, part) => Effort.Together(bound, part.Bound));

        private HashSet<string> AmountsAt => field ??= [.. Amounts.Select(amount => amount.At)];

        private HashSet<string> FlagKeys => field ??= [.. Flags];

        /// <summary>Whether the other one is nowhere better.</summary>
        public bool Dominates(Way other) =>
            Effort.Cost <= other.Effort.Cost
            && Effort.NewPeople <= other.Effort.NewPeople
            && AmountsAt.IsSubsetOf(other.AmountsAt)
            && FlagKeys.IsSubsetOf(other.FlagKeys);
    }
}
