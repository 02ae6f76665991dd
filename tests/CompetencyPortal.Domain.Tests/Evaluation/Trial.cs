using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Catalog.Document;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>A competency whose one tier asks for one thing, for trying that thing alone.</summary>
internal sealed class Trial
{
    private const string Competency = "competency";

    private readonly Evaluator _evaluator;

    /// <param name="requirement">The requirement of Silver, as JSON.</param>
    /// <param name="changes">Further changes of the small document: place and JSON.</param>
    public Trial(string requirement, params (string Pointer, string Json)[] changes)
    {
        var document = changes.Aggregate(
            new SmallDocument().With(SmallDocument.Silver, requirement), (small, change) => small.With(change.Pointer, change.Json));
        Catalog = Catalogs.Of(document.ToString());
        _evaluator = new Evaluator(Catalog);
    }

    public ProgramCatalog Catalog { get; }

    public EvaluationResult Evaluate(Facts facts) => _evaluator.Evaluate(Competency, facts);

    public NodeResult Judge(Facts facts) => Evaluate(facts).Options[0].Tiers[0].Requirement;

    public T Judge<T>(Facts facts)
        where T : NodeResult =>
        Judge(facts).ShouldBeOfType<T>();

    public DateOnly? NextChangeOn(Facts facts) => _evaluator.NextChangeOn(Competency, facts);

    public MetricBreakdown Breakdown(Facts facts, string at = "") =>
        _evaluator.Breakdown(Competency, "option", "silver", at, facts).ShouldNotBeNull();

    /// <summary>Reads facts written as JSON.</summary>
    public Facts Facts(string json) => Catalogs.Facts(json, Catalog);
}
