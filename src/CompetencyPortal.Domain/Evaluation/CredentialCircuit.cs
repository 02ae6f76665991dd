using System.Collections.Frozen;
using System.Numerics;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// All that a version asks people to hold, as gates over the credentials it names: first a gate for each credential, then the others, each after
/// its inputs. So one pass over a set of bits says everything about a person, however often groups are used in each other.
/// </summary>
internal sealed class CredentialCircuit
{
    private const int MostWordsOnStack = 64;

    private readonly FrozenDictionary<string, int> _indexes;
    private readonly IReadOnlyDictionary<Holds, int> _asked;
    private readonly ulong[] _askedGates;
    private readonly ulong[]?[] _below;
    private readonly CompoundGate[] _compounds;
    private readonly CompoundGate[] _combining = [];
    private readonly ulong[] _openAlone = [];
    private readonly ulong _credentialBits;
    private readonly ValueList<int>[] _served;
    private readonly int[] _kinds;
    private readonly bool[] _shareNothing;
    private readonly bool[] _isReplaceable;

    public CredentialCircuit(IReadOnlyList<CredentialDefinition> credentials, IReadOnlyList<Gate> gates, IReadOnlyDictionary<Holds, int> asked)
    {
        Credentials = credentials;
        Gates = gates;
        Words = GateSet.Words(gates.Count);
        _below = new ulong[]?[gates.Count];
        _indexes = credentials.Index().ToFrozenDictionary(credential => credential.Item.Code, credential => credential.Index, StringComparer.Ordinal);
        _asked = asked;
        _askedGates = GateSet.Of(Words, asked.Values);
        Terms = [.. credentials.Select(credential => new CredentialTerms(credential))];
        _compounds = [.. gates.Index().Skip(credentials.Count).Select(gate => new CompoundGate(gate.Index, gate.Item))];
        _served = Served();

        if (Words == 1)
        {
            var opensForOne = OpensForOne();
            _combining = [.. _compounds.Where(gate => !opensForOne[gate.Index])];
            _openAlone = OpenAlone(opensForOne);
            _credentialBits = GateSet.Of(Words, Enumerable.Range(0, credentials.Count))[0];
        }

        _kinds = Kinds();
        _isReplaceable = Replaceable();
        _shareNothing = DisjointInputs.Of(gates);
        Looks = gates.Count + gates.Sum(gate => gate.Inputs.Length);
        EndsOfDerivations = gates.OfType<AcceptedGate>().Select(gate => gate.Until).Distinct().ToValueList();
    }

    /// <summary>Every credential that the version names, also through groups and derivations. A credential's place here is that of its gate.</summary>
    public IReadOnlyList<CredentialDefinition> Credentials { get; }

    /// <summary>When each of the credentials counts.</summary>
    public CredentialTerms[] Terms { get; }

    public IReadOnlyList<Gate> Gates { get; }

    /// <summary>How many words a set of gates takes.</summary>
    public int Words { get; }

    /// <summary>How many inputs a pass over all gates looks at.</summary>
    public int Looks { get; }

    /// <summary>The last days of derivations, after which some gate may close without a record ending.</summary>
    public ValueList<DateOnly> EndsOfDerivations { get; }

    /// <summary>The credential's place in <see cref="Credentials"/>; null where the version does not name it.</summary>
    public int? IndexOf(string code) => _indexes.TryGetValue(code, out var index) ? index : null;

    /// <summary>The place of the gate that is open for whoever satisfies what was asked for.</summary>
    public int GateOf(Holds holds) => _asked[holds];

    /// <summary>Gates of one kind can stand in for each other: they are the same gate, or credentials that serve the same gates and are not asked for themselves.</summary>
    public int KindOf(int gate) => _kinds[gate];

    /// <summary>Whether no credential counts for more than one of the gate's inputs.</summary>
    public bool SharesNothing(int gate) => _shareNothing[gate];

    /// <summary>Whether another credential may do in place of this one, because every gate that it serves is content with either.</summary>
    public bool IsReplaceable(int credential) => _isReplaceable[credential];

    /// <summary>The credentials that serve all gates which a replaceable one serves: whoever takes one of them never needs it.</summary>
    public IEnumerable<int> Replacements(int credential) =>
        Gates[_served[credential].MinBy(gate => Gates[gate].Inputs.Length)].Inputs
            .Where(other => other < Credentials.Count && other != credential && _served[credential].All(_served[other].Contains));

    /// <summary>Opens what the records open that count on the day; nothing for somebody who is not there.</summary>
    /// <param name="open">Empty before.</param>
    public void OpenFor(PersonFacts person, DateOnly day, Span<ulong> open)
    {
        if (day < person.From || person.Until < day)
        {
            return;
        }

        var holdsAny = false;

        foreach (var record in person.Credentials.AsSpan())
        {
            if (_indexes.TryGetValue(record.Code, out var index) && Terms[index].Counts(record, day))
            {
                open.Add(index);
                holdsAny = true;
            }
        }

        if (holdsAny)
        {
            Open(open, day);
        }
    }

    /// <summary>Adds the gates that open for somebody who holds the credentials in the set.</summary>
    /// <param name="day">Derived credentials that are no longer accepted on this day do not count; null: all do.</param>
    public void Open(Span<ulong> open, DateOnly? day)
    {
        if (Words == 1)
        {
            open[0] = Open(open[0], day ?? DateOnly.MinValue);

            return;
        }

        foreach (ref readonly var gate in _compounds.AsSpan())
        {
            if (gate.IsOpen(open, day ?? DateOnly.MinValue))
            {
                open.Add(gate.Index);
            }
        }
    }

