using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>What a person sees: the answer's page.</summary>
internal sealed partial class Screen(HttpStatusCode status, Uri address, string body, IDocument document)
{
    public HttpStatusCode Status => status;

    public Uri Address => address;

    public string Path => address.AbsolutePath;

    public string Body => body;

    public IDocument Document => document;

    public string Text => Plain(document.Body?.TextContent);

    public IEnumerable<IHtmlFormElement> Forms => document.Forms;

    public static async Task<Screen> ReadAsync(HttpResponseMessage response)
    {
        var address = response.RequestMessage!.RequestUri!;
        var body = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(source => source.Content(body).Address(address));

        return new Screen(response.StatusCode, address, body, document);
    }

    /// <summary>The form that goes to a handler of the page; without a handler the one form in the page's content.</summary>
    public Form Form(string? handler = null)
    {
        var forms = handler is null ? document.QuerySelectorAll<IHtmlFormElement>("main form") : document.Forms;
        var form = forms.FirstOrDefault(each => handler is null
            ? each.Method == "post"
            : each.Action.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase));

        return new Form(form ?? throw new InvalidOperationException($"{Path} ({Status}) has no form {handler}: {Text}"));
    }

    /// <summary>The text of the element, white space folded.</summary>
    public string TextOf(string selector) => Plain(document.QuerySelector(selector)?.TextContent);

    public string? ErrorOf(string field) =>
        Control(field)?.ParentElement?.QuerySelector(".err") is { } error ? Plain(error.TextContent) : null;

    /// <summary>What stands in a field of the form.</summary>
    public string? ValueOf(string field) => Control(field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    public IElement? Control(string field) => document.QuerySelector($"main [name='{field}']:not([type=hidden])");

    public static string Plain(string? text) => WhiteSpace().Replace(text ?? string.Empty, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
