using System.Text.Json.Serialization;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Where an organization stands in a competency on a day, and why. Carries keys and codes, no language.</summary>
/// <param name="Version">First day of the version in force; null when none is, then there are no options.</param>
public sealed record EvaluationResult(
    string? Id,
    DateOnly AsOf,
    string? Market,
    string Competency,
    DateOnly? Version,
    ValueList<EvaluationWarning> Warnings,
    ValueList<OptionResult> Options)
{
    /// <summary>The option with the highest tier that is met, the first of several; null where no version is in force.</summary>
    public OptionResult? Furthest(ProgramCatalog program) =>
        Options.MaxBy(option => option.Attained is { } tier ? program.Tier(tier)?.Rank : null);
}

/// <summary>A fact that names something the catalog does not know. It is judged as it is.</summary>
/// <param name="At">JSON Pointer into the facts, in the order in which they were given.</param>
public sealed record EvaluationWarning(WarningCode Code, string At, string Value);

public enum WarningCode
{
    UnknownCredential,
    UnknownMeasure,
    UnknownProduct,
    UnknownAssociation,
    UnknownFlag,
}

/// <summary>One of the ways to earn the competency.</summary>
/// <param name="Attained">The highest-ranked tier that is met, or null.</param>
/// <param name="Tiers">In order of rank, lowest first.</param>
public sealed record OptionResult(string Option, string? Attained, ValueList<TierResult> Tiers)
{
    /// <summary>The lowest tier above the highest one that is met; null at the top.</summary>
    public TierResult? Next() => Tiers.Reverse().TakeWhile(tier => tier.Status != Status.Met).LastOrDefault();
}

/// <summary>A tier's status and the reason for it.</summary>
/// <param name="Requirement">The whole tree, a node per node of the catalog, in the document's order.</param>
public sealed record TierResult(
    [property: JsonPropertyOrder(-5)] string Tier,
    [property: JsonPropertyOrder(-4)] Status Status,
    NodeResult Requirement)
{
    /// <summary>
    /// The last day before the first later one on which the same facts, under this version, are anything but met; null when the tier is still met
    /// <see cref="Evaluation.Outlook.Months"/> months after the day, and where the tier is not met now.
    /// </summary>
    [JsonPropertyOrder(-3)]
    public DateOnly? HoldsUntil { get; init; }

    /// <summary>The ids of those, there on the day, whose absence alone makes the tier anything but met, ordinally; null unless it is met.</summary>
    [JsonPropertyOrder(-2)]
    public ValueList<string>? CriticalPeople { get; init; }

    /// <summary>What ends the tier; null unless it is met and <see cref="HoldsUntil"/> is known.</summary>
    [JsonPropertyOrder(-1)]
    public Outlook? Outlook { get; init; }

    /// <summary>The cheapest way to the tier; null when it is met, and when the cheapest branch contains a score that is not met.</summary>
    public Plan? Plan { get; init; }
}

/// <summary>Where an organization stands, without reasons. Source: evaluation contract, <c>--brief</c>.</summary>
/// <param name="Version">First day of the version in force; null when none is, then there are no options.</param>
public sealed record BriefResult(
    string? Id,
    DateOnly AsOf,
    string? Market,
    string Competency,
    DateOnly? Version,
    ValueList<EvaluationWarning> Warnings,
    ValueList<BriefOption> Options);

/// <summary>One of the ways to earn the competency.</summary>
/// <param name="Attained">The highest-ranked tier that is met, or null.</param>
/// <param name="Tiers">In order of rank, lowest first.</param>
public sealed record BriefOption(string Option, string? Attained, ValueList<BriefTier> Tiers);

/// <summary>A tier's status.</summary>
public sealed record BriefTier(string Tier, Status Status);
