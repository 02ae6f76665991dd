using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.BruteForce;

/// <summary>People, each by the codes that count, and the seats of one staffing.</summary>
internal sealed class Seating(StaffingRequirement staffing, IReadOnlyList<IReadOnlySet<string>> people, Holder holder)
{
    private readonly bool[][] _canFill =
        [.. people.Select(codes => staffing.Seats.Select(seat => holder.Satisfies(seat.Holds, codes)).ToArray())];

    public int Places => staffing.Seats.Sum(seat => seat.Count);

    /// <summary>The most places that can be filled, of all assignments.</summary>
    public int MostPlaces() => MostPlaces(0, Free());

    /// <summary>The places filled when everybody takes the first free one.</summary>
    public int GreedyPlaces()
    {
        var free = Free();

        foreach (var canFill in _canFill)
        {
            var seat = Array.FindIndex(free, count => count > 0);

            while (seat >= 0 && !canFill[seat])
            {
                seat = Array.FindIndex(free, seat + 1, count => count > 0);
            }

            if (seat >= 0)
            {
                free[seat]--;
            }
        }

        return Places - free.Sum();
    }

    private int MostPlaces(int person, int[] free)
    {
        if (person == _canFill.Length)
        {
            return 0;
        }

        var most = MostPlaces(person + 1, free);

        for (var seat = 0; seat < free.Length; seat++)
        {
            if (_canFill[person][seat] && free[seat] > 0)
            {
                free[seat]--;
                most = Math.Max(most, 1 + MostPlaces(person + 1, free));
                free[seat]++;
            }
        }

        return most;
    }

    private int[] Free() => [.. staffing.Seats.Select(seat => seat.Count)];
}
