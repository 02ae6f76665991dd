using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The result of one node of a tier's requirement.</summary>
/// <param name="At">JSON Pointer inside the tier's requirement; empty at its root.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "node")]
[JsonDerivedType(typeof(AllResult), "all")]
[JsonDerivedType(typeof(AnyResult), "any")]
[JsonDerivedType(typeof(MetricResult), "metric")]
[JsonDerivedType(typeof(FlagResult), "flag")]
[JsonDerivedType(typeof(StaffingResult), "staffing")]
[JsonDerivedType(typeof(ScoreResult), "score")]
public abstract record NodeResult(
    [property: JsonPropertyOrder(-2)] string At,
    [property: JsonPropertyOrder(-1)] Status Status)
{
    /// <summary>The leaves of the tree, in the document's order.</summary>
    public virtual IEnumerable<NodeResult> Leaves() => [this];

    /// <summary>The leaves whose improvement brings the node nearer to met: nothing of an "any" that is met, of another one the way with the fewest open leaves.</summary>
    public virtual IEnumerable<NodeResult> OpenLeaves() => Status == Status.Met ? [] : [this];
}

public sealed record AllResult(string At, Status Status, ValueList<NodeResult> Children) : NodeResult(At, Status)
{
    public override IEnumerable<NodeResult> Leaves() => Children.SelectMany(child => child.Leaves());

    public override IEnumerable<NodeResult> OpenLeaves() => Status == Status.Met ? [] : Children.SelectMany(child => child.OpenLeaves());
}

public sealed record AnyResult(string At, Status Status, ValueList<NodeResult> Children) : NodeResult(At, Status)
{
    /// <summary>The way that is met or has the fewest open leaves; the first of several.</summary>
    public NodeResult Closest() => Children.MinBy(child => child.OpenLeaves().Count())!;

    public override IEnumerable<NodeResult> Leaves() => Children.SelectMany(child => child.Leaves());

    public override IEnumerable<NodeResult> OpenLeaves() => Status == Status.Met ? [] : Closest().OpenLeaves();
}

/// <summary>A measure against its threshold.</summary>
/// <param name="Value">What is known to count, in <paramref name="Unit"/>; null when nothing is known.</param>
/// <param name="Threshold">Null where none is known for the market.</param>
/// <param name="Shortfall">What is missing of the threshold, never below 0: of the sum over all months where the value is a monthly average. Null without threshold.</param>
/// <param name="Unit">The measure's; <c>customers</c> where different customers are counted.</param>
/// <param name="EntriesExcluded">How many entries of the measure do not count, by reason; no reason without entries.</param>
public sealed record MetricResult(
    string At,
    Status Status,
    string Measure,
    decimal? Value,
    decimal? Threshold,
    decimal? Shortfall,
    string Unit,
    WindowDays Window,
    int EntriesCounted,
    ValueMap<EntryReason, int> EntriesExcluded) : NodeResult(At, Status)
{
    /// <summary>The months not reported on which the value depends, in order.</summary>
    public ValueList<Month> UnreportedMonths { get; init; } = [];

    /// <summary>The currencies of the entries that are <see cref="EntryReason.Unconverted"/>, ordinally.</summary>
    public ValueList<string> UnconvertedCurrencies { get; init; } = [];
}

/// <summary>The first and the last day that count.</summary>
/// <param name="From">Null where the window has no first day.</param>
public sealed record WindowDays(DateOnly? From, DateOnly To);

/// <summary>Why an entry of the measure does not count: the first that applies.</summary>
public enum EntryReason
{
    /// <summary>Dated after the day.</summary>
    Future,
    OutsideWindow,
    Product,
    Association,
    Tag,

    /// <summary>In another currency, without a rate on or before its day.</summary>
    Unconverted,

    /// <summary>Not on the latest day, where only that one counts.</summary>
    NotLatest,
}

