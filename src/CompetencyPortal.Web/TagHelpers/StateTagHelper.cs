using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>A status as shape, word and line style: <c>&lt;state of="…" /&gt;</c>.</summary>
public sealed class StateTagHelper(IStringLocalizer<PortalText> text) : TagHelper
{
    public Status Of { get; set; }

    /// <summary>Without a frame, for rows.</summary>
    public bool IsBare { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (style, icon) = Of switch
        {
            Status.Met => ("state-met", "circle-check"),
            Status.NotMet => ("state-not", "circle-x"),
            _ => ("state-und", "progress-help"),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", IsBare ? $"state {style} bare" : $"state {style}");
        output.Attributes.SetAttribute("data-status", Of.ToString());
        output.Content.AppendHtml(IconTagHelper.Picture(icon, ViewContext)).Append(text[$"Status.{Of}"]);
    }
}
