using System.Text.RegularExpressions;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>What people type into a search box, as a pattern for <c>EF.Functions.Like</c>.</summary>
internal static partial class SearchPattern
{
    public const string Escape = "\\";

    private const int LongestTyped = 200;

    /// <summary>Finds the text anywhere; signs that databases give a meaning mean themselves.</summary>
    public static string Containing(string typed)
    {
        var trimmed = typed.Trim();

        return $"%{Wildcard().Replace(trimmed[..Math.Min(trimmed.Length, LongestTyped)], Escape + "$0")}%";
    }

    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wildcard();
}
