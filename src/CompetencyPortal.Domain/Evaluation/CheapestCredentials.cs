namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Finds the cheapest set of credentials that opens some gates; among equally cheap ones always the same. Branch and bound.</summary>
internal sealed class CheapestCredentials
{
    /// <summary>
    /// Looks at a gate's input, not time: the same facts give the same answer everywhere. A tangle of some twenty groups that share credentials
    /// comes to it; then the best set found so far stands.
    /// </summary>
    private const long Budget = 400_000;

    /// <summary>The first way is followed beyond the budget, up to here with what it leaves to be paid worked out anew at each fork; then by what was known last.</summary>
    private const long FirstWayBudget = 20_000_000;

    private readonly CredentialCircuit _circuit;
    private readonly Effort[] _offered;
    private readonly Effort[] _costs;
    private readonly ulong[] _open;
    private readonly DateOnly _day;
    private readonly Effort[] _least;
    private readonly List<int> _chosen = [];
    private readonly Stack<Fork> _forks = [];
    private Effort _cost = Effort.None;
    private long _looks;
    private bool _isOutdated;
    private bool _hasGivenUp;
    private int[]? _best;
    private Effort _bestCost = Effort.Impossible;

    private CheapestCredentials(CredentialCircuit circuit, ulong[] open, Effort[] costs, DateOnly day)
    {
        _circuit = circuit;
        _open = open;
        _offered = costs;
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

        if (!bound.IsPossible)
        {
            return null;
        }

        search.Search(Ahead(gates, null));
        var best = search._best ?? [];

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

    private static ToOpen? Ahead(IEnumerable<int> gates, ToOpen? rest) => gates.Reverse().Aggregate(rest, (ahead, gate) => new ToOpen(gate, ahead));

    // From the last fork on, until all ways are tried. There may be more forks on one way than a stack of calls is deep.
    private void Search(ToOpen? ahead)
    {
        Follow(ahead);

        while (_forks.TryPeek(out var fork))
        {
            if (!fork.Ways.TryDequeue(out var way))
            {
                _forks.Pop();
            }
            else if (_looks > Budget && _best is not null)
            {
                _hasGivenUp = true;
                _forks.Clear();
            }
            else
            {
                GoBackTo(fork);
                Follow(new ToOpen(way, fork.Rest));
            }
        }
    }

    private bool IsInHaste => _best is null && _looks > FirstWayBudget;

    // Opens one gate after the other, at a fork the likeliest way first, until all are open or it is not worthwhile.
    private void Follow(ToOpen? ahead)
    {
        FindLeastCosts();

        while (ahead is not null && IsWorthwhile(ahead))
        {
            ahead = FollowToFork(ahead);

            if (ahead is null)
            {
                Keep();
            }
            else if (_isOutdated && !IsInHaste)
            {
                FindLeastCosts();
            }
            else
            {
                ahead = ForkAt(ahead);
            }
        }
    }

    private void Keep()
    {
        if (_cost < _bestCost)
        {
            _best = [.. _chosen];
            _bestCost = _cost;
        }
    }

    // Takes what there is no choice about.
    private ToOpen? FollowToFork(ToOpen? ahead)
    {
        while (ahead is not null && (_least[ahead.Gate] == Effort.None || _circuit.Gates[ahead.Gate] is not AnyGate))
        {
            ahead = Open(ahead);
        }

        return ahead;
    }

    private ToOpen? Open(ToOpen next)
    {
        // What costs nothing is open already.
        if (_least[next.Gate] == Effort.None)
        {
            return next.Rest;
        }

        if (_circuit.Gates[next.Gate] is not CredentialGate)
        {
            return Ahead(_circuit.Gates[next.Gate].Inputs, next.Rest);
        }

        Choose(next.Gate);

        return next.Rest;
    }

    private ToOpen ForkAt(ToOpen next)
    {
        var ways = Ways(_circuit.Gates[next.Gate].Inputs);
        var likeliest = ways.Dequeue();

        if (ways.Count > 0)
        {
            _forks.Push(new Fork(ways, next.Rest, _chosen.Count));
        }

        return new ToOpen(likeliest, next.Rest);
    }

    // Of credentials that serve the same gates only the cheapest is worth a try.
    private Queue<int> Ways(int[] inputs) => new(inputs
        .Where(input => _least[input].IsPossible)
        .OrderBy(input => _least[input])
        .DistinctBy(_circuit.KindOf));

    private void Choose(int credential)
    {
        _chosen.Add(credential);
        _cost += _costs[credential];
        _costs[credential] = Effort.None;
        _least[credential] = Effort.None;
        _isOutdated = true;
    }

    private void GoBackTo(Fork fork)
    {
        foreach (var credential in _chosen.Skip(fork.Chosen))
        {
            _costs[credential] = _offered[credential];
            _cost -= _offered[credential];
        }

        _chosen.RemoveRange(fork.Chosen, _chosen.Count - fork.Chosen);
    }

    // What each gate still costs at least, were everything chosen for it to serve the others as well.
    private void FindLeastCosts()
    {
        for (var index = 0; index < _least.Length; index++)
        {
            _least[index] = ((ReadOnlySpan<ulong>)_open).Has(index) ? Effort.None : LeastCost(index);
        }

        _looks += _circuit.Looks;
        _isOutdated = false;
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

    // Whatever is ahead can be opened, or it would not be there.
    private bool IsWorthwhile(ToOpen ahead)
    {
        var needed = Effort.None;

        for (var next = ahead; next is not null && _best is not null; next = next.Rest)
        {
            needed = _least[next.Gate] > needed ? _least[next.Gate] : needed;
        }

        return _cost + needed < _bestCost;
    }

    /// <summary>The gates still to be opened.</summary>
    private sealed record ToOpen(int Gate, ToOpen? Rest);

    /// <summary>Ways not yet tried.</summary>
    /// <param name="Chosen">How many credentials were chosen before.</param>
    private sealed record Fork(Queue<int> Ways, ToOpen? Rest, int Chosen);
}

/// <summary>Credentials, as places in the circuit, and what they cost together.</summary>
/// <param name="Codes">Ordinally.</param>
/// <param name="Bound">What any such set costs at least; less than <paramref name="Effort"/> only where the search gave up.</param>
internal sealed record CredentialChoice(int[] Credentials, ValueList<string> Codes, Effort Effort, Effort Bound);
