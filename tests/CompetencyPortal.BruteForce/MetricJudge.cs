using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Compares what counts with the threshold.</summary>
internal static class MetricJudge
{
    public static MetricFinding Find(string at, Rulebook rules, Facts facts, MetricRequirement requirement)
    {
        var tally = new Tally(rules, facts, requirement.Metric);
        var threshold = rules.Amount(requirement.AtLeast, facts.Market);
        var needed = threshold * tally.Months;

        return new MetricFinding(
            at,
            Judge(tally, needed),
            requirement.Metric.Measure,
            tally.Value,
            threshold,
            needed is null ? null : Math.Max(0, needed.Value - tally.Total),
            tally.Unit,
            tally.From,
            tally.Entries);
    }

    private static Verdict Judge(Tally tally, decimal? needed)
    {
        if (tally.IsNothingKnown || needed is null)
        {
            return Verdict.Undetermined;
        }

        if (tally.Total >= needed && !tally.LacksCredit)
        {
            return Verdict.Met;
        }

        return tally.IsAnythingUnknown ? Verdict.Undetermined : Verdict.NotMet;
    }
}
