using System.Globalization;
using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Cli;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks;

/// <summary>One organization of a million people.</summary>
internal static class Million
{
    private const int People = 1_000_000;
    private const double MostSeconds = 2;
    private const int Runs = 5;

    public static IEnumerable<Outcome> Run(string name)
    {
        var facts = new Partners(seed: 3).Next(1, People);
        var evaluator = new Evaluator(Rules.Catalog);
        using var line = new MemoryStream();
        Partners.Write(facts, line);
        var answer = new FactsLines(evaluator, Rules.Whole, option: null, isBrief: false);

        yield return Outcome(name, MostSeconds, () => evaluator.Evaluate(Rules.Whole, facts));
        yield return Outcome($"… from and to JSON ({line.Length / 1_000_000} MB)", null, () => Answered.By(answer, line.ToArray()));
    }

    private static Outcome Outcome(string name, double? most, Action action)
    {
        Contest.Time(action);
        var times = Enumerable.Range(0, Runs).Select(_ => Contest.Time(action)).ToArray();
        var reach = most is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{most} s");

        return new Outcome(name, Contest.Seconds(times), "", "", reach, !(Contest.Middle(times) > most));
    }
}
