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
        var flow = new SeatFlow(Efforts(choice => choice.Effort), Available(), Places());
        var effort = flow.Fill();

        return effort.IsPossible
            ? new StaffingPlan([staffing], effort, Bound(effort), Placements(), [])
            : new StaffingPlan([staffing], effort, effort, [], [.. flow.Blocked().Select(seat => (staffing, seat))]);

        Effort[,] Efforts(Func<CredentialChoice, Effort> of)
        {
            var efforts = new Effort[types.Count, staffing.Gates.Count];

            for (var type = 0; type < types.Count; type++)
            {
                for (var seat = 0; seat < staffing.Gates.Count; seat++)
                {
                    efforts[type, seat] = types.Effort(type, offer.Cheapest(types.Open(type), staffing.GateSets[seat]), of);
                }
            }

            return efforts;
        }

        IEnumerable<int> Available() => Enumerable.Range(0, types.Count).Select(types.Available);

        IEnumerable<int> Places() => staffing.Seats.Select(seat => seat.Count);

        // Where some search for credentials gave up, the same flow over what they cost at least is what all cost at least.
        Effort Bound(Effort found)
        {
            var least = new SeatFlow(Efforts(choice => choice.Bound), Available(), Places()).Fill();

            return least < found ? least : found;
        }

        Placement[] Placements() =>
        [
            .. from seat in Enumerable.Range(0, staffing.Gates.Count)
               from type in Enumerable.Range(0, types.Count)
               where flow[type, seat] > 0
               select new Placement(type, flow[type, seat], [seat]),
        ];
    }
}

/// <summary>So many people of a type in these seats.</summary>
/// <param name="Seats">Per staffing of the plan the seat, or null for none.</param>
internal sealed record Placement(int Type, int Count, int?[] Seats);
