namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Whether a staffing is met on later days, and without somebody.</summary>
internal sealed class Seating
{
    private readonly SeatDemand _demand;
    private readonly PeopleIndex _people;
    private readonly Dictionary<int, bool> _isMetWithout = [];
    private List<(DateOnly On, bool IsMet)>? _future;
    private HashSet<int>? _irreplaceable;

    public Seating(SeatDemand demand, PeopleIndex people)
    {
        _demand = demand;
        _people = people;
    }

    private List<(DateOnly On, bool IsMet)> Future => _future ??= FindFuture();

    private HashSet<int> Irreplaceable => _irreplaceable ??= _demand.Irreplaceable(_people.Open);

    /// <param name="day">Not before that of the facts and not after the end of an outlook.</param>
    public bool IsMetOn(DateOnly day)
    {
        var last = Future.FindLastIndex(state => state.On <= day);

        return Future[last].IsMet;
    }

    public bool IsMetWithout(int person) =>
        _demand.HasAbilities ? IsMetWithoutOne(_demand.AbilityOf(_people.Open[person]), person) : IsMetOn(_people.Day) && !Irreplaceable.Contains(person);

    // Whoever is able to fill the same seats leaves the same gap.
    private bool IsMetWithoutOne(int ability, int person)
    {
        if (!_isMetWithout.TryGetValue(ability, out var isMet))
        {
            var present = new Attendance(_demand, _people.Open);
            present.Replace(person, new ulong[_people.Open.Words]);
            isMet = present.CanMeet();
            _isMetWithout.Add(ability, isMet);
        }

        return isMet;
    }

    // A state for the day of the facts, and one for each later day that brings another.
    private List<(DateOnly On, bool IsMet)> FindFuture()
    {
        var present = new Attendance(_demand, _people.Open);
        var states = new List<(DateOnly On, bool IsMet)> { (_people.Day, present.CanMeet()) };

        foreach (var day in _people.Changes.GroupBy(change => change.On))
        {
            foreach (var change in day)
            {
                present.Replace(change.Person, change.Open);
            }

            var isMet = present.CanMeet();

            if (isMet != states[^1].IsMet)
            {
                states.Add((day.Key, isMet));
            }
        }

        return states;
    }

    /// <summary>Who can fill what, one change after the other.</summary>
    private sealed class Attendance(SeatDemand demand, OpenGates people)
    {
        private readonly OpenGates _people = people.Copy();
        private readonly int[] _counts = demand.HasAbilities ? demand.Count(people).ToArray() : [];

        public void Replace(int person, ReadOnlySpan<ulong> open)
        {
            if (demand.HasAbilities)
            {
                _counts[demand.AbilityOf(_people[person])]--;
                _counts[demand.AbilityOf(open)]++;
            }

            _people.Replace(person, open);
        }

        public bool CanMeet() => demand.HasAbilities ? demand.CanBeMet(_counts) : demand.CanBeMet(_people);
    }
}
