using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The portal's texts, straight from the resources.</summary>
internal static partial class Texts
{
    private static readonly ResourceManager Resources = new(typeof(PortalText).FullName!, typeof(PortalText).Assembly);

    public static string Of(string key, string culture) =>
        Resources.GetString(key, CultureInfo.GetCultureInfo(culture)) ?? throw new ArgumentException($"No text {key}.", nameof(key));

    /// <summary>Whether the shown text is the one of the key, whatever stands in its placeholders.</summary>
    public static void ShouldSay(this string? shown, string key, string culture)
    {
        var parts = Placeholder().Split(Of(key, culture)).Select(Regex.Escape);

        shown.ShouldNotBeNull(key);
        Regex.IsMatch(shown, $"^{string.Join(".*", parts)}$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue($"'{shown}' is not {key}");
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
