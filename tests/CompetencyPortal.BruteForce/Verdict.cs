namespace CompetencyPortal.BruteForce;

/// <summary>The three results, in words of our own.</summary>
public enum Verdict
{
    Met,
    NotMet,
    Undetermined,
}

internal static class Verdicts
{
    public static Verdict All(IReadOnlyCollection<Verdict> parts) => Combine(parts, Verdict.NotMet, Verdict.Met);

    public static Verdict Any(IReadOnlyCollection<Verdict> parts) => Combine(parts, Verdict.Met, Verdict.NotMet);

    private static Verdict Combine(IReadOnlyCollection<Verdict> parts, Verdict decisive, Verdict otherwise)
    {
        if (parts.Contains(decisive))
        {
            return decisive;
        }

        return parts.Contains(Verdict.Undetermined) ? Verdict.Undetermined : otherwise;
    }
}
