using System.Globalization;
using CompetencyPortal.Benchmarks;

// Everything, or only what has one of the words in its name.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var isAllReached = true;
Console.WriteLine("| what | ours | baseline | is | reach | |");
Console.WriteLine("|---|---|---|---|---|---|");

foreach (var (name, run) in Pairs.All.Where(pair => args.Length == 0 || Array.Exists(args, word => pair.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
{
    foreach (var outcome in run(name))
    {
        Console.WriteLine($"| {outcome.Name} | {outcome.Ours} | {outcome.Baseline} | {outcome.Value} | {outcome.Reach} | {(outcome.IsReached ? "reached" : "MISSED")} |");
        isAllReached &= outcome.IsReached;
    }
}

return isAllReached ? 0 : 1;
