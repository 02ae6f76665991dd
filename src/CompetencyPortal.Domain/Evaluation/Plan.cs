using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The cheapest way to a tier that is not met: the least total <see cref="Cost"/> of further credentials that fills every staffing of the cheapest
/// branch, then the fewest new people. Of what the plan takes only the credentials are proven; amounts and flags are what that branch leaves to do.
/// Source: evaluation contract, "Plan".
/// </summary>
/// <param name="Cost">Of all steps together, in the catalog's weights; null when impossible.</param>
/// <param name="NewPeople">How many people the steps need who are not there; null when impossible.</param>
public sealed record Plan(PlanStatus Status, decimal? Cost, int? NewPeople)
{
    /// <summary>Whether no way is cheaper, or none exists: false when the search gave up, then <see cref="Bound"/> says what any way costs at least.</summary>
    [JsonPropertyOrder(-1)]
    public bool Proven { get; init; } = true;

    /// <summary>What any way costs at least; null when proven.</summary>
    public decimal? Bound { get; init; }

    /// <summary>By person, existing ones by id first.</summary>
    public ValueList<PlanStep>? Steps { get; init; }

    /// <summary>The metrics of the branch that are not met, unknown ones too; null when impossible.</summary>
    public ValueList<PlanAmount>? Amounts { get; init; }

    /// <summary>The keys of the branch's flags that are not met, unknown ones too; null when impossible.</summary>
    public ValueList<string>? Flags { get; init; }

    /// <summary>Up to 8 choices of branches that no other dominates, in the document's order; empty where nothing is to choose, null when impossible.</summary>
    public ValueList<PlanWay>? Ways { get; init; }

    /// <summary>Seats for which nobody, not even a new person, can take what is missing; null unless impossible.</summary>
    public ValueList<BlockedSeat>? Blocked { get; init; }
}

public enum PlanStatus
{
    Possible,
    Impossible,
}

/// <summary>Somebody takes a credential.</summary>
/// <param name="Person">Null: a new person.</param>
/// <param name="NewPerson">Which new person, from 1; null for one who is there.</param>
/// <param name="At">JSON Pointer of the staffing inside the tier's requirement: the first, of several, that the credential serves.</param>
public sealed record PlanStep(
    string? Person,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? NewPerson,
    string Credential,
    string At,
    string Seat);

/// <summary>What is missing of a metric.</summary>
/// <param name="Missing">As <see cref="MetricResult.Shortfall"/>: in <paramref name="Unit"/>, never below 0; null where no threshold is known.</param>
public sealed record PlanAmount(string At, string Measure, decimal? Missing, string Unit);

/// <summary>One choice of branches, as a plan of its own.</summary>
public sealed record PlanWay(decimal Cost, int NewPeople, ValueList<PlanStep> Steps, ValueList<PlanAmount> Amounts, ValueList<string> Flags);

/// <summary>A seat that cannot be filled.</summary>
/// <param name="At">JSON Pointer of the staffing inside the tier's requirement.</param>
public sealed record BlockedSeat(string At, string Seat);
