namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Finds the gates for which what opens one input is of no use to another.</summary>
internal sealed class DisjointInputs
{
    /// <summary>Looks at gates. Beyond it, as only contrived rules are, inputs count as sharing something: bounds are lower then, and as true.</summary>
    private const int Budget = 10_000_000;

    private readonly IReadOnlyList<Gate> _gates;
    private readonly bool[] _isTree;
    private readonly (int Gate, int Input)[] _foundFor;
    private readonly Stack<int> _ahead = [];
    private int _looks;

    private DisjointInputs(IReadOnlyList<Gate> gates)
    {
        _gates = gates;
        _isTree = Trees();
        _foundFor = [.. gates.Select(_ => (-1, -1))];
    }

    /// <summary>Per gate whether no credential counts for more than one of its inputs; false where one input is enough.</summary>
    public static bool[] Of(IReadOnlyList<Gate> gates)
    {
        var search = new DisjointInputs(gates);

        return [.. gates.Select((gate, index) => gate is not AnyGate && (search._isTree[index] || Array.TrueForAll(gate.Inputs, input => search.SharesNothing(index, input))))];
    }

    // Where everything below a gate serves one gate alone, there is nothing to search: rules of any length are mostly such trees.
    private bool[] Trees()
    {
        var uses = _gates.SelectMany(gate => gate.Inputs).CountBy(input => input).ToDictionary();
        var isTree = new bool[_gates.Count];

        foreach (var (index, gate) in _gates.Index())
        {
            isTree[index] = Array.TrueForAll(gate.Inputs, input => isTree[input] && uses[input] == 1);
        }

        return isTree;
    }

    // Whether nothing below the input was found below an earlier one.
    private bool SharesNothing(int gate, int input)
    {
        _ahead.Clear();
        _ahead.Push(input);

        while (_ahead.TryPop(out var next))
        {
            if (++_looks > Budget || (_foundFor[next].Gate == gate && _foundFor[next].Input != input))
            {
                return false;
            }

            if (_foundFor[next].Gate != gate)
            {
                _foundFor[next] = (gate, input);
                Array.ForEach(_gates[next].Inputs, _ahead.Push);
            }
        }

        return true;
    }
}
