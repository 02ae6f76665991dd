using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Compares the whole result of a random case with what trying everything says.</summary>
internal sealed class ResultComparison
{
    private readonly Differences _differences = new();
    private readonly RandomCase _case;
    private readonly Evaluator _evaluator;
    private readonly Fault _fault;

    private ResultComparison(RandomCase random, Fault fault)
    {
        _case = random;
        _evaluator = random.Evaluator();
        _fault = fault;
    }

    /// <summary>Where they disagree; nothing when they agree.</summary>
    /// <param name="fault">A mistake to plant into trying everything.</param>
    public static IReadOnlyList<string> Differences(RandomCase random, Fault fault = Fault.None)
    {
        var comparison = new ResultComparison(random, fault);
        comparison.Compare(comparison._evaluator.Evaluate(RandomCase.Competency, random.Facts));

        return comparison._differences.Found;
    }

    private void Compare(EvaluationResult result)
    {
        var rules = _case.Rules(_fault);

        _differences.Same("", rules?.Version.EffectiveFrom, result.Version);
        _differences.Same("", rules?.Version.Options.Count ?? 0, result.Options.Count);

        if (rules is not null)
        {
            var answers = Answers.For(rules, _case.Facts);
            _differences.SameItems("", answers.Select(answer => (answer.Option, answer.Tier)), Tiers(result).Select(pair => (pair.Option.Option, pair.Tier.Tier)));
            _differences.SameItems("", rules.Version.Options.Select(option => Attained(answers, option)), result.Options.Select(option => option.Attained));

            foreach (var (expected, (option, tier)) in answers.Zip(Tiers(result)))
            {
                Compare(rules, expected, option, tier);
            }
        }
    }

    private void Compare(Rulebook rules, TierAnswer expected, OptionResult option, TierResult tier)
    {
        _differences.Same($"{option.Option} {tier.Tier}", RequirementComparison.Status(expected.Requirement.Verdict), tier.Status);
        new RequirementComparison(rules, _case.Facts, _differences).Compare(expected.Requirement, tier.Requirement);
        Entries(expected.Requirement, option.Option, tier.Tier);

        if (expected.Requirement.Verdict == Verdict.Met)
        {
            var requirement = rules.Version.Options.Single(each => each.Key == option.Option).Tiers.Single(each => each.Tier == tier.Tier).Requirement;
            new ForecastComparison(rules, _case.Facts, requirement, _differences).Compare(expected, tier);
        }
        else
        {
            new PlanComparison(rules, _case.Facts, expected.Requirement, _differences).Compare(tier.Plan);
            _differences.Same("", null, tier.HoldsUntil);
            _differences.Same("", null, tier.Outlook);
            _differences.Same("", null, tier.CriticalPeople);
        }
    }

    private void Entries(Finding finding, string option, string tier)
    {
        foreach (var metric in Metrics(finding))
        {
            var breakdown = _evaluator.Breakdown(RandomCase.Competency, option, tier, metric.At, _case.Facts).ShouldNotBeNull();

            _differences.SameItems(
                metric.At,
                metric.Entries.Select(entry => (entry.Index, $"{entry.Fate}")),
                breakdown.Entries.Select(entry => (entry.Index, entry.Reason is { } reason ? $"{reason}" : nameof(EntryFate.Counted))));
        }
    }

    private static IEnumerable<MetricFinding> Metrics(Finding finding) => finding switch
    {
        TreeFinding tree => tree.Children.SelectMany(Metrics),
        MetricFinding metric => [metric],
        _ => [],
    };

    private static string? Attained(IEnumerable<TierAnswer> answers, OptionDefinition option) =>
        answers.LastOrDefault(answer => answer.Option == option.Key && answer.Requirement.Verdict == Verdict.Met)?.Tier;

    private static IEnumerable<(OptionResult Option, TierResult Tier)> Tiers(EvaluationResult result) =>
        result.Options.SelectMany(option => option.Tiers.Select(tier => (option, tier)));
}
