using System.Collections.Concurrent;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// What can be taken on a day, and the cheapest ways to open gates with it. What somebody lacks depends only on the gates that make a difference,
/// and of these on those below what is to be opened: so few questions are ever asked, and their answers are kept. Safe for use by several threads at once.
/// </summary>
internal sealed class Offer
{
    /// <summary>No rule that anybody wrote asks so many questions. When they are reached, all are forgotten, and what is still asked comes back.</summary>
    private const int MostAnswers = 10_000;

    /// <summary>Of all questions of a kind, some megabytes.</summary>
    private const int MostWordsKept = 1 << 20;

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
        var open = question[..reduced.Length];
        open.Clear();

        foreach (var gate in gates.Members())
        {
            open.Unite(_circuit.Below(gate));
        }

        open.Intersect(reduced);
        gates.CopyTo(question[reduced.Length..]);

        if (!_answers.GetAlternateLookup<ReadOnlySpan<ulong>>().TryGetValue(question, out var answer))
        {
            answer = CheapestCredentials.Find(_circuit, Members(gates), open.ToArray(), _costs, _day);
            Keep(_answers, question, answer);
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

            Keep(_seatAnswers, question, answer);
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

    private static int[] Members(ReadOnlySpan<ulong> gates)
    {
        var members = new List<int>();

        foreach (var gate in gates.Members())
        {
            members.Add(gate);
        }

        return [.. members];
    }

    private static void Keep<T>(ConcurrentDictionary<ulong[], T> answers, ReadOnlySpan<ulong> question, T answer)
    {
        if (answers.Count >= Math.Min(MostAnswers, MostWordsKept / question.Length))
        {
            answers.Clear();
        }

        answers[question.ToArray()] = answer;
    }

    // Whatever can be replaced by something that costs no more is left out: it would only be tried in vain.
    private Effort[] Costs()
    {
        Effort[] costs = [.. _circuit.Credentials.Zip(_circuit.Terms, (credential, terms) => terms.CanBeTaken(_day) ? Effort.Of(credential.Cost) : Effort.Impossible)];
        var replaceable = Enumerable.Range(0, costs.Length).Where(_circuit.IsReplaceable).ToArray();

        // First those that can replace each other, of which the first of the cheapest stays; there may be too many to compare each with each.
        foreach (var alike in replaceable.GroupBy(_circuit.KindOf))
        {
            var kept = alike.MinBy(credential => costs[credential]);

            foreach (var credential in alike.Where(credential => credential != kept))
            {
                costs[credential] = Effort.Impossible;
            }
        }

        foreach (var credential in replaceable.Where(credential => costs[credential].IsPossible && IsReplaced(credential, costs)))
        {
            costs[credential] = Effort.Impossible;
        }

        return costs;
    }

    private bool IsReplaced(int credential, Effort[] costs) => _circuit.Replacements(credential).Any(other => costs[other] <= costs[credential]);
}
