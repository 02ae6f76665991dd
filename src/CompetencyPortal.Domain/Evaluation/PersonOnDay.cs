namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A person as far as a version asks: there or not, and what counts on the day.</summary>
internal sealed class PersonOnDay
{
    private readonly bool[] _has;

    public PersonOnDay(PersonFacts facts, DateOnly day, CredentialCircuit circuit)
    {
        Facts = facts;
        Holds = new bool[circuit.Credentials.Count];
        _has = new bool[circuit.Credentials.Count];
        var hasHeld = new bool[circuit.Credentials.Count];

        foreach (var record in facts.Credentials)
        {
            if (circuit.IndexOf(record.Code) is { } index)
            {
                var credential = circuit.Credentials[index];
                _has[index] |= record.EarnedOn <= day;
                hasHeld[index] |= CredentialRules.HasCounted(record, credential, day);
                Holds[index] |= CredentialRules.Counts(record, credential, day);
            }
        }

        Opens = circuit.Open(Holds, day);
        HasOpened = circuit.Open(hasHeld, day: null);
        IsYetToJoin = day < facts.From;
        HasLeft = facts.Until < day;
    }

    public PersonFacts Facts { get; }

    public string Id => Facts.Id;

    public bool IsYetToJoin { get; }

    public bool HasLeft { get; }

    public bool IsThere => !IsYetToJoin && !HasLeft;

    /// <summary>Which of the circuit's credentials count on the day.</summary>
    public bool[] Holds { get; }

    /// <summary>Which gates are open on the day.</summary>
    public bool[] Opens { get; }

    /// <summary>Which gates would be open if nothing that has counted had ever ended.</summary>
    public bool[] HasOpened { get; }

    /// <summary>Whether there is a record, counting or not, of one of the credentials.</summary>
    public bool HasAnyOf(IEnumerable<int> credentials) => credentials.Any(credential => _has[credential]);
}
