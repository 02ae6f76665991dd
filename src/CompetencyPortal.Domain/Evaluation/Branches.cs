namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What one choice of a tier's branches leaves to be done: its leaves that are not met, in the document's order.</summary>
internal sealed record Branch(IReadOnlyList<LeafNode> Leaves)
{
    public StaffingNode[] Staffings { get; } = [.. Leaves.OfType<StaffingNode>()];

    /// <summary>Whether points are missing, which no plan can buy.</summary>
    public bool LacksPoints => Leaves.Any(leaf => leaf is ScoreNode);

    public ValueList<PlanAmount> Amounts(FactsIndex facts) => Leaves.OfType<MetricNode>().Select(metric => metric.Missing(facts)).ToValueList();

    public ValueList<string> Flags() => Leaves.OfType<FlagNode>().Select(flag => flag.Key).Distinct(StringComparer.Ordinal).ToValueList();
}

/// <summary>The choices that a tier's "any" nodes leave. One that is met already needs no choice.</summary>
/// <param name="All">In the document's order.</param>
/// <param name="AreComplete">Whether <paramref name="All"/> are all there are; else they are the first <see cref="Most"/>.</param>
internal sealed record Branches(List<Branch> All, bool AreComplete, bool IsThereAChoice)
{
    /// <summary>More ways than anybody compares.</summary>
    private const int Most = 256;

    /// <param name="node">Can be met.</param>
    /// <param name="effortOf">What each staffing alone takes.</param>
    public static Branches Of(RequirementNode node, FactsIndex facts, Func<StaffingNode, Effort> effortOf)
    {
        var choices = Choices(node, facts, children => children.Where(child => CanBeMet(child, facts, effortOf)));
        var areComplete = choices.Count <= Most;

        // Where not all can be looked at, the likely ones come first.
        choices = areComplete ? choices : Choices(node, facts, children => children.Where(child => CanBeMet(child, facts, effortOf)).OrderBy(child => Least(child, facts, effortOf)));

        return new Branches([.. choices.Take(Most).Select(leaves => new Branch(leaves))], areComplete, IsOpen(node, facts));
    }

    /// <summary>Whether some choice can be carried out; what is chosen in one place does not touch another.</summary>
    public static bool CanBeMet(RequirementNode node, FactsIndex facts, Func<StaffingNode, Effort> effortOf) => node switch
    {
        _ when IsMet(node, facts) => true,
        StaffingNode staffing => effortOf(staffing).IsPossible,
        AnyNode any => any.Children.Any(child => CanBeMet(child, facts, effortOf)),
        AllNode all => all.Children.All(child => CanBeMet(child, facts, effortOf)),
        _ => true,
    };

    /// <summary>What is left to be done whatever is chosen.</summary>
    public static Branch Common(RequirementNode node, FactsIndex facts) => new([.. Unavoidable(node, facts)]);

    private static bool IsMet(RequirementNode node, FactsIndex facts) => node.Judge(new JudgeToday(facts)) == Status.Met;

    private static bool IsOpen(RequirementNode node, FactsIndex facts) =>
        node is BranchNode branch && !IsMet(node, facts) && (node is AnyNode || branch.Children.Any(child => IsOpen(child, facts)));

    private static Effort Least(RequirementNode node, FactsIndex facts, Func<StaffingNode, Effort> effortOf) =>
        Common(node, facts).Staffings.Aggregate(Effort.None, (least, staffing) => Effort.Together(least, effortOf(staffing)));

    // One more than are looked at, so that it shows when there are more.
    private static List<LeafNode[]> Choices(RequirementNode node, FactsIndex facts, Func<IEnumerable<RequirementNode>, IEnumerable<RequirementNode>> worthwhile) => node switch
    {
        _ when IsMet(node, facts) => [[]],
        AnyNode any => [.. worthwhile(any.Children).SelectMany(child => Choices(child, facts, worthwhile)).Take(Most + 1)],
        AllNode all => all.Children.Aggregate((List<LeafNode[]>)[[]], (choices, child) => Product(choices, Choices(child, facts, worthwhile))),
        _ => [[.. node.Leaves()]],
    };

    // Later parts vary first, as in the document.
    private static List<LeafNode[]> Product(List<LeafNode[]> first, List<LeafNode[]> rest) =>
        rest is [[]] ? first : [.. first.SelectMany(_ => rest, (one, other) => (LeafNode[])[.. one, .. other]).Take(Most + 1)];

    private static IEnumerable<LeafNode> Unavoidable(RequirementNode node, FactsIndex facts) => node switch
    {
        AnyNode => [],
        _ when IsMet(node, facts) => [],
        AllNode all => all.Children.SelectMany(child => Unavoidable(child, facts)),
        _ => node.Leaves(),
    };
}
