namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Finds the cheapest set of credentials that opens some gates; among equally cheap ones always the same. Branch and bound.</summary>
internal sealed class CheapestCredentials
{
    /// <summary>
    /// Looks at a gate's input, not time: the same facts give the same answer everywhere. A tangle of some twenty groups that share credentials
    /// comes to it; then the best set found so far stands.
    /// </summary>
    private const long Budget = 400_000;

    private readonly CredentialCircuit _circuit;
    private readonly Effort[] _costs;
    private readonly ulong[] _open;
    private readonly DateOnly _day;
    private readonly Effort[] _least;
    private readonly List<int> _chosen = [];
    private Effort _cost = Effort.None;
    private long _looks;
    private bool _hasGivenUp;
    private int[]? _best;
    private Effort _bestCost = Effort.Impossible;

    private CheapestCredentials(CredentialCircuit circuit, ulong[] open, Effort[] costs, DateOnly day)
    {
        _circuit = circuit;
        _open = open;
        _costs = [.. costs];
        _day = day;
        _least = new Effort[circuit.Gates.Count];
    }

    /// <summary>The cheapest set of further credentials that opens the gates; null where none does.</summary>
    /// <param name="open">The gates that are open already.</param>
    /// <param name="costs">Per credential of the circuit; impossible where it is not to be had.</param>
    public static CredentialChoice? Find(CredentialCircuit circuit, IReadOnlyList<int> gates, ulong[] open, Effort[] costs, DateOnly day)
    {
        var search = new CheapestCredentials(circuit, open, costs, day);
        search.FindLeastCosts();
        var bound = gates.Max(gate => search._least[gate]);
        search.Satisfy(gates.Reverse().Aggregate((ToOpen?)null, (ahead, gate) => new ToOpen(gate, ahead)));

        if (search._best is not { } best)
        {
            return null;
        }

        return search._hasGivenUp ? search.Choice(search.WithoutSuperfluous(best, gates), costs, bound) : search.Choice(best, costs, search._bestCost);
    }

    private CredentialChoice Choice(int[] credentials, Effort[] costs, Effort bound) => new(
        credentials,
        credentials.Select(credential => _circuit.Credentials[credential].Code).Order(StringComparer.Ordinal).ToValueList(),
        credentials.Aggregate(Effort.None, (sum, credential) => sum + costs[credential]),
        bound);

    // Of a cheapest set nothing is superfluous; of one that was merely found something may be.
    private int[] WithoutSuperfluous(int[] credentials, IReadOnlyList<int> gates)
    {
        var needed = credentials.ToList();

        foreach (var credential in credentials)
        {
            var open = _open.ToArray();
            needed.Where(other => other != credential).ToList().ForEach(other => open.AsSpan().Add(other));
            _circuit.Open(open, _day);

            if (gates.All(gate => ((ReadOnlySpan<ulong>)open).Has(gate)))
            {
                needed.Remove(credential);
            }
        }

        return [.. needed];
    }

    private void Satisfy(ToOpen? ahead)
    {
        // The first way is always followed to its end: where none is blocked there is one.
        if (_looks > Budget && _best is not null)
        {
            _hasGivenUp = true;

            return;
        }

        FindLeastCosts();

        if (!IsWorthwhile(ahead))
        {
            return;
        }

        // What costs nothing is open already.
        while (ahead is not null && _least[ahead.Gate] == Effort.None)
        {
            ahead = ahead.Rest;
        }

        if (ahead is null)
        {
            _best = [.. _chosen];
            _bestCost = _cost;
        }
        else
        {
            Branch(ahead.Gate, ahead.Rest);
        }
    }

    private void Branch(int gate, ToOpen? rest)
    {
        switch (_circuit.Gates[gate])
        {
            case CredentialGate:
                Choose(gate, rest);
                break;
            case AnyGate any:
                SatisfyOneOf(any, rest);
                break;
            case var all:
                Satisfy(all.Inputs.Reverse().Aggregate(rest, (ahead, input) => new ToOpen(input, ahead)));
                break;
        }
    }

    private void Choose(int credential, ToOpen? rest)
    {
        var cost = _costs[credential];
        _costs[credential] = Effort.None;
        _cost += cost;
        _chosen.Add(credential);

        Satisfy(rest);

        _chosen.RemoveAt(_chosen.Count - 1);
        _cost -= cost;
        _costs[credential] = cost;
    }

    // Of credentials that serve the same gates only the cheapest is worth a try.
    private void SatisfyOneOf(AnyGate any, ToOpen? rest)
    {
        int[] ways =
        [
            .. any.Inputs
                .Where(input => _least[input].IsPossible)
                .OrderBy(input => _least[input])
                .DistinctBy(input => _circuit.KindOf(input)),
        ];

        foreach (var way in ways)
        {
            Satisfy(new ToOpen(way, rest));
        }
    }

    // What each gate still costs at least, were everything chosen for it to serve the others as well.
    private void FindLeastCosts()
    {
        for (var index = 0; index < _least.Length; index++)
        {
            _least[index] = ((ReadOnlySpan<ulong>)_open).Has(index) ? Effort.None : LeastCost(index);
        }

        _looks += _circuit.Looks;
    }

    private Effort LeastCost(int index) => _circuit.Gates[index] switch
    {
        CredentialGate => _costs[index],
        AnyGate any => Cheapest(any.Inputs),
        AcceptedGate accepted when accepted.Until < _day => Effort.Impossible,
        var all => Together(all.Inputs, _circuit.SharesNothing(index)),
    };

    private Effort Cheapest(int[] inputs)
    {
        var cheapest = Effort.Impossible;

        foreach (var input in inputs)
        {
            cheapest = _least[input] < cheapest ? _least[input] : cheapest;
        }

        return cheapest;
    }

    private Effort Together(int[] inputs, bool shareNothing)
    {
        var together = Effort.None;

        foreach (var input in inputs)
        {
            if (!_least[input].IsPossible)
            {
                return Effort.Impossible;
            }

            var dearest = _least[input] > together ? _least[input] : together;
            together = shareNothing ? together + _least[input] : dearest;
        }

        return together;
    }

    private bool IsWorthwhile(ToOpen? ahead)
    {
        var needed = Effort.None;

        for (; ahead is not null; ahead = ahead.Rest)
        {
            if (!_least[ahead.Gate].IsPossible)
            {
                return false;
            }

            needed = _least[ahead.Gate] > needed ? _least[ahead.Gate] : needed;
        }

        return _cost + needed < _bestCost;
    }

    /// <summary>The gates still to be opened.</summary>
    private sealed record ToOpen(int Gate, ToOpen? Rest);
}

/// <summary>Credentials, as places in the circuit, and what they cost together.</summary>
/// <param name="Codes">Ordinally.</param>
/// <param name="Bound">What any such set costs at least; less than <paramref name="Effort"/> only where the search gave up.</param>
internal sealed record CredentialChoice(int[] Credentials, ValueList<string> Codes, Effort Effort, Effort Bound);
