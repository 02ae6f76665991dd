namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A node of a tier's requirement, compiled.</summary>
/// <param name="at">JSON Pointer inside the tier's requirement.</param>
internal abstract class RequirementNode(string at)
{
    public string At { get; } = at;

    public abstract NodeResult Evaluate(FactsIndex facts);

    /// <summary>The days, past ones too, on which the node's result may begin to differ without new facts; null for never.</summary>
    public abstract IEnumerable<DateOnly?> Changes(FactsIndex facts);

    /// <summary>The node and all below it.</summary>
    public virtual IEnumerable<RequirementNode> Tree() => [this];
}

/// <summary>A node over others.</summary>
internal abstract class BranchNode(string at, ValueList<RequirementNode> children) : RequirementNode(at)
{
    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) => children.SelectMany(child => child.Changes(facts));

    public override IEnumerable<RequirementNode> Tree() => children.SelectMany(child => child.Tree()).Prepend(this);

    protected ValueList<NodeResult> EvaluateChildren(FactsIndex facts) => children.Select(child => child.Evaluate(facts)).ToValueList();
}

internal sealed class AllNode(string at, ValueList<RequirementNode> children) : BranchNode(at, children)
{
    public override NodeResult Evaluate(FactsIndex facts)
    {
        var results = EvaluateChildren(facts);

        return new AllResult(At, StatusRules.All(results.Select(result => result.Status)), results);
    }
}

internal sealed class AnyNode(string at, ValueList<RequirementNode> children) : BranchNode(at, children)
{
    public override NodeResult Evaluate(FactsIndex facts)
    {
        var results = EvaluateChildren(facts);

        return new AnyResult(At, StatusRules.Any(results.Select(result => result.Status)), results);
    }
}
