using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>
/// <c>&lt;icon name="check" /&gt;</c>: a picture from the sprite for the eye alone; the word beside it says what it means.
/// The names are listed in <c>FrontEnd/icons.txt</c>.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sprite = "dist/icons.svg";

    /// <summary>The icon's name at Tabler.</summary>
    public string Name { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.SelfClosing };
        use.Attributes["href"] = $"{SpritePath()}#{Name}";

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("icon", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(use);
    }

    /// <summary>The path with the content's fingerprint, so that browsers may keep the file for ever.</summary>
    private string SpritePath()
    {
        var http = ViewContext.HttpContext;
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();

        return $"{http.Request.PathBase}/{assets?[Sprite] ?? Sprite}";
    }
}
