namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Finds expressions that need themselves.</summary>
internal static class HoldsCycles
{
    /// <summary>The names whose expressions come back to them.</summary>
    /// <param name="names">The names to which an expression leads directly.</param>
    public static IReadOnlySet<string> Names(IReadOnlyDictionary<string, Holds> expressions, Func<Holds, IEnumerable<string>> names)
    {
        var leadsTo = expressions
            .SelectMany(expression => names(expression.Value).Where(expressions.ContainsKey), (from, to) => (From: from.Key, To: to))
            .ToLookup(step => step.From, step => step.To, StringComparer.Ordinal);
        var comesFrom = leadsTo
            .SelectMany(steps => steps, (from, to) => (From: from.Key, To: to))
            .ToLookup(step => step.To, step => step.From, StringComparer.Ordinal);

        // Names that lead to each other are found together, each once: what leads to the name that was left last, and was not yet found.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = expressions.Keys.SelectMany(name => Visit(name, leadsTo, seen)).ToList();
        seen.Clear();

        return Enumerable.Reverse(left)
            .Select(name => Visit(name, comesFrom, seen))
            .Where(together => together.Count > 1 || (together is [var alone] && leadsTo[alone].Contains(alone, StringComparer.Ordinal)))
            .SelectMany(together => together)
            .ToHashSet(StringComparer.Ordinal);
    }

    // What is reached from the name and was not seen before, each name after all to which it leads. Chains may be longer than a stack of calls is deep.
    private static List<string> Visit(string name, ILookup<string, string> steps, HashSet<string> seen)
    {
        var left = new List<string>();
        var ahead = new Stack<(string Name, bool IsLeft)>([(name, false)]);

        while (ahead.TryPop(out var next))
        {
            if (next.IsLeft)
            {
                left.Add(next.Name);
            }
            else if (seen.Add(next.Name))
            {
                ahead.Push((next.Name, true));

                foreach (var step in steps[next.Name])
                {
                    ahead.Push((step, false));
                }
            }
        }

        return left;
    }
}
