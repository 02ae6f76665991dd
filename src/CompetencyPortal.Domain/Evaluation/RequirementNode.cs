namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A node of a tier's requirement, compiled.</summary>
/// <param name="at">JSON Pointer inside the tier's requirement.</param>
internal abstract class RequirementNode(string at)
{
    public string At { get; } = at;

    /// <summary>The node's result with its reasons, on the day of the facts.</summary>
    public abstract NodeResult Evaluate(FactsIndex facts);

    /// <summary>The node's status, were its leaves judged so.</summary>
    public abstract Status Judge<TJudge>(TJudge judge)
        where TJudge : struct, ILeafJudge;

    /// <summary>The leaves below the node, in the document's order; the node itself when it is one.</summary>
    public abstract IEnumerable<LeafNode> Leaves();
}

/// <summary>One way to look at leaves: on the day, on a later one, without somebody.</summary>
internal interface ILeafJudge
{
    Status Of(LeafNode leaf);
}

/// <summary>A node over others.</summary>
internal abstract class BranchNode(string at, ValueList<RequirementNode> children) : RequirementNode(at)
{
    public ValueList<RequirementNode> Children { get; } = children;

    public override IEnumerable<LeafNode> Leaves() => Children.SelectMany(child => child.Leaves());

    protected ValueList<NodeResult> EvaluateChildren(FactsIndex facts) => Children.Select(child => child.Evaluate(facts)).ToValueList();

    /// <summary>Three-valued logic: the decisive status as soon as one child has it, undetermined while one child is, else the other one.</summary>
    protected Status Combine<TJudge>(TJudge judge, Status decisive, Status otherwise)
        where TJudge : struct, ILeafJudge
    {
        var combined = otherwise;

        foreach (var child in Children.AsSpan())
        {
            var status = child.Judge(judge);

            if (status == decisive)
            {
                return decisive;
            }

            combined = status == Status.Undetermined ? status : combined;
        }

        return combined;
    }
}

internal sealed class AllNode(string at, ValueList<RequirementNode> children) : BranchNode(at, children)
{
    public override NodeResult Evaluate(FactsIndex facts)
    {
        var results = EvaluateChildren(facts);

        return new AllResult(At, StatusRules.All(results.Select(result => result.Status)), results);
    }

    public override Status Judge<TJudge>(TJudge judge) => Combine(judge, decisive: Status.NotMet, otherwise: Status.Met);
}

internal sealed class AnyNode(string at, ValueList<RequirementNode> children) : BranchNode(at, children)
{
    public override NodeResult Evaluate(FactsIndex facts)
    {
        var results = EvaluateChildren(facts);

        return new AnyResult(At, StatusRules.Any(results.Select(result => result.Status)), results);
    }

    public override Status Judge<TJudge>(TJudge judge) => Combine(judge, decisive: Status.Met, otherwise: Status.NotMet);
}

/// <summary>A condition of its own.</summary>
/// <param name="number">From 0, each leaf of a version another.</param>
internal abstract class LeafNode(string at, int number) : RequirementNode(at)
{
    public int Number { get; } = number;

    /// <summary>The status on the day of the facts, and nothing else.</summary>
    /// <param name="people">Null: unknown.</param>
    public abstract Status JudgeAlone(Facts facts, OpenGates? people);

    /// <summary>The status on a day, not before that of the facts and not after the end of an outlook.</summary>
    public abstract Status JudgeOn(FactsIndex facts, DateOnly day);

    /// <summary>The status on the day of the facts, were somebody not there.</summary>
    /// <param name="person">Place among the people of the index.</param>
    public abstract Status JudgeWithout(FactsIndex facts, int person);

    /// <summary>The days, past ones too, on which the result may begin to differ without new facts; null for never.</summary>
    public abstract IEnumerable<DateOnly?> Changes(FactsIndex facts);

    /// <summary>The later days, up to the end of an outlook, on which the status may differ; others as well.</summary>
    public virtual IEnumerable<DateOnly?> LaterDays(FactsIndex facts) => Changes(facts);

    /// <summary>What changes on a later day, up to the end of an outlook; in no order of meaning.</summary>
    public abstract IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day);

    public override Status Judge<TJudge>(TJudge judge) => judge.Of(this);

    public override IEnumerable<LeafNode> Leaves() => [this];
}

/// <summary>On the day of the facts, without reasons.</summary>
internal readonly record struct JudgeAlone(Facts Facts, OpenGates? People) : ILeafJudge
{
    public Status Of(LeafNode leaf) => leaf.JudgeAlone(Facts, People);
}

/// <summary>On the day of the facts, as the index remembers it.</summary>
internal readonly record struct JudgeToday(FactsIndex Facts) : ILeafJudge
{
    public Status Of(LeafNode leaf) => Facts.Today(leaf);
}

/// <summary>On a later day.</summary>
internal readonly record struct JudgeOn(FactsIndex Facts, DateOnly Day) : ILeafJudge
{
    public Status Of(LeafNode leaf) => leaf.JudgeOn(Facts, Day);
}

/// <summary>On the day of the facts, were somebody not there.</summary>
internal readonly record struct JudgeWithout(FactsIndex Facts, int Person) : ILeafJudge
{
    public Status Of(LeafNode leaf) => leaf.JudgeWithout(Facts, Person);
}
