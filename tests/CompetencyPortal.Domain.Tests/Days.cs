using System.Globalization;

namespace CompetencyPortal.Domain.Tests;

internal static class Days
{
    /// <summary>The day that is written <c>YYYY-MM-DD</c>.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
