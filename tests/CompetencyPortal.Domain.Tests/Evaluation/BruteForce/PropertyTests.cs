using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>What must be so whatever is asked and whoever is there.</summary>
public class PropertyTests
{
    [Fact]
    public void The_order_of_the_facts_changes_nothing() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var evaluator = random.Evaluator();

        differences.Same("", Text(random.Facts), Text(random.Facts.Shuffled(random.Seed)));

        return differences.Found;

        // A warning points at its fact, wherever that stands.
        string Text(Facts facts) => EvaluationJson.Serialize(evaluator.Evaluate(RandomCase.Competency, facts) with { Warnings = [] });
    });

    [Fact]
    public void A_further_credential_never_loses_a_tier() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var evaluator = random.Evaluator();
        var before = Met(random.Facts).ToList();

        foreach (var (person, credential) in (random.Facts.People ?? []).SelectMany(person => random.Document.Credentials.Select(each => (person, each.Code))))
        {
            differences.IsTrue(person.Id, before.TrueForAll(Met(Passing(random.Facts, person, credential)).Contains), credential);
        }

        return differences.Found;

        IEnumerable<string> Met(Facts facts) =>
            Tiers(evaluator.Evaluate(RandomCase.Competency, facts)).Where(tier => tier.Tier.Status == Status.Met).Select(tier => tier.Name);
    });

    [Fact]
    public void A_result_is_read_back_as_it_was() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var result = random.Evaluator().Evaluate(RandomCase.Competency, random.Facts);

        differences.Same("", result, EvaluationJson.Deserialize(EvaluationJson.Serialize(result)));

        return differences.Found;
    });

    private static IEnumerable<(string Name, TierResult Tier)> Tiers(EvaluationResult result) =>
        result.Options.SelectMany(option => option.Tiers.Select(tier => ($"{option.Option} {tier.Tier}", tier)));

    private static Facts Passing(Facts facts, PersonFacts person, string credential) => facts with
    {
        People = (facts.People ?? [])
            .Select(each => each == person ? each with { Credentials = [.. each.Credentials, new CredentialFacts(credential, facts.AsOf)] } : each)
            .ToValueList(),
    };
}
