namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The people who can carry out a plan, as few types: those for whom every gate costs the same are of one type. The last type is that of new people,
/// of whom there are as many as needed.
/// </summary>
internal sealed class PersonTypes
{
    private const int Absent = -1;

    /// <summary>Room for what most organizations need.</summary>
    private const int FewTypes = 16;

    private readonly PeopleIndex? _people;
    private readonly int[] _typeOf;
    private readonly List<ulong[]> _open = [];
    private readonly List<int> _available = [];

    private PersonTypes(PeopleIndex? people)
    {
        _people = people;
        _typeOf = new int[people?.Count ?? 0];
    }

    public int Count => _open.Count;

    public int NewPerson => _open.Count - 1;

    /// <summary>How many there are of each type.</summary>
    public IReadOnlyList<int> Available => _available;

    /// <summary>Those there on the day, and new people.</summary>
    /// <param name="people">Null: unknown, that is as if there were nobody.</param>
    public static PersonTypes Of(PeopleIndex? people, CredentialCircuit circuit)
    {
        var types = new PersonTypes(people);

        if (people is not null)
        {
            types.Sort(people, circuit);
        }

        types._open.Add(new ulong[circuit.Words]);
        types._available.Add(int.MaxValue);

        return types;
    }

    /// <summary>What is open for people of the type, reduced to what makes a difference.</summary>
    public ReadOnlySpan<ulong> Open(int type) => _open[type];

    /// <summary>What something takes somebody of the type: a new person counts once.</summary>
    /// <param name="credentials">Null: impossible.</param>
    public Effort Effort(int type, Effort? credentials)
    {
        if (credentials is not { } effort)
        {
            return Evaluation.Effort.Impossible;
        }

        return type == NewPerson ? effort + Evaluation.Effort.NewPerson : effort;
    }

    /// <summary>The people of an existing type, by id ordinally.</summary>
    public List<int> Members(int type)
    {
        var members = new List<int>();

        for (var person = 0; person < _typeOf.Length; person++)
        {
            if (_typeOf[person] == type)
            {
                members.Add(person);
            }
        }

        members.Sort((one, other) => string.CompareOrdinal(_people?[one].Id, _people?[other].Id));

        return members;
    }

    private void Sort(PeopleIndex people, CredentialCircuit circuit)
    {
        var known = new Dictionary<ulong[], int>(FewTypes, GateSetComparer.Instance);
        var numbers = known.GetAlternateLookup<ReadOnlySpan<ulong>>();
        var open = new ulong[circuit.Words];
        var nothing = Absent;

        for (var person = 0; person < _typeOf.Length; person++)
        {
            if (!people.IsThere(person))
            {
                _typeOf[person] = Absent;
            }
            else if (people.IsAble(person))
            {
                people.Open[person].CopyTo(open);
                circuit.Reduce(open);
                _typeOf[person] = NumberOf(open);
            }
            else
            {
                // Most people hold nothing that matters.
                nothing = nothing == Absent ? NumberOf(new ulong[circuit.Words]) : nothing;
                _typeOf[person] = nothing;
            }
        }

        InOrder(known);

        int NumberOf(ReadOnlySpan<ulong> set)
        {
            if (!numbers.TryGetValue(set, out var number))
            {
                number = known.Count;
                numbers[set] = number;
            }

            return number;
        }
    }

    // In an order of their own, not that in which the facts name them.
    private void InOrder(Dictionary<ulong[], int> known)
    {
        ulong[][] sets = [.. known.Keys];
        int[] numbers = [.. known.Values];
        Array.Sort(sets, numbers, GateSetComparer.Instance);
        var typeOf = new int[numbers.Length];

        for (var type = 0; type < numbers.Length; type++)
        {
            typeOf[numbers[type]] = type;
            _open.Add(sets[type]);
            _available.Add(0);
        }

        for (var person = 0; person < _typeOf.Length; person++)
        {
            if (_typeOf[person] != Absent)
            {
                _typeOf[person] = typeOf[_typeOf[person]];
                _available[_typeOf[person]]++;
            }
        }
    }
}
