using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>What the facts would be if the steps of a plan were done on its day.</summary>
internal sealed class Doing
{
    private readonly Rulebook _rules;
    private readonly Facts _facts;
    private readonly Holder _holder;

    public Doing(Rulebook rules, Facts facts, IReadOnlyList<PlanStep> steps)
    {
        _rules = rules;
        _facts = facts;
        _holder = new Holder(rules, facts.AsOf);
        Afterwards = After(facts, steps);
    }

    public Facts Afterwards { get; }

    /// <summary>The facts with the steps done.</summary>
    public static Facts After(Facts facts, IReadOnlyList<PlanStep> steps) => facts with
    {
        People =
        [
            .. (facts.People ?? []).Select(person => Taking(person, steps.Where(step => step.Person == person.Id), facts.AsOf)),
            .. steps.Where(step => step.Person is null)
                .GroupBy(step => step.NewPerson)
                .Select(taken => Taking(new PersonFacts($"new person {taken.Key}"), taken, facts.AsOf)),
        ],
    };

    /// <summary>Whether it is a credential that can be taken, for somebody who is there and does not hold it, or for a new person.</summary>
    public bool CanBeDone(PlanStep step) =>
        _holder.CanBeTaken(step.Credential)
        && (step.Person is null) == (step.NewPerson is not null)
        && (step.Person is null || (_facts.People ?? []).Any(person => person.Id == step.Person && _holder.IsThere(person) && !_holder.Counting(person).Contains(step.Credential)));

    public bool IsMetAfterwards(StaffingFinding staffing) =>
        new TierJudge(_rules, Afterwards).Find(staffing.Staffing).Verdict == Verdict.Met;

    /// <summary>Whether the step names one of the seats, and the credential has to do with that seat.</summary>
    public bool IsUsed(PlanStep step, IEnumerable<StaffingFinding> staffings) =>
        staffings.Where(staffing => staffing.At == step.At)
            .SelectMany(staffing => staffing.Staffing.Seats)
            .Any(seat => seat.Key == step.Seat && _holder.Named(seat.Holds).Contains(step.Credential));

    private static PersonFacts Taking(PersonFacts person, IEnumerable<PlanStep> steps, DateOnly day) =>
        person with { Credentials = [.. person.Credentials, .. steps.Select(step => new CredentialFacts(step.Credential, day))] };
}
