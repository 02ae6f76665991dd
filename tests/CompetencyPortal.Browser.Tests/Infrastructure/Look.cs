using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>How somebody looks at the portal: language, theme of the system, width of the window in pixels.</summary>
internal sealed record Look(string Language, ColorScheme Theme, int Width)
{
    public const int Wide = 1440;
    public const int Narrow = 390;

    public static readonly Look English = new("en", ColorScheme.Light, Wide);
    public static readonly Look Japanese = new("ja", ColorScheme.Dark, Wide);

    /// <summary>Every language in every theme at every width.</summary>
    public static readonly IReadOnlyList<Look> All =
    [
        English, English with { Width = Narrow }, English with { Theme = ColorScheme.Dark }, English with { Theme = ColorScheme.Dark, Width = Narrow },
        Japanese, Japanese with { Width = Narrow }, Japanese with { Theme = ColorScheme.Light }, Japanese with { Theme = ColorScheme.Light, Width = Narrow },
    ];

    public string Locale => Language == "ja" ? "ja-JP" : "en-US";

    public override string ToString()
    {
        return $"{Language}.{Width}.{(Theme == ColorScheme.Dark ? "dark" : "light")}";
    }
}