/// <summary>An organization's flag.</summary>
/// <param name="On">Of the flag that was judged; null where there is none or it has no first day.</param>
/// <param name="Until">Of the flag that was judged; null where there is none or it has no end.</param>
public sealed record FlagResult(string At, Status Status, string Key, DateOnly? On, DateOnly? Until) : NodeResult(At, Status);

/// <summary>Seats and the different people in them. When not met, as many places are filled as can be.</summary>
/// <param name="People">Everyone who fills no place, by id ordinally.</param>
/// <param name="Certificate">Why it cannot be met; null unless it is not met.</param>
public sealed record StaffingResult(
    string At,
    Status Status,
    ValueList<SeatResult> Seats,
    ValueList<UnseatedPerson> People,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StaffingCertificate? Certificate) : NodeResult(At, Status)
{
    /// <summary>The places of all seats.</summary>
    public int Places() => Seats.Sum(seat => seat.Count);

    /// <summary>The places that somebody fills; at most <see cref="Places"/>.</summary>
    public int Filled() => Seats.Sum(seat => seat.Filled.Count);
}

/// <summary>A kind of seat and who fills it.</summary>
/// <param name="Count">How many places there are; as many as <paramref name="Filled"/> has items when the seat is filled.</param>
public sealed record SeatResult(string Seat, int Count, ValueList<SeatFilling> Filled);

/// <summary>A person in a seat.</summary>
/// <param name="Credentials">A smallest set of the person's own credentials that suffices, by code ordinally.</param>
public sealed record SeatFilling(string Person, ValueList<string> Credentials);

/// <summary>A person who fills no place, and why.</summary>
/// <param name="Missing">A cheapest set of further credentials for one seat; null unless <see cref="PersonReason.Incomplete"/>, and where none can be taken.</param>
public sealed record UnseatedPerson(
    string Person,
    PersonReason Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<string>? Missing);

/// <summary>Why a person fills no place: the first that applies.</summary>
public enum PersonReason
{
    NotYetJoined,
    Left,

    /// <summary>Has none of the credentials that the seats name.</summary>
    NoCredentials,

    /// <summary>A record that would have sufficed no longer counts.</summary>
    Expired,
    Incomplete,

    /// <summary>Qualifies, but every place that the person could fill is taken.</summary>
    NotNeeded,
}

/// <summary>Proof that the places cannot all be filled: these seats need so many different people, and fewer can fill any of them.</summary>
/// <param name="Places">The places of <paramref name="Seats"/> together.</param>
/// <param name="People">How many people can fill any of these seats; fewer than <paramref name="Places"/>.</param>
public sealed record StaffingCertificate(ValueList<string> Seats, int Places, int People);

/// <summary>Points over the parts of a scorecard.</summary>
/// <param name="AtLeast">The points to reach.</param>
/// <param name="EveryPartAbove">What each part must exceed; null where nothing is asked.</param>
public sealed record ScoreResult(
    string At,
    Status Status,
    string Scorecard,
    decimal AtLeast,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? EveryPartAbove,
    ScorePoints Points,
    ValueList<ScorePartResult> Parts) : NodeResult(At, Status);

/// <summary>Points between which the truth lies, rounded to 4 decimals for display only: the judgement uses exact fractions.</summary>
/// <param name="Known">What is known to be reached.</param>
/// <param name="Possible">What can be reached at most when all is known.</param>
public sealed record ScorePoints(decimal Known, decimal Possible);

/// <summary>A part of a scorecard.</summary>
/// <param name="Value">In the measure's unit, or people; null when nothing is known.</param>
/// <param name="Target">Null where none is known for the market, and where points are given per person.</param>
/// <param name="Known">Points known to be reached; see <see cref="ScorePoints"/>.</param>
/// <param name="Possible">Points that can be reached at most.</param>
public sealed record ScorePartResult(string Key, decimal? Value, decimal? Target, decimal Known, decimal Possible);
