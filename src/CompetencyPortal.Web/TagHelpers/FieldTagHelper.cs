using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>
/// A form field, whole: label, control, hint and error, tied together for screen readers. What was typed stays in the control;
/// where somebody else saved another value meanwhile, that value stands below with a button that takes it.
/// <code>&lt;field for="Input.Reading" label="Person.Reading" hint="Person.Reading.Hint" required /&gt;</code>
/// </summary>
public sealed class FieldTagHelper(IHtmlGenerator generator, IStringLocalizer<PortalText> text) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Resource key of the label.</summary>
    public required string Label { get; set; }

    /// <summary>Resource key of the line below the label.</summary>
    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public bool Required { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public int? Maxlength { get; set; }

    public bool Autofocus { get; set; }

    /// <summary>The choices of a select; a text field where there are none.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>"no" where the choices are data rather than words of the portal.</summary>
    public string? Translate { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    private string? Error => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0
        ? entry.Errors[0].ErrorMessage
        : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var saved = (ViewContext.ViewData.Model as IHasConflict)?.Conflict?.Saved(Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");

        output.Content.AppendHtml(LabelTag());
        AppendLine(output, Hint is null ? null : text[Hint].Value, "hint", "hint");
        output.Content.AppendHtml(Control(saved is not null));
        AppendLine(output, Error, "err", "error");

        if (saved is not null)
        {
            output.Content.AppendHtml(ConflictRow.For(Name, Id, Shown(saved), text));
        }
    }

    /// <summary>A choice by its name, anything else as it would be typed.</summary>
    private string Shown(string value) => Options?.FirstOrDefault(option => option.Value == value)?.Text ?? value;

    private TagBuilder LabelTag()
    {
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(text[Label]);

        if (!Required)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(text["Field.Optional"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        return label;
    }

    private TagBuilder Control(bool conflicting)
    {
        var attributes = Attributes(conflicting);

        if (Options is not null)
        {
            attributes["class"] = Class("form-select");

            return generator.GenerateSelect(
                ViewContext, For.ModelExplorer, optionLabel: null, For.Name, Options, allowMultiple: false, attributes);
        }

        attributes["class"] = Class("form-control");
        attributes["type"] = Type;

        return Type == "password"
            ? generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes)
            : generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, Format(), attributes);
    }

    private string Class(string control) => Error is null ? control : control + " is-invalid";

    /// <summary>A day is shown as it may be typed, whatever the reader's language.</summary>
    private string? Format() => For.Model switch
    {
        DateOnly => "{0:yyyy-MM-dd}",
        decimal => "{0:0.##########}",
        _ => null,
    };

    private Dictionary<string, object?> Attributes(bool conflicting)
    {
        string[] described = [Hint is null ? "" : $"{Id}-hint", Error is null ? "" : $"{Id}-error", conflicting ? $"{Id}-saved" : ""];
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["aria-describedby"] = NullIfEmpty(string.Join(' ', described.Where(id => id.Length > 0))),
            ["aria-invalid"] = Error is null ? null : "true",
            ["autocomplete"] = Autocomplete ?? "off",
            ["autofocus"] = Autofocus ? "autofocus" : null,
            ["inputmode"] = Inputmode,
            ["maxlength"] = Maxlength,
            ["translate"] = Translate,
            ["aria-required"] = Required ? "true" : null,
        };

        return attributes.Where(attribute => attribute.Value is not null)
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.Ordinal);
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;

    private void AppendLine(TagHelperOutput output, string? line, string cssClass, string idSuffix)
    {
        if (line is null)
        {
            return;
        }

        var tag = new TagBuilder("div");
        tag.AddCssClass(cssClass);
        tag.Attributes["id"] = $"{Id}-{idSuffix}";
        tag.InnerHtml.Append(line);
        output.Content.AppendHtml(tag);
    }
}
