using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>How somebody looks at the portal: language, theme of the system, width of the window in pixels.</summary>
internal sealed record Look(string Language, ColorScheme Theme, int Width)
{
    public const int Wide = 1440;
    public const int Narrow = 390;

    /// <summary>A window of 1280 pixels at 400 %.</summary>
    public const int Zoomed = 320;

    public static readonly Look English = new("en", ColorScheme.Light, Wide);
    public static readonly Look Japanese = new("ja", ColorScheme.Dark, Wide);

    public static readonly IReadOnlyList<int> Widths = [Wide, Narrow, Zoomed];

    /// <summary>English by day at a desk and Japanese by night in the hand: each language, theme and width once.</summary>
    public static readonly IReadOnlyList<Look> Some = [English, Japanese with { Width = Narrow }];

    /// <summary>Each language in each theme at each width.</summary>
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
