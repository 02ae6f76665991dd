using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>A check box with label and hint: <c>&lt;tick for="Input.ShowsNames" label="…" hint="…" /&gt;</c>. Conflicts are shown as in <see cref="FieldTagHelper"/>.</summary>
public sealed class TickTagHelper(IStringLocalizer<PortalText> text) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Resource key of the label.</summary>
    public required string Label { get; set; }

    /// <summary>Resource key of the line below.</summary>
    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(LabelledBox(name, id));

        if (Hint is not null)
        {
            var hint = new TagBuilder("p");
            hint.AddCssClass("hint");
            hint.Attributes["id"] = $"{id}-hint";
            hint.InnerHtml.Append(text[Hint]);
            output.Content.AppendHtml(hint);
        }

        if ((ViewContext.ViewData.Model as IHasConflict)?.Conflict?.Saved(name) is { } saved)
        {
            output.Content.AppendHtml(ConflictRow.For(name, id, text[bool.Parse(saved) ? "Tick.Yes" : "Tick.No"], text));
        }
    }

    private TagBuilder LabelledBox(string name, string id)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.Attributes["type"] = "checkbox";
        box.Attributes["id"] = id;
        box.Attributes["name"] = name;
        box.Attributes["value"] = "true";

        if (IsTicked(name))
        {
            box.Attributes["checked"] = "checked";
        }

        if (Hint is not null)
        {
            box.Attributes["aria-describedby"] = $"{id}-hint";
        }

        var words = new TagBuilder("span");
        words.InnerHtml.Append(text[Label]);

        var label = new TagBuilder("label");
        label.AddCssClass("check");
        label.InnerHtml.AppendHtml(box).Append(" ").AppendHtml(words);

        return label;
    }

    /// <summary>As posted, or taken over from what was saved; else as the model says.</summary>
    private bool IsTicked(string name) => ViewContext.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } posted
        ? bool.TryParse(posted, out var ticked) && ticked
        : For.Model is true;
}
