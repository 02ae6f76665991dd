using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace CompetencyPortal.Web.Localization;

/// <summary>The portal's two languages. Each has one region: a neutral culture has no currency format.</summary>
internal static class PortalCultures
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    /// <summary>The reader's language: "en" or "ja".</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static bool IsJapanese => Language == "ja";

    /// <summary>The language the reader can switch to.</summary>
    public static CultureInfo Other => IsJapanese ? English : Japanese;

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(English);
        options.SupportedCultures = options.SupportedUICultures = [English, Japanese];
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider(),
            new CustomRequestCultureProvider(FromAcceptLanguage),
        ];
    }

    private static Task<ProviderCultureResult?> FromAcceptLanguage(HttpContext context)
    {
        var culture = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Supported(language.Value.Value))
            .FirstOrDefault(supported => supported is not null);

        return Task.FromResult(culture is null ? null : new ProviderCultureResult(culture.Name));
    }

    private static CultureInfo? Supported(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "ja" => Japanese,
        "en" => English,
        _ => null,
    };
}
