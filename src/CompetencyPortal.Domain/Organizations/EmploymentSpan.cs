namespace CompetencyPortal.Domain.Organizations;

/// <summary>Days of employment, both ends included; an absent end is open.</summary>
public readonly record struct EmploymentSpan(DateOnly? Joined, DateOnly? LastDay)
{
    public bool Contains(DateOnly day)
    {
        return !(day < Joined) && !(day > LastDay);
    }

    /// <summary>Whether two of the spans share a day.</summary>
    public static bool Overlap(IEnumerable<EmploymentSpan> spans)
    {
        var ordered = InOrder(spans);

        return ordered.Zip(ordered.Skip(1)).Any(pair =>
            pair.First.LastDay is null || pair.Second.Joined is null || pair.Second.Joined <= pair.First.LastDay);
    }

    /// <summary>Of an employee's spans the one that facts of a day take: that contains the day, else the next one, else the last one.</summary>
    /// <param name="spans">At least one, none overlapping another.</param>
    public static EmploymentSpan For(DateOnly day, IEnumerable<EmploymentSpan> spans)
    {
        var ordered = InOrder(spans);
        var current = ordered.FindIndex(span => !(span.LastDay < day));

        return current < 0 ? ordered[^1] : ordered[current];
    }

    /// <summary>The first day, from the given one on, that lies in a span of <paramref name="before"/> and in none of <paramref name="after"/>; null where there is none.</summary>
    public static DateOnly? FirstDayLost(DateOnly from, IEnumerable<EmploymentSpan> before, IEnumerable<EmploymentSpan> after)
    {
        var (were, are) = (before.ToList(), after.ToList());

        // A day can be lost first on the given day, where somebody was to join, and where somebody is to have left.
        return were.Select(span => span.Joined).Concat(are.Select(span => span.LastDay < DateOnly.MaxValue ? span.LastDay?.AddDays(1) : null)).Append(from)
            .Where(day => day >= from && were.Exists(span => span.Contains(day.Value)) && !are.Exists(span => span.Contains(day.Value)))
            .Min();
    }

    internal static List<EmploymentSpan> InOrder(IEnumerable<EmploymentSpan> spans)
    {
        return [.. spans.OrderBy(span => span.Joined ?? DateOnly.MinValue).ThenBy(span => span.LastDay ?? DateOnly.MaxValue)];
    }
}
