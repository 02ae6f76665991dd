namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The people who can carry out a plan, as few types: those for whom every gate costs the same are of one type. The last type is that of new people,
/// of whom there are as many as needed.
/// </summary>
internal sealed class PersonTypes
{
    private readonly PeopleIndex? _people;
    private readonly int _words;
    private readonly int[] _present;
    private readonly ulong[] _open;
    private Dictionary<int, int[]>? _members;

    private PersonTypes(PeopleIndex? people, CredentialCircuit circuit)
    {
        _people = people;
        _words = circuit.Words;
        _present = people is null ? [] : Present(people);
        // Nothing is open for a new person.
        _open = new ulong[(_present.Length + 1) * _words];

        if (people is not null)
        {
            Reduce(people, circuit);
        }

        Sort();
        Available = Group();
    }

    public int Count => Available.Length;

    public int NewPerson => Available.Length - 1;

    /// <summary>How many there are of each type.</summary>
    public int[] Available { get; }

    /// <summary>Those there on the day, and new people.</summary>
    /// <param name="people">Null: unknown, that is as if there were nobody.</param>
    public static PersonTypes Of(PeopleIndex? people, CredentialCircuit circuit) => new(people, circuit);

    /// <summary>What is open for people of the type, reduced to what makes a difference.</summary>
    public ReadOnlySpan<ulong> Open(int type) => Set(type);

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
    public int[] Members(int type)
    {
        _members ??= [];

        if (!_members.TryGetValue(type, out var members))
        {
            members = _present.AsSpan(Available.Take(type).Sum(), Available[type]).ToArray();
            Array.Sort(members, (one, other) => string.CompareOrdinal(_people?[one].Id, _people?[other].Id));
            _members.Add(type, members);
        }

        return members;
    }

    private static int[] Present(PeopleIndex people)
    {
        var present = new int[people.Count];
        var count = 0;

        for (var person = 0; person < present.Length; person++)
        {
            if (people.IsThere(person))
            {
                present[count++] = person;
            }
        }

        return count < present.Length ? present[..count] : present;
    }

    private void Reduce(PeopleIndex people, CredentialCircuit circuit)
    {
        for (var place = 0; place < _present.Length; place++)
        {
            // Most people hold nothing that matters.
            if (people.IsAble(_present[place]))
            {
                people.Open[_present[place]].CopyTo(Set(place));
                circuit.Reduce(Set(place));
            }
        }
    }

    // In an order of their own, not that in which the facts name them.
    private void Sort()
    {
        // Nearly every rule fits one word.
        if (_words == 1)
        {
            Array.Sort(_open, _present, 0, _present.Length);

            return;
        }

        ulong[][] sets = [.. Enumerable.Range(0, _present.Length).Select(place => Set(place).ToArray())];
        Array.Sort(sets, _present, GateSetComparer.Instance);

        foreach (var (place, set) in sets.Index())
        {
            set.CopyTo(Set(place));
        }
    }

    // One set for each type, that of a new person last.
    private int[] Group()
    {
        var counts = new List<int>();

        for (var place = 0; place < _present.Length; place++)
        {
            if (place == 0 || !Set(place).SequenceEqual(Set(counts.Count - 1)))
            {
                Set(place).CopyTo(Set(counts.Count));
                counts.Add(0);
            }

            counts[^1]++;
        }

        Set(counts.Count).Clear();

        return [.. counts, int.MaxValue];
    }

    private Span<ulong> Set(int number) => _open.AsSpan(number * _words, _words);
}
