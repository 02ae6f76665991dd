namespace CompetencyPortal.Domain.Organizations;

/// <summary>The days that facts may name; outside them a typing error is certain and month arithmetic would leave the calendar.</summary>
public static class FactDays
{
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Both ends are inside.</summary>
    public static bool Contains(DateOnly day)
    {
        return day >= Earliest && day <= Latest;
    }

    /// <exception cref="ArgumentOutOfRangeException">The day lies outside.</exception>
    internal static DateOnly Checked(DateOnly day, string name)
    {
        return Contains(day) ? day : throw new ArgumentOutOfRangeException(name, day, "The day is outside the range of facts.");
    }

    /// <exception cref="ArgumentException">The second day lies before the first.</exception>
    internal static void Ordered(DateOnly? first, DateOnly? second, string name)
    {
        if (second < first)
        {
            throw new ArgumentException("The last day lies before the first.", name);
        }
    }
}