    /// <summary>
    /// Forgets what no longer makes a difference, because everything it leads to is open: what remains decides alone what anything further costs.
    /// </summary>
    /// <param name="open">Every gate that is open.</param>
    public void Reduce(Span<ulong> open)
    {
        Span<ulong> needed = Words <= MostWordsOnStack ? stackalloc ulong[Words] : new ulong[Words];
        _askedGates.CopyTo(needed);

        foreach (ref readonly var gate in _compounds.AsSpan())
        {
            if (!((ReadOnlySpan<ulong>)open).Has(gate.Index))
            {
                gate.Inputs.AddTo(needed);
            }
        }

        open.Intersect(needed);
    }

    /// <summary>The credentials on which the gates depend, as places in <see cref="Credentials"/>.</summary>
    public IReadOnlySet<int> NamedBy(IEnumerable<int> gates) => Below(gates).Where(gate => gate < Credentials.Count).ToHashSet();

    /// <summary>The gate and all on which it depends, as a set.</summary>
    public ReadOnlySpan<ulong> Below(int gate) => _below[gate] ??= GateSet.Of(Words, Below([gate]));

    // Nearly every rule fits one word, and most of the time goes here.
    private ulong Open(ulong open, DateOnly day)
    {
        for (var held = open & _credentialBits; held != 0; held &= held - 1)
        {
            open |= _openAlone[BitOperations.TrailingZeroCount(held)];
        }

        foreach (ref readonly var gate in _combining.AsSpan())
        {
            open |= gate.OpenBit(open, day);
        }

        return open;
    }

    // Per credential what it opens by itself, so that only what combines several remains to be looked at.
    private ulong[] OpenAlone(bool[] opensForOne)
    {
        var open = new ulong[Credentials.Count];

        for (var credential = 0; credential < open.Length; credential++)
        {
            open[credential] = 1ul << credential;

            foreach (ref readonly var gate in _compounds.AsSpan())
            {
                open[credential] |= opensForOne[gate.Index] ? gate.OpenBit(open[credential], DateOnly.MinValue) : 0;
            }
        }

        return open;
    }

    // Per gate whether one credential, on any day, is enough to open it, and nothing else opens it.
    private bool[] OpensForOne()
    {
        var opensForOne = new bool[Gates.Count];

        foreach (var (index, gate) in Gates.Index())
        {
            opensForOne[index] = gate is CredentialGate || (gate is AnyGate any && Array.TrueForAll(any.Inputs, input => opensForOne[input]));
        }

        return opensForOne;
    }

    private HashSet<int> Below(IEnumerable<int> gates)
    {
        var below = new HashSet<int>();
        var ahead = new Stack<int>(gates);

        while (ahead.TryPop(out var gate))
        {
            foreach (var input in below.Add(gate) ? Gates[gate].Inputs : [])
            {
                ahead.Push(input);
            }
        }

        return below;
    }

    private ValueList<int>[] Served()
    {
        var served = Gates.Index()
            .SelectMany(gate => gate.Item.Inputs, (gate, input) => (Input: input, Gate: gate.Index))
            .ToLookup(wire => wire.Input, wire => wire.Gate);

        return [.. Enumerable.Range(0, Credentials.Count).Select(credential => served[credential].ToValueList())];
    }

    private bool[] Replaceable()
    {
        var asked = _asked.Values.ToHashSet();

        return [.. _served.Select((gates, credential) => !asked.Contains(credential) && gates.Count > 0 && gates.All(gate => Gates[gate] is AnyGate or AcceptedGate))];
    }

    private int[] Kinds()
    {
        var asked = _asked.Values.ToHashSet();
        var firstThatServes = new Dictionary<ValueList<int>, int>();
        var kinds = new int[Gates.Count];

        for (var index = 0; index < kinds.Length; index++)
        {
            kinds[index] = index;

            if (index < Credentials.Count && !asked.Contains(index) && !firstThatServes.TryAdd(_served[index], index))
            {
                kinds[index] = firstThatServes[_served[index]];
            }
        }

        return kinds;
    }
}

/// <summary>A gate over others, laid out for one pass after the other.</summary>
internal readonly struct CompoundGate
{
    private readonly bool _needsAll;
    private readonly ulong _first;
    private readonly DateOnly _until;

    public CompoundGate(int index, Gate gate)
    {
        Index = index;
        Inputs = new SparseGateSet(gate.Inputs);
        _needsAll = gate is AllGate;
        _first = Inputs.OnlyWord;
        _until = gate is AcceptedGate accepted ? accepted.Until : DateOnly.MaxValue;
    }

    public int Index { get; }

    public SparseGateSet Inputs { get; }

    public bool IsOpen(ReadOnlySpan<ulong> open, DateOnly day) => (_needsAll ? Inputs.IsCoveredBy(open) : Inputs.Intersects(open)) && day <= _until;

    /// <summary>The gate's own bit when it is open, in a set of one word.</summary>
    public ulong OpenBit(ulong open, DateOnly day)
    {
        var arriving = open & _first;
        var isOpen = arriving != 0 && (arriving == _first || !_needsAll) && day <= _until;

        return isOpen ? 1ul << Index : 0;
    }
}

/// <summary>Open or closed, for one person on one day.</summary>
/// <param name="Inputs">Places of gates before this one.</param>
internal abstract record Gate(int[] Inputs);

/// <summary>Open when a record of the credential counts that has the same place.</summary>
internal sealed record CredentialGate() : Gate([]);

internal sealed record AnyGate(int[] Inputs) : Gate(Inputs);

internal sealed record AllGate(int[] Inputs) : Gate(Inputs);

/// <summary>A derivation that counts until a day.</summary>
internal sealed record AcceptedGate(int Input, DateOnly Until) : Gate([Input]);
