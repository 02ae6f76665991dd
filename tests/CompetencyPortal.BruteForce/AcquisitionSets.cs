using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Tries every set of acquisitions, for the smallest of cases: the check of <see cref="JointStaffing"/>.</summary>
public sealed class AcquisitionSets(Rulebook rules, Facts facts, IReadOnlyList<StaffingRequirement> staffings)
{
    private readonly Holder _holder = new(rules, facts.AsOf);

    /// <summary>How many single acquisitions there are; the sets are as many as 2 to that power.</summary>
    public int Count => Possible().Count;

    /// <summary>The least cost, then the fewest new people; null when no set fills all seats.</summary>
    public Acquisition? Least()
    {
        var people = People();
        var possible = Possible();

        return Enumerable.Range(0, 1 << possible.Count)
            .Select(choice => possible.Where((_, index) => (choice & (1 << index)) != 0).ToList())
            .Where(taken => Fills([.. people.Select((counting, index) => Holding(counting, index, taken))]))
            .Select(taken => new Acquisition(
                taken.Sum(each => rules.Credential(each.Code)!.Cost),
                taken.Select(each => each.Person).Distinct().Count(person => person >= There().Count)))
            .OrderBy(each => each.Cost)
            .ThenBy(each => each.NewPeople)
            .FirstOrDefault();
    }

    private bool Fills(IReadOnlyList<IReadOnlySet<string>> people) =>
        staffings.All(staffing => new Seating(staffing, people, _holder) is var seating && seating.MostPlaces() == seating.Places);

    private static HashSet<string> Holding(HashSet<string> counting, int person, List<(int Person, string Code)> taken) =>
        [.. counting, .. taken.Where(each => each.Person == person).Select(each => each.Code)];

    private List<HashSet<string>> There() => [.. (facts.People ?? []).Where(_holder.IsThere).Select(_holder.Counting)];

    // A new person for every place is enough.
    private List<HashSet<string>> People() =>
        [.. There(), .. staffings.SelectMany(staffing => staffing.Seats).SelectMany(seat => Enumerable.Range(0, seat.Count)).Select(_ => new HashSet<string>())];

    private List<(int Person, string Code)> Possible()
    {
        var takeable = staffings.SelectMany(staffing => staffing.Seats)
            .SelectMany(seat => _holder.Named(seat.Holds))
            .Distinct(StringComparer.Ordinal)
            .Where(_holder.CanBeTaken)
            .ToList();

        return [.. People().SelectMany((counting, person) => takeable.Where(code => !counting.Contains(code)).Select(code => (person, code)))];
    }
}
