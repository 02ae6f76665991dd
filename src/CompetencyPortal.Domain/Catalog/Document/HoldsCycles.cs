namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Finds expressions that need themselves.</summary>
internal static class HoldsCycles
{
    /// <summary>Whether the expression under <paramref name="name"/> comes back to that name.</summary>
    /// <param name="names">The names to which an expression leads directly.</param>
    public static bool Contain(string name, IReadOnlyDictionary<string, Holds> expressions, Func<Holds, IEnumerable<string>> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<string>([name]);

        while (ahead.TryPop(out var current))
        {
            foreach (var next in expressions.TryGetValue(current, out var holds) ? names(holds).Where(seen.Add) : [])
            {
                ahead.Push(next);
            }
        }

        return seen.Contains(name);
    }
}
