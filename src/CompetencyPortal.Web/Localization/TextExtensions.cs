using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Localization;

internal static class TextExtensions
{
    /// <summary>The sentence for a count: <c>key.One</c> for 1, else <c>key.Other</c>; the count is argument {0}, the rest follow.</summary>
    public static string Count(this IStringLocalizer text, string key, int count, params object[] arguments) =>
        text[count == 1 ? $"{key}.One" : $"{key}.Other", [count, .. arguments]];

    /// <summary>Sentences one after another, as the language sets them apart.</summary>
    /// <param name="sentences">At least one.</param>
    public static string Sentences(this IStringLocalizer text, IEnumerable<string> sentences) =>
        sentences.Aggregate((before, next) => text["Sentences.Between", before, next]);
}
