namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What one choice of a tier's branches leaves to be done: its leaves that are not met, in the document's order.</summary>
internal sealed record Branch(IReadOnlyList<LeafNode> Leaves)
{
    public IEnumerable<StaffingNode> Staffings => Leaves.OfType<StaffingNode>();

    /// <summary>Whether points are missing, which no plan can buy.</summary>
    public bool LacksPoints => Leaves.OfType<ScoreNode>().Any();

    public ValueList<PlanAmount> Amounts(FactsIndex facts) => Leaves.OfType<MetricNode>().Select(metric => metric.Missing(facts)).ToValueList();

    public ValueList<string> Flags() => Leaves.OfType<FlagNode>().Select(flag => flag.Key).Distinct(StringComparer.Ordinal).ToValueList();
}

/// <summary>The choices that a tier's "any" nodes leave. One that is met already needs no choice.</summary>
/// <param name="All">In the document's order.</param>
/// <param name="AreComplete">Whether <paramref name="All"/> are all there are; else they are the first <see cref="Most"/>.</param>
/// <param name="Common">What is left to be done whatever is chosen.</param>
internal sealed record Branches(IReadOnlyList<Branch> All, bool AreComplete, bool IsThereAChoice, Branch Common)
{
    /// <summary>More ways than anybody compares.</summary>
    private const int Most = 256;

    public static Branches Of(RequirementNode node, FactsIndex facts)
    {
        var choices = Choices(node, facts).Take(Most + 1).Select(leaves => new Branch([.. leaves])).ToArray();

        return new Branches([.. choices.Take(Most)], choices.Length <= Most, IsOpen(node, facts), new Branch([.. Unavoidable(node, facts)]));
    }

    private static bool IsMet(RequirementNode node, FactsIndex facts) => node.Judge(new JudgeToday(facts)) == Status.Met;

    private static bool IsOpen(RequirementNode node, FactsIndex facts) =>
        !IsMet(node, facts) && (node is AnyNode || (node is AllNode all && all.Children.Any(child => IsOpen(child, facts))));

    private static IEnumerable<IEnumerable<LeafNode>> Choices(RequirementNode node, FactsIndex facts) => node switch
    {
        _ when IsMet(node, facts) => OneOf([]),
        AnyNode any => any.Children.SelectMany(child => Choices(child, facts)),
        AllNode all => Product(all.Children.ToArray(), facts),
        _ => OneOf(node.Leaves()),
    };

    private static IEnumerable<IEnumerable<LeafNode>> OneOf(IEnumerable<LeafNode> choice) => [choice];

    // Later parts vary first, as in the document.
    private static IEnumerable<IEnumerable<LeafNode>> Product(ArraySegment<RequirementNode> parts, FactsIndex facts) =>
        parts.Count == 0
            ? OneOf([])
            : Choices(parts[0], facts).SelectMany(_ => Product(parts[1..], facts), (first, rest) => first.Concat(rest));

    private static IEnumerable<LeafNode> Unavoidable(RequirementNode node, FactsIndex facts) => node switch
    {
        AnyNode => [],
        _ when IsMet(node, facts) => [],
        AllNode all => all.Children.SelectMany(child => Unavoidable(child, facts)),
        _ => node.Leaves(),
    };
}
