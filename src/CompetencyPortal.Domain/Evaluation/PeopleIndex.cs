namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The people of the facts, with what is open for each on the day and when that changes. A person is known by the place in the facts.</summary>
internal sealed class PeopleIndex
{
    private readonly ValueList<PersonFacts> _people;
    private readonly CredentialCircuit _circuit;
    private readonly DateOnly _end;
    private Dictionary<int, int>? _howMany;
    private Dictionary<int, List<(DateOnly From, int People)>>? _howManyFrom;
    private int[]? _byId;
    private PeopleChange[]? _changes;
    private ILookup<DateOnly, PeopleChange>? _changesOn;

    /// <param name="abilities">How many the version has.</param>
    public PeopleIndex(ValueList<PersonFacts> people, DateOnly day, CredentialCircuit circuit, int abilities)
    {
        _people = people;
        _circuit = circuit;
        _end = Calendar.MonthsAfter(day, Outlook.Months);
        Day = day;
        Open = OpenGates.Of(people.AsSpan(), day, circuit, new ulong[people.Count * circuit.Words], new int[abilities]);
    }

    public DateOnly Day { get; }

    public int Count => _people.Count;

    public PersonFacts this[int person] => _people[person];

    public OpenGates Open { get; }

    /// <summary>All people by id ordinally, so that nothing depends on the order of the facts.</summary>
    public int[] ById => _byId ??= SortById();

    /// <summary>Every later day, up to the end of an outlook, on which something else is open for somebody, in order.</summary>
    public PeopleChange[] Changes => _changes ??= FindChanges();

    public IEnumerable<PeopleChange> ChangesOn(DateOnly day)
    {
        _changesOn ??= Changes.ToLookup(change => change.On);

        return _changesOn[day];
    }

    /// <summary>For how many people the gate is open on a day, not before that of the facts and not after the end of an outlook.</summary>
    public int HowMany(int gate, DateOnly day) =>
        HowManyFrom(gate).FindLast(state => state.From <= day).People;

    /// <summary>For how many people the gate is open on the day of the facts.</summary>
    public int HowMany(int gate)
    {
        _howMany ??= [];

        if (!_howMany.TryGetValue(gate, out var count))
        {
            count = Open.HowMany(gate);
            _howMany.Add(gate, count);
        }

        return count;
    }

    // A state for the day of the facts, and one for each later day on which something changes.
    private List<(DateOnly From, int People)> HowManyFrom(int gate)
    {
        _howManyFrom ??= [];

        if (!_howManyFrom.TryGetValue(gate, out var states))
        {
            states = [(Day, HowMany(gate))];

            foreach (var changes in Changes.GroupBy(change => change.On))
            {
                states.Add((changes.Key, states[^1].People + changes.Sum(change => Convert.ToInt32(change.Open.AsSpan().Has(gate)) - Convert.ToInt32(change.Before.AsSpan().Has(gate)))));
            }

            _howManyFrom.Add(gate, states);
        }

        return states;
    }

    /// <summary>Whether anything is open for the person.</summary>
    public bool IsAble(int person) => Open[person].ContainsAnyExcept(0ul);

    public bool IsThere(int person) => !IsYetToJoin(person) && !HasLeft(person);

    public bool IsYetToJoin(int person) => Day < _people[person].From;

    public bool HasLeft(int person) => _people[person].Until < Day;

    /// <summary>What would be open if nothing that has counted had ever ended.</summary>
    /// <param name="open">Takes the set.</param>
    public ReadOnlySpan<ulong> EverOpen(int person, Span<ulong> open)
    {
        open.Clear();

        foreach (var record in _people[person].Credentials.AsSpan())
        {
            if (_circuit.IndexOf(record.Code) is { } index && _circuit.Terms[index].HasCounted(record, Day))
            {
                open.Add(index);
            }
        }

        _circuit.Open(open, day: null);

        return open;
    }

    /// <summary>Whether there is a record, counting or not, of one of the credentials.</summary>
    public bool HasAnyOf(int person, IReadOnlySet<int> credentials)
    {
        foreach (var record in _people[person].Credentials.AsSpan())
        {
            if (record.EarnedOn <= Day && _circuit.IndexOf(record.Code) is { } index && credentials.Contains(index))
            {
                return true;
            }
        }

        return false;
    }

    private int[] SortById()
    {
        int[] people = [.. Enumerable.Range(0, Count)];

        if (!IsInOrder())
        {
            Array.Sort([.. _people.Select(person => person.Id)], people, StringComparer.Ordinal);
        }

        return people;
    }

    // A million ids are mostly in order already, and looking costs less than sorting.
    private bool IsInOrder()
    {
        for (var next = 1; next < Count; next++)
        {
            if (string.CompareOrdinal(_people[next - 1].Id, _people[next].Id) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private PeopleChange[] FindChanges()
    {
        var changes = new List<PeopleChange>();
        var days = new List<DateOnly>();

        foreach (var person in ById)
        {
            days.Clear();
            CollectDays(_people[person], days);
            AddChanges(person, days, changes);
        }

        return [.. changes.OrderBy(change => change.On)];
    }

    private void AddChanges(int person, List<DateOnly> days, List<PeopleChange> changes)
    {
        if (days.Count == 0)
        {
            return;
        }

        var before = Open[person];

        foreach (var day in days.Distinct().Order())
        {
            var open = new ulong[_circuit.Words];
            _circuit.OpenFor(_people[person], day, open);

            if (!before.SequenceEqual(open))
            {
                changes.Add(new PeopleChange(day, person, before.ToArray(), open));
                before = open;
            }
        }
    }

    private void CollectDays(PersonFacts person, List<DateOnly> days)
    {
        Collect(person.From, days);
        Collect(Calendar.DayAfter(person.Until), days);

        foreach (var record in person.Credentials.AsSpan())
        {
            if (_circuit.IndexOf(record.Code) is { } index)
            {
                Collect(record.EarnedOn, days);
                Collect(Calendar.DayAfter(_circuit.Terms[index].LastDay(record)), days);
            }
        }

        foreach (var end in _circuit.EndsOfDerivations.AsSpan())
        {
            Collect(Calendar.DayAfter(end), days);
        }
    }

    private void Collect(DateOnly? day, List<DateOnly> days)
    {
        if (day is { } on && on > Day && on <= _end)
        {
            days.Add(on);
        }
    }
}

/// <summary>From the day on, other gates are open for the person than before.</summary>
internal sealed record PeopleChange(DateOnly On, int Person, ulong[] Before, ulong[] Open);
