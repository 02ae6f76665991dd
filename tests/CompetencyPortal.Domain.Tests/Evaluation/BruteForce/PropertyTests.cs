using System.Text.Json;
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
        var before = Met(random.Facts);

        foreach (var (person, credential) in (random.Facts.People ?? []).SelectMany(person => random.Document.Credentials.Select(each => (person, each.Code))))
        {
            differences.IsTrue(person.Id, before.TrueForAll(Met(Passing(random.Facts, person, credential)).Contains), credential);
        }

        return differences.Found;

        List<string> Met(Facts facts) => MetTiers(evaluator, facts).ConvertAll(tier => tier.Name);
    });

    [Fact]
    public void Without_a_critical_person_the_tier_is_lost_and_without_any_other_it_is_not() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var evaluator = random.Evaluator();
        var tiers = MetTiers(evaluator, random.Facts);

        foreach (var person in random.Facts.People ?? [])
        {
            var without = random.Facts with { People = random.Facts.People?.Where(other => other != person).ToValueList() };

            differences.SameItems(
                person.Id,
                tiers.Where(tier => !(tier.Tier.CriticalPeople ?? []).Contains(person.Id)).Select(tier => tier.Name),
                MetTiers(evaluator, without).Select(tier => tier.Name));
        }

        return differences.Found;
    });

    [Fact]
    public void A_tier_is_met_on_its_last_day_and_not_on_the_day_after() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var evaluator = random.Evaluator();

        foreach (var (name, tier) in MetTiers(evaluator, random.Facts))
        {
            if (tier.HoldsUntil is { } last && IsUnderTheSameVersion(random, last.AddDays(1)))
            {
                differences.IsTrue(name, IsMet(last), last);
                differences.IsTrue(name, !IsMet(last.AddDays(1)), last);
            }

            bool IsMet(DateOnly day) => MetTiers(evaluator, random.Facts with { AsOf = day }).Any(each => each.Name == name);
        }

        return differences.Found;
    });

    [Fact]
    public void Whoever_does_the_steps_of_a_plan_needs_no_further_credential() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var evaluator = random.Evaluator();

        foreach (var (name, tier) in Tiers(evaluator.Evaluate(RandomCase.Competency, random.Facts)))
        {
            if (tier.Plan is { Status: PlanStatus.Possible, Steps: { } steps })
            {
                var afterwards = Tiers(evaluator.Evaluate(RandomCase.Competency, Doing.After(random.Facts, steps))).Single(each => each.Name == name).Tier;

                differences.IsTrue(name, afterwards.Status == Status.Met || afterwards.Plan is null or { Cost: 0 }, afterwards.Plan);
            }
        }

        return differences.Found;
    });

    [Fact]
    public void A_result_is_read_back_as_it_was() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();
        var result = random.Evaluator().Evaluate(RandomCase.Competency, random.Facts);

        differences.Same("", result, EvaluationJson.Deserialize(EvaluationJson.Serialize(result)));

        return differences.Found;
    });

    [Fact]
    public void A_case_can_be_read_from_what_a_failure_says() => RandomCases.ShouldAllAgree(random =>
    {
        var differences = new Differences();

        differences.Same("", random.Document, Catalogs.Document(DocumentJson.Write(random.Document)));
        differences.Same("", random.Facts, Catalogs.Facts(JsonSerializer.Serialize(random.Facts, EvaluationJson.Options), Catalogs.Of(random.Document)));

        return differences.Found;
    });

    private static IEnumerable<(string Name, TierResult Tier)> Tiers(EvaluationResult result) =>
        result.Options.SelectMany(option => option.Tiers.Select(tier => ($"{option.Option} {tier.Tier}", tier)));

    private static List<(string Name, TierResult Tier)> MetTiers(Evaluator evaluator, Facts facts) =>
        [.. Tiers(evaluator.Evaluate(RandomCase.Competency, facts)).Where(tier => tier.Tier.Status == Status.Met)];

    private static bool IsUnderTheSameVersion(RandomCase random, DateOnly day) =>
        Rulebook.InForce(random.Document, RandomCase.Competency, day)?.Version == random.Rules()?.Version;

    private static Facts Passing(Facts facts, PersonFacts person, string credential) => facts with
    {
        People = (facts.People ?? [])
            .Select(each => each == person ? each with { Credentials = [.. each.Credentials, new CredentialFacts(credential, facts.AsOf)] } : each)
            .ToValueList(),
    };
}
