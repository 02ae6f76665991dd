using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>What is acquired at least.</summary>
public sealed record Acquisition(decimal Cost, int NewPeople);

/// <summary>
/// The cheapest acquisitions that fill several staffing requirements at once. Tries for one person after the other every choice of at most one seat in
/// each staffing, and for each choice every set of credentials that the person could take; after those who are there come new people.
/// </summary>
public sealed class JointStaffing
{
    private readonly Holder _holder;
    private readonly List<SeatKind> _kinds;
    private readonly List<Seats> _choices;
    private readonly List<HashSet<string>> _people;
    private readonly List<Dictionary<Seats, decimal>> _costs;
    private readonly Dictionary<(int Person, string Open), Acquisition?> _known = [];
    private readonly Rulebook _rules;

    public JointStaffing(Rulebook rules, Facts facts, IReadOnlyList<StaffingRequirement> staffings)
    {
        _rules = rules;
        _holder = new Holder(rules, facts.AsOf);
        _kinds = [.. staffings.SelectMany((staffing, index) => staffing.Seats.Select(seat => new SeatKind(index, seat)))];
        _choices = [.. Choices(staffings.Count)];
        _people = [.. (facts.People ?? []).Where(_holder.IsThere).Select(_holder.Counting)];
        // Behind the people who are there: any new one.
        _costs = [.. _people.Append([]).Select(Costs)];
    }

    /// <summary>The least cost, then the fewest new people; null when no acquisitions fill all seats.</summary>
    public Acquisition? Least() => Least(0, [.. _kinds.Select(kind => kind.Seat.Count)]);

    private Acquisition? Least(int person, int[] open)
    {
        if (open.All(count => count == 0))
        {
            return new Acquisition(0, 0);
        }

        var key = (person, string.Join(',', open));

        if (!_known.TryGetValue(key, out var least))
        {
            least = person < _people.Count ? WithPerson(person, open) : WithNewPerson(open);
            _known.Add(key, least);
        }

        return least;
    }

    private Acquisition? WithPerson(int person, int[] open) =>
        Best(_choices.Where(choice => IsOpen(choice, open)).Select(choice => Add(person, choice, 0, Least(person + 1, Without(open, choice)))));

    // Some new person must take the first open place, and it is all the same which.
    private Acquisition? WithNewPerson(int[] open)
    {
        var first = Array.FindIndex(open, count => count > 0);

        return Best(_choices
            .Where(choice => choice.Contains(first) && IsOpen(choice, open) && _costs[_people.Count].ContainsKey(choice))
            .Select(choice => Add(_people.Count, choice, 1, Least(_people.Count, Without(open, choice)))));
    }

    private Acquisition? Add(int person, Seats choice, int newPeople, Acquisition? rest) =>
        rest is not null && _costs[person].TryGetValue(choice, out var cost) ? new Acquisition(cost + rest.Cost, newPeople + rest.NewPeople) : null;

    private static Acquisition? Best(IEnumerable<Acquisition?> acquisitions) =>
        acquisitions.OfType<Acquisition>().OrderBy(each => each.Cost).ThenBy(each => each.NewPeople).FirstOrDefault();

    private static bool IsOpen(Seats choice, int[] open) => open.Index().All(kind => kind.Item > 0 || !choice.Contains(kind.Index));

    private static int[] Without(int[] open, Seats choice) => [.. open.Select((count, kind) => choice.Contains(kind) ? count - 1 : count)];

    /// <summary>At most one seat in each staffing.</summary>
    private IEnumerable<Seats> Choices(int staffings)
    {
        IEnumerable<Seats> choices = [new Seats(0)];

        for (var staffing = 0; staffing < staffings; staffing++)
        {
            var kinds = _kinds.Index().Where(kind => kind.Item.Staffing == staffing).Select(kind => kind.Index).ToList();
            choices = [.. choices.SelectMany(choice => kinds.Select(choice.With).Prepend(choice))];
        }

        return choices;
    }

    private Dictionary<Seats, decimal> Costs(HashSet<string> counting)
    {
        var abilities = Subsets.Of(Takeable(counting))
            .Select(taken => (Cost: taken.Sum(code => _rules.Credential(code)!.Cost), Seats: Able([.. counting, .. taken])))
            .ToList();

        return _choices
            .Select(choice => (Choice: choice, Cost: abilities.Where(ability => ability.Seats.Contain(choice)).Min(ability => (decimal?)ability.Cost)))
            .Where(pair => pair.Cost is not null)
            .ToDictionary(pair => pair.Choice, pair => pair.Cost!.Value);
    }

    private List<string> Takeable(HashSet<string> counting) =>
        [.. _kinds.SelectMany(kind => _holder.Named(kind.Seat.Holds)).Distinct(StringComparer.Ordinal).Where(_holder.CanBeTaken).Except(counting)];

    private Seats Able(HashSet<string> codes) =>
        _kinds.Index().Where(kind => _holder.Satisfies(kind.Item.Seat.Holds, codes)).Aggregate(new Seats(0), (able, kind) => able.With(kind.Index));

    private sealed record SeatKind(int Staffing, SeatDefinition Seat);

    /// <summary>Some of the seat kinds, a bit each.</summary>
    private readonly record struct Seats(int Bits)
    {
        public bool Contains(int kind) => (Bits & (1 << kind)) != 0;

        public bool Contain(Seats others) => (Bits & others.Bits) == others.Bits;

        public Seats With(int kind) => new(Bits | (1 << kind));
    }
}
