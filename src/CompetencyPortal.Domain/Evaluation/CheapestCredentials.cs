namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Finds the cheapest set of credentials that opens a gate; among equally cheap ones always the same. Branch and bound.</summary>
internal sealed class CheapestCredentials
{
    /// <summary>Steps, not time: the same facts give the same answer everywhere. Only a tangle of groups that share credentials comes near it; then the best set found so far stands.</summary>
    private const int Budget = 20_000;

    private readonly CredentialCircuit _circuit;
    private readonly decimal?[] _costs;
    private readonly DateOnly _day;
    private readonly List<int> _chosen = [];
    private decimal _cost;
    private int _steps;
    private CredentialChoice? _best;

    private CheapestCredentials(CredentialCircuit circuit, decimal?[] costs, DateOnly day)
    {
        _circuit = circuit;
        _costs = [.. costs];
        _day = day;
    }

    /// <summary>The cheapest set of further credentials that opens the gate; null where none does.</summary>
    /// <param name="costs">Per credential of the circuit: 0 where it is there already, null where it is not to be had.</param>
    public static CredentialChoice? Find(CredentialCircuit circuit, int gate, decimal?[] costs, DateOnly day)
    {
        var search = new CheapestCredentials(circuit, costs, day);
        search.Satisfy(new ToOpen(gate, null));

        return search._best;
    }

    private void Satisfy(ToOpen? ahead)
    {
        var least = LeastCosts();

        if (_steps++ >= Budget || !IsWorthwhile(ahead, least))
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
            _best = new CredentialChoice([.. _chosen], _cost);
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
            case CredentialGate credential:
                Choose(credential.Credential, rest);
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

        foreach (var (index, gate) in _circuit.Gates.Index())
        {
            least[index] = gate switch
            {
                CredentialGate credential => _costs[credential.Credential],
                AnyGate any => any.Inputs.Min(input => least[input]),
                AcceptedGate accepted when accepted.Until < _day => null,
                _ => gate.Inputs.Any(input => least[input] is null) ? null : gate.Inputs.Max(input => least[input]),
            };
        }

        return least;
    }

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

        return _best is null || _cost + needed < _best.Cost;
    }

    /// <summary>The gates still to be opened.</summary>
    private sealed record ToOpen(int Gate, ToOpen? Rest);
}

/// <summary>Credentials, as places in the circuit, and what they cost together.</summary>
internal sealed record CredentialChoice(int[] Credentials, decimal Cost);
