using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>A form of a page with what stands in its fields, as a browser would send it.</summary>
internal sealed class Form
{
    public Form(IHtmlFormElement form)
    {
        Action = new Uri(form.GetAttribute("action") is { Length: > 0 } action ? new Uri(form.BaseUrl!, action).ToString() : form.BaseUri);
        Fields = [.. Successful(form)];
    }

    public Uri Action { get; set; }

    public List<KeyValuePair<string, string>> Fields { get; }

    public IEnumerable<string> Names => Fields.Select(each => each.Key).Distinct(StringComparer.Ordinal);

    /// <summary>Types into a field, ticks a box or presses a button: one value of that name is sent.</summary>
    public void Set(string name, string value)
    {
        Remove(name);
        Fields.Add(KeyValuePair.Create(name, value));
    }

    public void Remove(string name) => Fields.RemoveAll(field => field.Key == name);

    public Form With(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            Set(name, value);
        }

        return this;
    }

    private static IEnumerable<KeyValuePair<string, string>> Successful(IHtmlFormElement form)
    {
        foreach (var control in form.Elements)
        {
            if (control.GetAttribute("name") is { Length: > 0 } name && ValueOf(control) is { } value)
            {
                yield return KeyValuePair.Create(name, value);
            }
        }
    }

    private static string? ValueOf(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement { Type: "submit" or "button" or "image" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
