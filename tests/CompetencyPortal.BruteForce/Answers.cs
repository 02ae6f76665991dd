using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>What trying everything says about one tier.</summary>
/// <param name="CriticalPeople">Null unless the tier is met.</param>
/// <param name="Ways">Every way that credentials can make, in the document's order; null when the tier is met.</param>
public sealed record TierAnswer(
    string Option,
    string Tier,
    Finding Requirement,
    DateOnly? HoldsUntil,
    IReadOnlyList<string>? CriticalPeople,
    IReadOnlyList<Way>? Ways);

/// <summary>Judges by trying: every day, every subset, every assignment.</summary>
public static class Answers
{
    /// <summary>The tiers of each option by rank, lowest first.</summary>
    public static IReadOnlyList<TierAnswer> For(Rulebook rules, Facts facts) =>
        [.. rules.Version.Options.SelectMany(option => option.Tiers.OrderBy(tier => Rank(rules, tier)).Select(tier => For(rules, facts, option.Key, tier)))];

    private static int Rank(Rulebook rules, TierRequirement tier) => rules.Document.Program.Tiers.Single(each => each.Key == tier.Tier).Rank;

    private static TierAnswer For(Rulebook rules, Facts facts, string option, TierRequirement tier)
    {
        var found = new TierJudge(rules, facts).Find(tier.Requirement);
        var forecast = new Forecast(rules, facts, tier.Requirement);

        return found.Verdict == Verdict.Met
            ? new TierAnswer(option, tier.Tier, found, forecast.HoldsUntil(), forecast.CriticalPeople(), null)
            : new TierAnswer(option, tier.Tier, found, null, null, new Planner(rules, facts).Ways(found));
    }
}
