using System.Diagnostics;
using System.Globalization;

namespace CompetencyPortal.Benchmarks;

/// <summary>Two programs that do the same, run in turn. What counts is the middle of five runs of each.</summary>
/// <param name="Reach">How many times as fast as the other ours must be.</param>
internal sealed record Contest(string Name, double Reach, Action Ours, Action Baseline)
{
    private const int Runs = 5;

    public Outcome Run()
    {
        // The first runs only make the programs ready: the compiler goes over them more than once.
        for (var run = 0; run < Runs; run++)
        {
            Time(Ours);
            Time(Baseline);
        }

        var (ours, baseline) = (new double[Runs], new double[Runs]);

        for (var run = 0; run < Runs; run++)
        {
            ours[run] = Time(Ours);
            baseline[run] = Time(Baseline);
        }

        return new Outcome(Name, Seconds(ours), Seconds(baseline), $"{Middle(baseline) / Middle(ours):F2} ×", $"{Reach:0.##} ×", Middle(baseline) / Middle(ours) >= Reach);
    }

    public static double Middle(double[] values) => values.Order().ElementAt(values.Length / 2);

    public static double Time(Action action)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        action();

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static string Seconds(double[] values) => string.Create(CultureInfo.InvariantCulture, $"{Middle(values):F3} s");
}

/// <summary>A line of the table.</summary>
internal sealed record Outcome(string Name, string Ours, string Baseline, string Value, string Reach, bool IsReached);
