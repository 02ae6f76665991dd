namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Finds the cheapest set of credentials that opens some gates; among equally cheap ones always the same. Branch and bound.</summary>
internal sealed class CheapestCredentials
{
    /// <summary>Steps, not time: the same facts give the same answer everywhere. Only a tangle of groups that share credentials comes near it; then the best set found so far stands.</summary>
    private const int Budget = 20_000;

    private readonly CredentialCircuit _circuit;
    private readonly decimal?[] _costs;
    private readonly ulong[] _open;
    private readonly DateOnly _day;
    private readonly List<int> _chosen = [];
    private decimal _cost;
    private int _steps;
    private CredentialChoice? _best;

    private CheapestCredentials(CredentialCircuit circuit, ulong[] open, decimal?[] costs, DateOnly day)
    {
        _circuit = circuit;
        _open = open;
        _costs = [.. costs];
        _day = day;
    }

    /// <summary>The cheapest set of further credentials that opens the gates; null where none does.</summary>
    /// <param name="open">The gates that are open already.</param>
    /// <param name="costs">Per credential of the circuit; null where it is not to be had.</param>
    public static CredentialChoice? Find(CredentialCircuit circuit, IReadOnlyList<int> gates, ulong[] open, decimal?[] costs, DateOnly day)
    {
        var search = new CheapestCredentials(circuit, open, costs, day);
        var least = search.LeastCosts();
        search.Satisfy(gates.Reverse().Aggregate((ToOpen?)null, (ahead, gate) => new ToOpen(gate, ahead)));

        return search._steps < Budget
            ? search._best
            : search._best! with { Bound = Effort.Of(gates.Max(gate => least[gate].GetValueOrDefault())) };
    }

    private void Satisfy(ToOpen? ahead)
    {
        var least = LeastCosts();

        if (_steps >= Budget && _best is not null)
        {
            return;
        }

        _steps++;

        if (!IsWorthwhile(ahead, least))
        {
            return;
        }

        // What costs nothing is open already.
        while (ahead is not null && least[ahead.Gate] == 0)
        {
            ahead = ahead.Rest;
        }

        if (ahead is null)
        {
            _best = new CredentialChoice([.. _chosen], Codes(), Effort.Of(_cost), Effort.Of(_cost));
        }
        else
        {
            Branch(ahead.Gate, ahead.Rest, least);
        }
    }

    private void Branch(int gate, ToOpen? rest, decimal?[] least)
    {
        switch (_circuit.Gates[gate])
        {
            case CredentialGate:
                Choose(gate, rest);
                break;
            case AnyGate any:
                SatisfyOneOf(any, rest, least);
                break;
            case var all:
                Satisfy(all.Inputs.Reverse().Aggregate(rest, (ahead, input) => new ToOpen(input, ahead)));
                break;
        }
    }

    private void Choose(int credential, ToOpen? rest)
    {
        var cost = _costs[credential];
        _costs[credential] = 0;
        _cost += cost.GetValueOrDefault();
        _chosen.Add(credential);

        Satisfy(rest);

        _chosen.RemoveAt(_chosen.Count - 1);
        _cost -= cost.GetValueOrDefault();
        _costs[credential] = cost;
    }

    // Of credentials that serve the same gates only the cheapest is worth a try.
    private void SatisfyOneOf(AnyGate any, ToOpen? rest, decimal?[] least)
    {
        var ways = any.Inputs
            .Where(input => least[input] is not null)
            .OrderBy(input => least[input])
            .DistinctBy(input => _circuit.KindOf(input));

        foreach (var way in ways)
        {
            Satisfy(new ToOpen(way, rest));
        }
    }

    // What each gate still costs at least, were everything chosen for it to serve the others as well.
    private decimal?[] LeastCosts()
    {
        var least = new decimal?[_circuit.Gates.Count];

        for (var index = 0; index < least.Length; index++)
        {
            least[index] = ((ReadOnlySpan<ulong>)_open).Has(index) ? 0 : LeastCost(index, least);
        }

        return least;
    }

    private decimal? LeastCost(int index, decimal?[] least) => _circuit.Gates[index] switch
    {
        CredentialGate => _costs[index],
        AnyGate any => any.Inputs.Min(input => least[input]),
        AcceptedGate accepted when accepted.Until < _day => null,
        var all => all.Inputs.Any(input => least[input] is null) ? null : all.Inputs.Max(input => least[input]),
    };

    private bool IsWorthwhile(ToOpen? ahead, decimal?[] least)
    {
        decimal needed = 0;

        for (; ahead is not null; ahead = ahead.Rest)
        {
            if (least[ahead.Gate] is not { } cost)
            {
                return false;
            }

            needed = Math.Max(needed, cost);
        }

        return _best is null || _cost + needed < _best.Effort.Cost;
    }

    private ValueList<string> Codes() => _chosen.Select(credential => _circuit.Credentials[credential].Code).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>The gates still to be opened.</summary>
    private sealed record ToOpen(int Gate, ToOpen? Rest);
}

/// <summary>Credentials, as places in the circuit, and what they cost together.</summary>
/// <param name="Codes">Ordinally.</param>
/// <param name="Bound">What any such set costs at least; less than <paramref name="Effort"/> only where the search gave up.</param>
internal sealed record CredentialChoice(int[] Credentials, ValueList<string> Codes, Effort Effort, Effort Bound);
