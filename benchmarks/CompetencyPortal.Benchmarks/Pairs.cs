using CompetencyPortal.Benchmarks.Baselines;
using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Cli;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks;

/// <summary>What is measured against what. Before a pair runs, both must give the same answers.</summary>
internal static class Pairs
{
    private const int PartnerCount = 2_000;
    private const int LineCount = 100_000;

    private static readonly Evaluator Evaluator = new(Rules.Catalog);

    private static readonly Facts[] Partners = Generate(PartnerCount);

    public static (string Name, Func<string, IEnumerable<Outcome>> Run)[] All { get; } =
    [
        ("Status of both tiers, staffing, two kinds of seats, against LINQ and Hall's condition", TwoSeats),
        ("Status of both tiers, staffing, four kinds of seats, against a largest flow", FourSeats),
        ("Proven plan, two kinds of seats, against the Hungarian algorithm", Plan),
        ("evaluate --brief over 100,000 partners, against a bare Utf8JsonReader, two threads each", Lines),
        ("One organization with 1,000,000 people, full result", Million.Run),
    ];

    private static IEnumerable<Outcome> TwoSeats(string name)
    {
        var baseline = new HallEvaluator(new Abilities(Rules.Catalog));

        return Statuses(name, 5, 50, Rules.TwoSeats, baseline.Judge);
    }

    private static IEnumerable<Outcome> FourSeats(string name)
    {
        var baseline = new FlowEvaluator(new Abilities(Rules.Catalog));

        return Statuses(name, 10, 25, Rules.FourSeats, baseline.Judge);
    }

    private static IEnumerable<Outcome> Statuses(string name, double reach, int rounds, string competency, Func<Facts, (Status Silver, Status Gold)> baseline)
    {
        foreach (var partner in Partners)
        {
            Agree(partner, Judge(competency, partner), baseline(partner));
        }

        yield return new Contest(name, reach, () => Rounds(rounds, partner => Judge(competency, partner)), () => Rounds(rounds, partner => baseline(partner))).Run();
        yield return Allocation(competency);
    }

    private static Outcome Allocation(string competency)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var partner in Partners)
        {
            Judge(competency, partner);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        return new Outcome("… allocated in 2,000 evaluations", $"{bytes} bytes", "", "", "0 bytes", bytes == 0);
    }

    private static IEnumerable<Outcome> Plan(string name)
    {
        var baseline = new HungarianPlan(new Abilities(Rules.Catalog));
        var unmet = Partners.Where(partner => Judge(Rules.TwoSeats, partner).Gold != Status.Met).ToArray();

        foreach (var partner in unmet)
        {
            Agree(partner, Planned(partner), baseline.Find(partner, Rules.Gold));
        }

        yield return new Contest(
            $"{name} ({unmet.Length} of {PartnerCount:N0} partners)",
            3,
            () => Rounds(unmet, 100, partner => Planned(partner)),
            () => Rounds(unmet, 100, partner => baseline.Find(partner, Rules.Gold))).Run();
    }

    private static IEnumerable<Outcome> Lines(string name)
    {
        var lines = FactsLines();
        var answer = new FactsLines(Evaluator, Rules.Whole, option: null, isBrief: true);

        yield return new Contest(
            $"{name} ({lines.Length / 1_000_000} MB)", 0.15, () => Answered.By(answer, lines), () => JsonPass.Tokens(lines)).Run();
    }

    private static byte[] FactsLines()
    {
        var partners = new Partners(seed: 2);
        using var lines = new MemoryStream();

        for (var number = 0; number < LineCount; number++)
        {
            Generated.Partners.Write(partners.Next(number), lines);
        }

        return lines.ToArray();
    }

    private static Facts[] Generate(int count)
    {
        var partners = new Partners(seed: 1);

        return [.. Enumerable.Range(1, count).Select(number => partners.Next(number))];
    }

    private static (Status Silver, Status Gold) Judge(string competency, Facts facts)
    {
        Span<Status> statuses = stackalloc Status[2];
        Evaluator.Judge(competency, facts, statuses);

        return (statuses[0], statuses[1]);
    }

    private static (int Cost, int NewPeople) Planned(Facts facts)
    {
        var plan = Evaluator.Plan(Rules.TwoSeats, Rules.Option, Rules.Gold, facts);

        return plan is { Proven: true, Cost: { } cost, NewPeople: { } people } ? ((int)cost, people) : throw new InvalidOperationException("No proven plan.");
    }

    private static void Rounds<T>(int rounds, Func<Facts, T> evaluate) => Rounds(Partners, rounds, evaluate);

    private static void Rounds<T>(Facts[] partners, int rounds, Func<Facts, T> evaluate)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var partner in partners)
            {
                evaluate(partner);
            }
        }
    }

    private static void Agree<T>(Facts facts, T ours, T baseline)
    {
        if (!EqualityComparer<T>.Default.Equals(ours, baseline))
        {
            throw new InvalidOperationException($"{facts.Id}: {ours} here, {baseline} there.");
        }
    }
}
