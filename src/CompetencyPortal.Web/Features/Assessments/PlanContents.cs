using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>What a plan, or one of its ways, asks for.</summary>
/// <param name="NewPeople">How many of those who take exams are not there yet.</param>
internal sealed record PlanContents(decimal Cost, int NewPeople, ValueList<PlanStep> Steps, ValueList<PlanAmount> Amounts, ValueList<string> Flags)
{
    /// <summary>Null where the tier cannot be reached.</summary>
    public static PlanContents? Of(Plan plan) => plan.Status == PlanStatus.Impossible
        ? null
        : new PlanContents(plan.Cost ?? 0, plan.NewPeople ?? 0, plan.Steps ?? [], plan.Amounts ?? [], plan.Flags ?? []);

    public static PlanContents Of(PlanWay way) => new(way.Cost, way.NewPeople, way.Steps, way.Amounts, way.Flags);

    /// <summary>How many people take exams.</summary>
    public int People => Steps.Select(step => (step.Person, step.NewPerson)).Distinct().Count();

    /// <summary>What is known to be missing of the measures.</summary>
    public IEnumerable<PlanAmount> Missing => Amounts.Where(amount => amount.Missing > 0);

    /// <summary>Whether it cannot be said of some measure how much is missing.</summary>
    public bool IsAnythingUnknown => Amounts.Any(amount => amount.Missing is null or 0);
}
