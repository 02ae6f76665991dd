using System.Globalization;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.Rates;

/// <summary>The currencies that are in use somewhere, so that a slip of the finger makes no new one. Some regions of the world as a whole have none.</summary>
internal static class Currencies
{
    private const int LongestTyped = 10;

    private static readonly HashSet<string> Known = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
        .Where(code => code.Length == BoundedText.CurrencyLength)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Order(StringComparer.Ordinal)];

    public static bool IsKnown(string? code) => code is not null && Known.Contains(code);

    /// <summary>A code as it may be typed (full width, lower case) in the form in which it is kept.</summary>
    public static string? Plain(string? typed) => typed is not null && BoundedText.Fits(typed, LongestTyped) ? BoundedText.Normalize(typed) : null;
}
