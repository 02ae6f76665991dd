using System.Collections.Concurrent;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// What can be taken on a day, and the cheapest ways to open gates with it. What somebody lacks depends only on the gates that make a difference,
/// so that few questions are ever asked; their answers are kept. Safe for use by several threads at once.
/// </summary>
internal sealed class Offer
{
    /// <summary>No rule that anybody wrote asks so many questions; beyond it answers are found anew each time.</summary>
    private const int MostAnswers = 10_000;

    private const int MostWordsOnStack = 128;

    private static readonly CredentialChoice Nothing = new([], [], Effort.None, Effort.None);

    private readonly CredentialCircuit _circuit;
    private readonly DateOnly _day;
    private readonly Effort[] _costs;
    private readonly ConcurrentDictionary<ulong[], CredentialChoice?> _answers = new(GateSetComparer.Instance);
    private readonly ConcurrentDictionary<ulong[], CredentialChoice?[]> _seatAnswers = new(GateSetComparer.Instance);

    public Offer(CredentialCircuit circuit, DateOnly day)
    {
        _circuit = circuit;
        _day = day;
        _costs = Costs();
    }

    public CredentialCircuit Circuit => _circuit;

    public DateOnly Day => _day;

    /// <summary>The cheapest set of credentials that opens the gates for somebody; null where none does.</summary>
    /// <param name="reduced">What is open for the person, reduced to what makes a difference.</param>
    /// <param name="gates">At least one of the gates that were asked for, as a set.</param>
    public CredentialChoice? Cheapest(ReadOnlySpan<ulong> reduced, ReadOnlySpan<ulong> gates)
    {
        if (reduced.Covers(gates))
        {
            return Nothing;
        }

        var length = reduced.Length + gates.Length;
        Span<ulong> question = length <= MostWordsOnStack ? stackalloc ulong[length] : new ulong[length];
        reduced.CopyTo(question);
        gates.CopyTo(question[reduced.Length..]);

        if (!_answers.GetAlternateLookup<ReadOnlySpan<ulong>>().TryGetValue(question, out var answer))
        {
            answer = CheapestCredentials.Find(_circuit, Members(gates), reduced.ToArray(), _costs, _day);
            Keep(question, answer);
        }

        return answer;
    }

    /// <summary>For each seat what <see cref="Cheapest(ReadOnlySpan{ulong}, ReadOnlySpan{ulong})"/> says of it.</summary>
    /// <param name="reduced">What is open for the person, reduced to what makes a difference.</param>
    public CredentialChoice?[] Cheapest(ReadOnlySpan<ulong> reduced, StaffingNode staffing)
    {
        var length = reduced.Length + 1;
        Span<ulong> question = length <= MostWordsOnStack ? stackalloc ulong[length] : new ulong[length];
        reduced.CopyTo(question);
        question[^1] = (ulong)staffing.Number;

        if (!_seatAnswers.GetAlternateLookup<ReadOnlySpan<ulong>>().TryGetValue(question, out var answer))
        {
            answer = new CredentialChoice?[staffing.GateSets.Length];

            for (var seat = 0; seat < answer.Length; seat++)
            {
                answer[seat] = Cheapest(reduced, staffing.GateSets[seat]);
            }

            if (_seatAnswers.Count < MostAnswers)
            {
                _seatAnswers[question.ToArray()] = answer;
            }
        }

        return answer;
    }

    /// <summary>A smallest set of what the person holds that opens the gate.</summary>
    /// <param name="open">Every gate that is open for the person.</param>
    public CredentialChoice? Smallest(ReadOnlySpan<ulong> open, int gate)
    {
        var held = new Effort[_circuit.Credentials.Count];

        for (var credential = 0; credential < held.Length; credential++)
        {
            held[credential] = open.Has(credential) ? Effort.Of(1) : Effort.Impossible;
        }

        return CheapestCredentials.Find(_circuit, [gate], new ulong[_circuit.Words], held, _day);
    }

    private void Keep(ReadOnlySpan<ulong> question, CredentialChoice? answer)
    {
        if (_answers.Count < MostAnswers)
        {
            _answers[question.ToArray()] = answer;
        }
    }

    private int[] Members(ReadOnlySpan<ulong> gates)
    {
        var members = new List<int>();

        for (var gate = 0; gate < _circuit.Gates.Count; gate++)
        {
            if (gates.Has(gate))
            {
                members.Add(gate);
            }
        }

        return [.. members];
    }

    // Whatever can be replaced by something that costs no more is left out: it would only be tried in vain.
    private Effort[] Costs()
    {
        Effort[] costs = [.. _circuit.Credentials.Zip(_circuit.Terms, (credential, terms) => terms.CanBeTaken(_day) ? Effort.Of(credential.Cost) : Effort.Impossible)];

        return [.. costs.Select((cost, credential) => IsReplaceable(credential, costs) ? Effort.Impossible : cost)];
    }

    private bool IsReplaceable(int credential, Effort[] costs)
    {
        for (var other = 0; other < costs.Length; other++)
        {
            if (other != credential && costs[other].IsPossible && _circuit.CanReplace(other, credential) && IsPreferred(other, credential, costs))
            {
                return true;
            }
        }

        return false;
    }

    // Of two that can replace each other at the same cost the first stays.
    private bool IsPreferred(int one, int two, Effort[] costs) =>
        costs[one] < costs[two] || (costs[one] == costs[two] && (one < two || !_circuit.CanReplace(other: two, credential: one)));
}
