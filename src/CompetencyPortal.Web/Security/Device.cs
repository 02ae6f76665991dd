namespace CompetencyPortal.Web.Security;

/// <summary>What a browser says it is, in two words of a fixed list: enough to know one's own sessions by, too little to follow anybody.</summary>
/// <param name="Browser">The product's name; null where unknown.</param>
/// <param name="Platform">The operating system's name; null where unknown.</param>
internal sealed record Device(string? Browser, string? Platform)
{
    /// <summary>In this order: most browsers also name those that they want to be taken for.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Microsoft Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Platforms =
    [
        ("Windows", "Windows"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    public static Device Of(string? userAgent) => new(Named(Browsers, userAgent), Named(Platforms, userAgent));

    private static string? Named((string Mark, string Name)[] names, string? userAgent) =>
        Array.Find(names, name => userAgent?.Contains(name.Mark, StringComparison.Ordinal) == true).Name;
}
