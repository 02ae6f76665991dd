using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>A tier's leaves by their place in its requirement: a plan and an outlook point at them.</summary>
internal sealed class TierParts(Requirement requirement, NodeResult result)
{
    private readonly Dictionary<string, (Requirement Requirement, NodeResult Result)> leaves =
        RequirementRow.LeavesOf(requirement, result).ToDictionary(leaf => leaf.Result.At, StringComparer.Ordinal);

    public Requirement Requirement(string at) => leaves[at].Requirement;

    public NodeResult Result(string at) => leaves[at].Result;

    /// <summary>The unit of the metric there.</summary>
    public string Unit(string at) => ((MetricResult)Result(at)).Unit;

    public SeatDefinition Seat(string at, string key) => ((StaffingRequirement)Requirement(at)).Seats.Single(seat => seat.Key == key);

    /// <summary>The first leaf that asks for the flag.</summary>
    public (Requirement Requirement, NodeResult Result) Flag(string key) =>
        leaves.Values.First(leaf => leaf.Requirement is FlagRequirement flag && flag.Flag == key);
}
