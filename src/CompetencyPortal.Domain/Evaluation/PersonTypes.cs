namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The people who can carry out a plan, as few types: those for whom every gate costs the same are of one type. The last type is that of new people,
/// of whom there are as many as needed.
/// </summary>
internal sealed class PersonTypes
{
    private readonly int[] _typeOf;
    private readonly List<ulong[]> _open = [];
    private readonly List<int> _counts = [];

    private PersonTypes(int people)
    {
        _typeOf = new int[people];
    }

    public int Count => _open.Count;

    public int NewPerson => _open.Count - 1;

    /// <summary>Those there on the day, and new people.</summary>
    /// <param name="people">Null: unknown, that is as if there were nobody.</param>
    public static PersonTypes Of(PeopleIndex? people, CredentialCircuit circuit)
    {
        var types = new PersonTypes(people?.Count ?? 0);
        var known = new Dictionary<ulong[], int>(GateSetComparer.Instance).GetAlternateLookup<ReadOnlySpan<ulong>>();
        var open = new ulong[circuit.Words];

        for (var person = 0; person < types._typeOf.Length; person++)
        {
            if (!people!.IsThere(person))
            {
                types._typeOf[person] = -1;
                continue;
            }

            people.Open[person].CopyTo(open);
            circuit.Reduce(open);

            if (!known.TryGetValue(open, out var type))
            {
                type = types.Add(open);
                known[open] = type;
            }

            types._typeOf[person] = type;
            types._counts[type]++;
        }

        types.Add(new ulong[circuit.Words]);
        types._counts[^1] = int.MaxValue;

        return types;
    }

    /// <summary>What is open for people of the type, reduced to what makes a difference.</summary>
    public ReadOnlySpan<ulong> Open(int type) => _open[type];

    /// <summary>How many there are of each type.</summary>
    public IReadOnlyList<int> Available => _counts;

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

    /// <summary>The people of an existing type, by id ordinally, as places in the index.</summary>
    public IEnumerable<int> Members(int type) => _typeOf.Index().Where(person => person.Item == type).Select(person => person.Index);

    private int Add(ReadOnlySpan<ulong> open)
    {
        _open.Add(open.ToArray());
        _counts.Add(0);

        return _open.Count - 1;
    }
}
