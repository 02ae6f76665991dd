using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Adds up what is surely reached, and what can be reached at most.</summary>
internal sealed class ScoreJudge(Rulebook rules, Facts facts)
{
    public ScoreFinding Find(string at, ScoreRequirement score)
    {
        var parts = rules.Version.Scorecards.Single(card => card.Key == score.Scorecard).Parts.Select(Find).ToList();
        var known = parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Known);
        var possible = parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Possible);

        return new ScoreFinding(at, Judge(score, parts, known, possible), score.Scorecard, known, possible, parts);
    }

    private static Verdict Judge(ScoreRequirement score, List<ScorePart> parts, Rational known, Rational possible)
    {
        if (Reaches(score, known, parts.ConvertAll(part => part.Known)))
        {
            return Verdict.Met;
        }

        return Reaches(score, possible, parts.ConvertAll(part => part.Possible)) ? Verdict.Undetermined : Verdict.NotMet;
    }

    private static bool Reaches(ScoreRequirement score, Rational points, List<Rational> parts) =>
        points >= Rational.Of(score.AtLeast)
        && (score.EveryPartAbove is not { } above || parts.TrueForAll(part => part > Rational.Of(above)));

    private ScorePart Find(ScorecardPart part) => part switch
    {
        MetricPart metric => Metric(metric),
        HeadcountPart headcount => Headcount(headcount),
        _ => throw new ArgumentException("Unknown kind.", nameof(part)),
    };

    private ScorePart Metric(MetricPart part)
    {
        var tally = new Tally(rules, facts, part.Metric);
        var target = rules.Amount(part.Target, facts.Market);
        var value = Rational.Of(tally.Total) / Rational.Of(tally.Months);
        var known = tally.IsNothingKnown || tally.LacksCredit || target is null ? Rational.Zero : Points(part, value, target.Value);

        return new ScorePart(part.Key, tally.Value, target, known, tally.IsAnythingUnknown || target is null ? Rational.Of(part.MaxPoints) : known);
    }

    private ScorePart Headcount(HeadcountPart part)
    {
        var target = part.Target is null ? null : rules.Amount(part.Target, facts.Market);
        var isUnknown = facts.People is null || (part.Target is not null && target is null);
        var count = People(part.Holds);
        var known = isUnknown ? Rational.Zero : Points(part, count, target);

        return new ScorePart(part.Key, facts.People is null ? null : count, target, known, isUnknown ? Rational.Of(part.MaxPoints) : known);
    }

    private int People(Holds holds)
    {
        var holder = new Holder(rules, facts.AsOf);

        return (facts.People ?? []).Count(person => holder.IsThere(person) && holder.Satisfies(holds, holder.Counting(person)));
    }

    private static Rational Points(HeadcountPart part, int count, decimal? target) =>
        part.PointsPerPerson is { } points
            ? Credited(part, Rational.Of(points) * Rational.Of(count))
            : Points(part, Rational.Of(count), target ?? 0);

    private static Rational Points(ScorecardPart part, Rational value, decimal target)
    {
        if (target == 0)
        {
            return value >= Rational.Zero ? Rational.Of(part.MaxPoints) : Rational.Zero;
        }

        return Credited(part, Rational.Of(part.MaxPoints) * value / Rational.Of(target));
    }

    private static Rational Credited(ScorecardPart part, Rational points)
    {
        var most = Rational.Of(part.MaxPoints);

        if (part.Credit == Credit.AllOrNothing)
        {
            return points < most ? Rational.Zero : most;
        }

        return Rational.Max(Rational.Zero, Rational.Min(most, points));
    }
}
