using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Runs over random cases on all cores. PORTAL_TESTS_FULL=1 runs more of them, PORTAL_TESTS_SEED=n only that one.</summary>
internal static class RandomCases
{
    private const int Usual = 3000;
    private const int Full = 60_000;

    public static IEnumerable<int> Seeds
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("PORTAL_TESTS_SEED"), CultureInfo.InvariantCulture, out var seed))
            {
                return [seed];
            }

            return Enumerable.Range(1, Environment.GetEnvironmentVariable("PORTAL_TESTS_FULL") == "1" ? Full : Usual);
        }
    }

    public static Evaluator Evaluator(this RandomCase random) => new(Catalogs.Of(random.Document));

    /// <summary>Fails with the first few cases in which something is different, each so that it can be run alone.</summary>
    public static void ShouldAllAgree(Func<RandomCase, IReadOnlyList<string>> differences)
    {
        var failures = new ConcurrentBag<(int Seed, string Text)>();

        Parallel.ForEach(Seeds, (seed, loop) =>
        {
            var random = new RandomCase(seed);

            if (differences(random) is { Count: > 0 } found)
            {
                failures.Add((seed, Describe(random, found)));
            }

            if (failures.Count >= 3)
            {
                loop.Stop();
            }
        });

        failures.OrderBy(failure => failure.Text.Length).Select(failure => failure.Text).ShouldBeEmpty();
    }

    /// <summary>Those of the usual cases in which something is different.</summary>
    public static IEnumerable<RandomCase> Disagreeing(Func<RandomCase, IReadOnlyList<string>> differences) =>
        Enumerable.Range(1, Usual).Select(seed => new RandomCase(seed)).Where(random => differences(random).Count > 0);

    private static string Describe(RandomCase random, IReadOnlyList<string> found) =>
        $"""
        PORTAL_TESTS_SEED={random.Seed}
        {string.Join('\n', found)}
        {DocumentJson.Write(random.Document)}
        {JsonSerializer.Serialize(random.Facts, EvaluationJson.Options)}

        """;
}
