using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Features.Assessments;

internal static class NodeResults
{
    /// <summary>The leaves of a requirement's result, in the document's order.</summary>
    public static IEnumerable<NodeResult> Leaves(this NodeResult node) => node switch
    {
        AllResult all => all.Children.SelectMany(Leaves),
        AnyResult any => any.Children.SelectMany(Leaves),
        _ => [node],
    };

    /// <summary>The leaves whose improvement brings the node nearer to met: nothing of an "any" that is met, of another one the way with the fewest open leaves.</summary>
    public static IEnumerable<NodeResult> OpenLeaves(this NodeResult node) => node switch
    {
        { Status: Status.Met } => [],
        AllResult all => all.Children.SelectMany(OpenLeaves),
        AnyResult any => any.Closest().OpenLeaves(),
        _ => [node],
    };

    /// <summary>The way of an "any" that is met or has the fewest open leaves; the first of several.</summary>
    public static NodeResult Closest(this AnyResult any) => any.Children.MinBy(child => child.OpenLeaves().Count())!;

    public static int Places(this StaffingResult staffing) => staffing.Seats.Sum(seat => seat.Count);

    public static int Filled(this StaffingResult staffing) => staffing.Seats.Sum(seat => seat.Filled.Count);

    /// <summary>The lowest tier above the highest one that is met; null at the top. The tiers stand in order of rank.</summary>
    public static TierResult? Next(this IReadOnlyList<TierResult> tiers) =>
        tiers.Reverse().TakeWhile(tier => tier.Status != Status.Met).LastOrDefault();
}
