using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>
/// Finds on a page in the pseudo-language what a reader reads and no resource said: letters outside ⟦…⟧ that are not marked as
/// data by <c>translate="no"</c>, nor a day in <c>&lt;time&gt;</c>, nor an exam's code.
/// </summary>
internal static partial class Literals
{
    private static readonly string[] Spoken =
        ["aria-label", "aria-valuetext", "aria-description", "aria-roledescription", "title", "alt", "placeholder", "label", "data-l", "content"];

    public static IReadOnlyList<string> In(IDocument document) =>
    [
        .. InTexts(document),
        .. InAttributes(document),
        .. InTitle(document),
    ];

    private static IEnumerable<string> InTexts(IDocument document) =>
        from text in document.Body!.GetDescendants().OfType<IText>()
        let element = text.ParentElement
        where element is not IHtmlScriptElement && !IsData(element) && IsLiteral(text.Data)
        select $"<{element.LocalName}> {Screen.Plain(text.Data)}";

    private static IEnumerable<string> InAttributes(IDocument document) =>
        from element in document.All
        where element is not IHtmlMetaElement && !IsData(element)
        from attribute in Spoken
        let value = element.GetAttribute(attribute)
        where value is not null && IsLiteral(value)
        select $"<{element.LocalName} {attribute}> {value}";

    /// <summary>A page is titled by a resource, or by the data that its heading shows.</summary>
    private static IEnumerable<string> InTitle(IDocument document)
    {
        var inner = Screen.Plain(document.Title);
        inner = inner.StartsWith('⟦') && inner.EndsWith('⟧') ? inner[1..^1] : inner;
        inner = inner.Replace(" · Competency Portal", string.Empty, StringComparison.Ordinal);

        return inner != Screen.Plain(document.QuerySelector("h1")?.TextContent) && IsLiteral(inner) ? [$"<title> {document.Title}"] : [];
    }

    /// <summary>Of a list of data, the first entry can still be a word of ours: "choose one".</summary>
    private static bool IsData(IElement? element) =>
        element is not IHtmlOptionElement { Value: "" } && element?.Closest("[translate=no], time") is not null;

    private static bool IsLiteral(string text) => Code().Replace(Outside(text), string.Empty).Any(char.IsLetter);

    private static string Outside(string text)
    {
        var outside = new StringBuilder();
        var depth = 0;

        foreach (var letter in text)
        {
            depth += letter switch { '⟦' => 1, '⟧' => -1, _ => 0 };

            if (depth == 0 && letter != '⟧')
            {
                outside.Append(letter);
            }
        }

        return outside.ToString();
    }

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+\b", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
