namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What one choice of a tier's branches leaves to be done: its leaves that are not met, in the document's order.</summary>
internal sealed record Branch(ValueList<(LeafNode Node, NodeResult Result)> Leaves)
{
    public IEnumerable<StaffingNode> Staffings => Leaves.Select(leaf => leaf.Node).OfType<StaffingNode>();

    /// <summary>Whether points are missing, which no plan can buy.</summary>
    public bool LacksPoints => Leaves.Any(leaf => leaf.Result is ScoreResult);

    public ValueList<PlanAmount> Amounts() => Leaves.Select(leaf => leaf.Result).OfType<MetricResult>()
        .Select(metric => new PlanAmount(metric.At, metric.Measure, metric.Shortfall, metric.Unit)).ToValueList();

    public ValueList<string> Flags() => Leaves.Select(leaf => leaf.Result).OfType<FlagResult>().Select(flag => flag.Key).Distinct(StringComparer.Ordinal).ToValueList();
}

/// <summary>The choices that a tier's "any" nodes leave. One that is met already needs no choice.</summary>
/// <param name="All">In the document's order.</param>
/// <param name="AreComplete">Whether <paramref name="All"/> are all there are; else they are the first <see cref="Most"/>.</param>
/// <param name="Common">What is left to be done whatever is chosen.</param>
internal sealed record Branches(IReadOnlyList<Branch> All, bool AreComplete, bool IsThereAChoice, Branch Common)
{
    /// <summary>More ways than anybody compares.</summary>
    private const int Most = 256;

    public static Branches Of(RequirementNode node, NodeResult result)
    {
        var choices = Choices(node, result).Take(Most + 1).Select(leaves => new Branch(leaves.ToValueList())).ToArray();

        return new Branches([.. choices.Take(Most)], choices.Length <= Most, IsOpen(node, result), new Branch(Unavoidable(node, result).ToValueList()));
    }

    private static bool IsOpen(RequirementNode node, NodeResult result) => (node, result) switch
    {
        (_, { Status: Status.Met }) => false,
        (AllNode all, AllResult { Children: var results }) => all.Children.Zip(results).Any(child => IsOpen(child.First, child.Second)),
        _ => node is AnyNode,
    };

    private static IEnumerable<IEnumerable<(LeafNode Node, NodeResult Result)>> Choices(RequirementNode node, NodeResult result) => (node, result) switch
    {
        (_, { Status: Status.Met }) => OneOf([]),
        (LeafNode leaf, _) => OneOf([(leaf, result)]),
        (AnyNode any, AnyResult { Children: var results }) => any.Children.Zip(results).SelectMany(child => Choices(child.First, child.Second)),
        (AllNode all, AllResult { Children: var results }) => Product(all.Children.Zip(results).ToArray()),
        _ => throw new InvalidOperationException($"No result of the node: {result}"),
    };

    private static IEnumerable<IEnumerable<(LeafNode Node, NodeResult Result)>> OneOf(IEnumerable<(LeafNode Node, NodeResult Result)> choice) => [choice];

    // Later parts vary first, as in the document.
    private static IEnumerable<IEnumerable<(LeafNode Node, NodeResult Result)>> Product(ArraySegment<(RequirementNode Node, NodeResult Result)> parts) =>
        parts.Count == 0
            ? OneOf([])
            : Choices(parts[0].Node, parts[0].Result).SelectMany(_ => Product(parts[1..]), (first, rest) => first.Concat(rest));

    private static IEnumerable<(LeafNode Node, NodeResult Result)> Unavoidable(RequirementNode node, NodeResult result) => (node, result) switch
    {
        (_, { Status: Status.Met }) or (AnyNode, _) => [],
        (LeafNode leaf, _) => [(leaf, result)],
        (AllNode all, AllResult { Children: var results }) => all.Children.Zip(results).SelectMany(child => Unavoidable(child.First, child.Second)),
        _ => throw new InvalidOperationException($"No result of the node: {result}"),
    };
}
