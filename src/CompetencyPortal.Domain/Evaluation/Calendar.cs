namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Arithmetic with days that ends at the first and the last day there is, instead of failing. Month arithmetic keeps the day, or takes the month's last.</summary>
internal static class Calendar
{
    private const int MonthsOfYear = 12;

    /// <summary>The day after; null after the last day there is.</summary>
    public static DateOnly? DayAfter(DateOnly? day) => day is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null;

    /// <summary>So many months later; the last day there is when that lies beyond.</summary>
    public static DateOnly MonthsAfter(DateOnly day, int months) => Move(day, months) ?? DateOnly.MaxValue;

    /// <summary>The first of the days x with <c>day − months &lt; x</c>.</summary>
    public static DateOnly WindowStart(DateOnly day, int months) => DayAfter(Move(day, -(long)months)) ?? DateOnly.MinValue;

    /// <summary>The first day whose window of so many months no longer reaches back to <paramref name="day"/>; null when there is none.</summary>
    public static DateOnly? LeavesWindowOn(DateOnly day, int months)
    {
        var candidate = Move(day, months);

        // From the last days of a long month a shorter month has no counterpart: then it is the first of the next.
        return candidate is { } on && WindowStart(on, months) <= day ? DayAfter(on) : candidate;
    }

    /// <summary>The first day so many months after which the given day has come, or a little earlier; null where that is not a day.</summary>
    public static DateOnly? ComesIntoViewOn(DateOnly? day, int months) => day is { } on ? Move(on, -(long)months) : null;

    private static DateOnly? Move(DateOnly day, long months)
    {
        var month = (day.Year * MonthsOfYear) + day.Month - 1 + months;
        var isThere = month >= DateOnly.MinValue.Year * MonthsOfYear && month < (DateOnly.MaxValue.Year + 1) * MonthsOfYear;

        return isThere ? day.AddMonths((int)months) : null;
    }
}
