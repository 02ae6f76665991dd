namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Staffings filled at the least effort, together: somebody may sit in one seat of each, and what they take for one serves the others.
/// </summary>
/// <param name="Effort">Impossible where some staffing cannot be filled.</param>
/// <param name="Bound">What any way takes at least; less than <paramref name="Effort"/> only where the search gave up.</param>
/// <param name="Placements">Who sits where; everybody who is needed, also those who take nothing.</param>
/// <param name="Blocked">The seats that cannot be filled, by staffing and place; empty when all can be.</param>
internal sealed record StaffingPlan(
    IReadOnlyList<StaffingNode> Staffings,
    Effort Effort,
    Effort Bound,
    IReadOnlyList<Placement> Placements,
    IReadOnlyList<(StaffingNode Staffing, int Seat)> Blocked)
{
    /// <summary>The plan of one staffing alone, proven by its flow.</summary>
    public static StaffingPlan Alone(StaffingNode staffing, PersonTypes types, Offer offer)
    {
        var efforts = new Effort[types.Count * staffing.Gates.Length];
        var isExact = true;
        var next = 0;

        for (var type = 0; type < types.Count; type++)
        {
            foreach (var choice in offer.Cheapest(types.Open(type), staffing))
            {
                efforts[next++] = types.Effort(type, choice?.Effort);
                isExact &= choice?.Effort == choice?.Bound;
            }
        }

        var flow = new SeatFlow(efforts, types.Available, staffing.Places);
        var effort = flow.Fill();

        if (!effort.IsPossible)
        {
            return new StaffingPlan([staffing], effort, effort, [], [.. flow.Blocked().Select(seat => (staffing, seat))]);
        }

        return new StaffingPlan([staffing], effort, isExact ? effort : LeastOf(staffing, types, offer), flow.Placements(), []);
    }

    // Where some search for credentials gave up, the same flow over what they cost at least is what all cost at least.
    private static Effort LeastOf(StaffingNode staffing, PersonTypes types, Offer offer)
    {
        var bounds = new Effort[types.Count * staffing.Gates.Length];
        var next = 0;

        for (var type = 0; type < types.Count; type++)
        {
            foreach (var choice in offer.Cheapest(types.Open(type), staffing))
            {
                bounds[next++] = types.Effort(type, choice?.Bound);
            }
        }

        return new SeatFlow(bounds, types.Available, staffing.Places).Fill();
    }
}

/// <summary>So many people of a type in these seats.</summary>
/// <param name="Seats">Per staffing of the plan the seat, or null for none.</param>
internal sealed record Placement(int Type, int Count, int?[] Seats);
