using System.Text.RegularExpressions;
using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>The kinds of text in a document.</summary>
internal static partial class CatalogText
{
    private const int MaxLength = 64;
    private const string NoKey = "Not a key: lower-case words joined by hyphens, at most 64 characters.";

    public static string Key(JsonPlace place) => place.Text() is var key && IsKey(key) ? key : throw place.Error(NoKey);

    /// <summary>A property's name that is a key.</summary>
    public static string Key(JsonPlace place, string name) => IsKey(name) ? name : throw place.Error(name, NoKey);

    public static string Code(JsonPlace place)
    {
        var code = place.Text();

        return code.EnumerateRunes().Count() is >= 1 and <= MaxLength
            ? code
            : throw place.Error($"A code has 1 to {MaxLength} characters.");
    }

    public static string Currency(JsonPlace place)
    {
        var currency = place.Text();

        return CurrencyPattern().IsMatch(currency) ? currency : throw place.Error("Not a currency: three capital letters.");
    }

    public static string NonEmpty(JsonPlace place) => place.Text() is { Length: > 0 } text ? text : throw place.Error("The text is empty.");

    public static string Url(JsonPlace place)
    {
        var url = place.Text();

        return UrlPattern().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out _) ? url : throw place.Error("Not an http address.");
    }

    public static LocalizedText Localized(JsonPlace place)
    {
        var texts = place.Map();
        texts.Required("en");

        return new LocalizedText(texts.Select((language, text) => KeyValuePair.Create(Language(place, language), NonEmpty(text))).ToValueMap());
    }

    private static bool IsKey(string text) => text.Length <= MaxLength && KeyPattern().IsMatch(text);

    private static string Language(JsonPlace place, string language) =>
        LanguagePattern().IsMatch(language) ? language : throw place.Error(language, "Not a language: en, or pt-BR.");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurrencyPattern();

    [GeneratedRegex(@"\A[a-z]{2}(-[A-Z]{2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"\Ahttps?://", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlPattern();
}
