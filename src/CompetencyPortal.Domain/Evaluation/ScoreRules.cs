using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Points for the parts of a scorecard, as exact fractions: at least what is known gives, at most all of a part of which anything is unknown.
/// Source: evaluation contract, "Score".
/// </summary>
internal static class ScoreRules
{
    /// <param name="values">One for each part of the scorecard, in its order.</param>
    public static ScoreResult Judge(string at, ScoreRequirement score, ScorecardDefinition scorecard, IEnumerable<PartValue> values)
    {
        var parts = scorecard.Parts.Zip(values, (part, value) => (Part: part, Value: value, Points: Points(part, value))).ToList();
        var points = parts.Aggregate(PartPoints.Zero, (sum, part) => sum + part.Points);

        return new ScoreResult(
            at,
            Judge(score, points, parts.ConvertAll(part => part.Points)),
            score.Scorecard,
            score.AtLeast,
            score.EveryPartAbove,
            new ScorePoints(points.Known.Rounded(), points.Possible.Rounded()),
            parts.Select(part => new ScorePartResult(
                part.Part.Key, part.Value.Sum / part.Value.Months, part.Value.Target, part.Points.Known.Rounded(), part.Points.Possible.Rounded())).ToValueList());
    }

    private static Status Judge(ScoreRequirement score, PartPoints points, List<PartPoints> parts)
    {
        if (points.Known >= score.AtLeast && parts.TrueForAll(part => IsEnough(part.Known)))
        {
            return Status.Met;
        }

        return points.Possible >= score.AtLeast && parts.TrueForAll(part => IsEnough(part.Possible)) ? Status.Undetermined : Status.NotMet;

        bool IsEnough(Fraction points) => score.EveryPartAbove is not { } bound || points > bound;
    }

    private static PartPoints Points(ScorecardPart part, PartValue value)
    {
        var earned = Share(part, value) is { } share ? Earned(part, share) : null;
        var known = value.LacksCredit ? Fraction.Zero : earned ?? Fraction.Zero;

        return new PartPoints(known, value.IsAnythingUnknown || earned is null ? part.MaxPoints : known);
    }

    private static Fraction Earned(ScorecardPart part, Fraction share) =>
        part.Credit == Credit.Linear || share == Fraction.One ? share * part.MaxPoints : Fraction.Zero;

    /// <summary>Which share of a part's points the known value is worth, from 0 to 1; null where the value is unknown or there is no target for the market.</summary>
    private static Fraction? Share(ScorecardPart part, PartValue value) => (part, value) switch
    {
        (_, { Sum: null }) => null,
        (HeadcountPart { PointsPerPerson: { } each }, { Sum: { } people }) => Clamped((Fraction)people * each / part.MaxPoints),
        (_, { Target: null }) => null,
        (_, { Sum: { } sum, Target: 0 }) => sum < 0 ? Fraction.Zero : Fraction.One,
        (_, { Sum: { } sum, Target: { } target }) => Clamped((Fraction)sum / ((Fraction)target * value.Months)),
    };

    private static Fraction Clamped(Fraction share) => share.Clamp(Fraction.Zero, Fraction.One);

    private sealed record PartPoints(Fraction Known, Fraction Possible)
    {
        public static PartPoints Zero { get; } = new(Fraction.Zero, Fraction.Zero);

        public static PartPoints operator +(PartPoints left, PartPoints right) => new(left.Known + right.Known, left.Possible + right.Possible);
    }
}

/// <summary>What is known of a scorecard's part on the day.</summary>
/// <param name="Sum">What counts, in the measure's unit, or how many people; null when nothing is known.</param>
/// <param name="Months">The value is <paramref name="Sum"/> divided by so many: more than 1 for a monthly average only.</param>
/// <param name="IsAnythingUnknown">Whether facts that are missing could change the value.</param>
/// <param name="LacksCredit">Whether a credit is left out that would lower the value.</param>
/// <param name="Target">Null where none is known for the market, and where points are given per person.</param>
internal sealed record PartValue(decimal? Sum, int Months, bool IsAnythingUnknown, bool LacksCredit, decimal? Target);
