namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What one choice of a tier's branches leaves to be done: its leaves that are not met, in the document's order.</summary>
internal sealed record Branch(LeafNode[] Leaves)
{
    private readonly MetricNode[] _metrics = [.. Leaves.OfType<MetricNode>()];
    private readonly FlagNode[] _flags = [.. Leaves.OfType<FlagNode>()];

    public StaffingNode[] Staffings { get; } = [.. Leaves.OfType<StaffingNode>()];

    /// <summary>Whether points are missing, which no plan can buy.</summary>
    public bool LacksPoints => Array.Exists(Leaves, leaf => leaf is ScoreNode);

    public ValueList<PlanAmount> Amounts(FactsIndex facts) => _metrics.Select(metric => metric.Missing(facts)).ToValueList();

    public ValueList<string> Flags() => _flags.Select(flag => flag.Key).Distinct(StringComparer.Ordinal).ToValueList();
}

/// <summary>The choices that a tier's "any" nodes leave. One that is met already needs no choice.</summary>
/// <param name="All">In the document's order.</param>
/// <param name="AreComplete">Whether <paramref name="All"/> are all there are; else they are the first that were looked at.</param>
internal sealed record Branches(List<Branch> All, bool AreComplete, bool IsThereAChoice);

/// <summary>Finds what a tier's requirement leaves to choose.</summary>
/// <param name="effortOf">What each staffing alone takes.</param>
internal sealed class BranchSearch(FactsIndex facts, Func<StaffingNode, Effort> effortOf)
{
    /// <summary>More ways than anybody compares.</summary>
    private const int Most = 256;

    private bool _isLikelyFirst;

    /// <param name="node">Can be met.</param>
    public Branches Find(RequirementNode node)
    {
        var choices = Choices(node);
        var areComplete = choices.Count <= Most;

        if (!areComplete)
        {
            // Where not all can be looked at, the likely ones come first.
            _isLikelyFirst = true;
            choices = Choices(node)[..Most];
            choices.Sort(InDocumentOrder);
        }

        return new Branches(choices.ConvertAll(leaves => new Branch(leaves)), areComplete, IsOpen(node));
    }

    /// <summary>Whether some choice can be carried out; what is chosen in one place does not touch another.</summary>
    public bool CanBeMet(RequirementNode node) => node switch
    {
        _ when IsMet(node) => true,
        StaffingNode staffing => effortOf(staffing).IsPossible,
        AnyNode any => any.Children.Any(CanBeMet),
        AllNode all => all.Children.All(CanBeMet),
        _ => true,
    };

    /// <summary>What is left to be done whatever is chosen.</summary>
    public Branch Common(RequirementNode node) => new([.. Unavoidable(node)]);

    private bool IsMet(RequirementNode node) => node.Judge(new JudgeToday(facts)) == Status.Met;

    private bool IsOpen(RequirementNode node) => node is BranchNode branch && !IsMet(node) && (node is AnyNode || branch.Children.Any(IsOpen));

    private Effort Least(RequirementNode node) =>
        Common(node).Staffings.Aggregate(Effort.None, (least, staffing) => Effort.Together(least, effortOf(staffing)));

    // One more than are looked at, so that it shows when there are more.
    private List<LeafNode[]> Choices(RequirementNode node) => node switch
    {
        LeafNode leaf => IsMet(leaf) ? [[]] : [[leaf]],
        _ when IsMet(node) => [[]],
        AnyNode any => [.. Worthwhile(any).SelectMany(Choices).Take(Most + 1)],
        AllNode all => Together(all.Children.Select(Choices).ToLookup(choices => choices.Count == 1)),
        _ => throw new InvalidOperationException($"No such requirement: {node}"),
    };

    // What leaves no choice is added once, at the end, so that a wide rule costs no more than it is wide.
    private static List<LeafNode[]> Together(ILookup<bool, List<LeafNode[]>> parts)
    {
        LeafNode[] certain = [.. parts[true].SelectMany(choices => choices[0])];
        var open = parts[false].Aggregate((List<LeafNode[]>)[[]], Product);

        return open is [[]] ? [certain] : open.ConvertAll(leaves => InOrder([.. leaves, .. certain]));
    }

    private static LeafNode[] InOrder(LeafNode[] leaves)
    {
        Array.Sort(leaves, (one, other) => one.Number.CompareTo(other.Number));

        return leaves;
    }

    private static int InDocumentOrder(LeafNode[] one, LeafNode[] other) =>
        one.Select(leaf => leaf.Number).ToArray().AsSpan().SequenceCompareTo(other.Select(leaf => leaf.Number).ToArray());

    private IEnumerable<RequirementNode> Worthwhile(AnyNode any)
    {
        var possible = any.Children.Where(CanBeMet);

        return _isLikelyFirst ? possible.OrderBy(Least) : possible;
    }

    // Later parts vary first, as in the document.
    private static List<LeafNode[]> Product(List<LeafNode[]> first, List<LeafNode[]> rest) =>
        [.. first.SelectMany(_ => rest, (one, other) => (LeafNode[])[.. one, .. other]).Take(Most + 1)];

    private IEnumerable<LeafNode> Unavoidable(RequirementNode node) => node switch
    {
        AnyNode => [],
        _ when IsMet(node) => [],
        AllNode all => all.Children.SelectMany(Unavoidable),
        _ => node.Leaves(),
    };
}
