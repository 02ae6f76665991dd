using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Why a tier that is met will not stay so without new facts. Source: evaluation contract, "outlook".</summary>
/// <param name="Events">What changes on the way, in order, at most <see cref="MostEvents"/> and those the latest; the last one ends it.</param>
public sealed record Outlook(ValueList<OutlookEvent> Events, OutlookEnd Then)
{
    /// <summary>How many events an outlook tells at most.</summary>
    public const int MostEvents = 24;

    /// <summary>How far an outlook looks ahead: a tier that is still met so many months later is said to hold.</summary>
    public const int Months = 36;
}

/// <summary>Something that changes on a day without new facts.</summary>
/// <param name="On">The first day of the change.</param>
/// <param name="At">JSON Pointer of the requirement inside the tier's requirement.</param>
/// <param name="Person">Null unless the cause is one person's.</param>
/// <param name="Credential">The record that ends or starts; null otherwise.</param>
/// <param name="Measure">Null unless the cause is a measure's.</param>
/// <param name="Value">
/// What the metric loses where entries leave, and gains where they enter: below 0 for credits, and where a latest value takes the place of a higher one.
/// Null where no metric changes or it is not known.
/// </param>
/// <param name="After">The metric's value then; null where no metric changes or nothing is known.</param>
public sealed record OutlookEvent(
    DateOnly On,
    OutlookCause Cause,
    string At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Credential = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Measure = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? After = null);

public enum OutlookCause
{
    EntryLeaves,
    EntryEnters,
    CredentialEnds,
    CredentialStarts,
    PersonLeaves,
    PersonJoins,
    FlagEnds,
    MonthUnreported,
}

/// <summary>The first day on which the tier is no longer met, and what would keep it.</summary>
/// <param name="Plan">The plan of that day; null where it is left out.</param>
public sealed record OutlookEnd(DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Plan? Plan);
