namespace CompetencyPortal.BruteForce;

internal static class Subsets
{
    /// <summary>Every set of some of the items, the empty one first.</summary>
    public static IEnumerable<HashSet<string>> Of(IReadOnlyList<string> items) =>
        Enumerable.Range(0, 1 << items.Count)
            .Select(choice => items.Where((_, index) => (choice & (1 << index)) != 0).ToHashSet(StringComparer.Ordinal));
}
