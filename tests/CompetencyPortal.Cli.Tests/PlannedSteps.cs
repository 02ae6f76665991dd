using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Cli.Tests;

/// <summary>The steps of a plan, checked and taken one by one.</summary>
internal sealed class PlannedSteps(ProgramCatalog program, Facts facts, Plan plan)
{
    private readonly PlanStep[] _steps = [.. plan.Steps ?? []];

    private PersonFacts[] People => [.. facts.People ?? []];

    /// <summary>Every step can be taken on the day by somebody who does not hold the credential, and together they are what the plan says.</summary>
    public void Check()
    {
        _steps.Select(step => (step.Person, step.NewPerson, step.Credential)).ShouldBeUnique();
        _steps.ShouldAllBe(step => CanBeTaken(step.Credential));
        _steps.ShouldAllBe(step => IsFree(step));
        _steps.Sum(step => Credential(step.Credential).Cost).ShouldBe(plan.Cost ?? 0);
        _steps.Select(step => step.NewPerson).OfType<int>().Distinct().Order().ShouldBe(Enumerable.Range(1, plan.NewPeople ?? 0));
    }

    /// <summary>The facts with every step taken on their day.</summary>
    public Facts Taken() => facts with
    {
        People =
        [
            .. People.Select(person => person with { Credentials = [.. person.Credentials, .. Passes(step => step.Person == person.Id)] }),
            .. Enumerable.Range(1, plan.NewPeople ?? 0)
                .Select(number => new PersonFacts($"new {number}") { Credentials = [.. Passes(step => step.NewPerson == number)] }),
        ],
    };

    private IEnumerable<CredentialFacts> Passes(Func<PlanStep, bool> isTheirs) =>
        _steps.Where(isTheirs).Select(step => new CredentialFacts(step.Credential, facts.AsOf));

    private bool CanBeTaken(string code) => Credential(code) is { DerivedFrom: null } credential
        && !(credential.AvailableFrom > facts.AsOf) && !(credential.RetiredOn < facts.AsOf) && !(credential.AcceptedUntil < facts.AsOf);

    private bool IsFree(PlanStep step)
    {
        if (step.Person is null)
        {
            return step.NewPerson > 0;
        }

        var person = People.Single(each => each.Id == step.Person);

        return step.NewPerson is null && !(person.From > facts.AsOf) && !(person.Until < facts.AsOf)
            && !person.Credentials.Any(record => record.Code == step.Credential && Counts(record));
    }

    private bool Counts(CredentialFacts record)
    {
        var credential = Credential(record.Code);
        var last = record.ValidUntil ?? (credential.ValidForMonths is { } months ? record.EarnedOn.AddMonths(months) : DateOnly.MaxValue);

        return record.EarnedOn <= facts.AsOf && facts.AsOf <= last && !(record.EarnedOn > credential.RetiredOn);
    }

    private CredentialDefinition Credential(string code) => program.Credential(code).ShouldNotBeNull();
}
