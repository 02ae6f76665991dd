using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.BruteForce;

/// <summary>What was found at one node of a requirement.</summary>
/// <param name="At">JSON Pointer inside the tier's requirement.</param>
public abstract record Finding(string At, Verdict Verdict);

/// <summary>Of an "all" or an "any".</summary>
public sealed record TreeFinding(string At, Verdict Verdict, bool IsAny, IReadOnlyList<Finding> Children) : Finding(At, Verdict);

/// <param name="From">The first day of the window; null where it has none.</param>
/// <param name="Entries">What became of each entry of the measure, by its place in the facts.</param>
public sealed record MetricFinding(
    string At,
    Verdict Verdict,
    string Measure,
    decimal? Value,
    decimal? Threshold,
    decimal? Shortfall,
    string Unit,
    DateOnly? From,
    IReadOnlyList<(int Index, EntryFate Fate)> Entries) : Finding(At, Verdict);

public sealed record FlagFinding(string At, Verdict Verdict, string Flag) : Finding(At, Verdict);

public sealed record StaffingFinding(string At, Verdict Verdict, StaffingRequirement Staffing) : Finding(At, Verdict);

/// <summary>Points between which the truth lies.</summary>
public sealed record ScoreFinding(
    string At,
    Verdict Verdict,
    string Scorecard,
    Rational Known,
    Rational Possible,
    IReadOnlyList<ScorePart> Parts) : Finding(At, Verdict);

/// <param name="Value">Null when nothing is known.</param>
/// <param name="Target">Null where none is known for the market, and where points are given per person.</param>
public sealed record ScorePart(string Key, decimal? Value, decimal? Target, Rational Known, Rational Possible);

/// <summary>Whether an entry counts, else the first reason against it.</summary>
public enum EntryFate
{
    Counted,
    Future,
    OutsideWindow,
    Product,
    Association,
    Tag,
    Unconverted,
    NotLatest,
}
