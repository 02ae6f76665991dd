using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
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
        output.SuppressOutput();
        output.PostElement.SetHtmlContent(Picture(Name, ViewContext));
    }

    internal static TagBuilder Picture(string name, ViewContext view)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{SpritePath(view.HttpContext)}#{name}";

        var picture = new TagBuilder("svg");
        picture.AddCssClass("icon");
        picture.Attributes["aria-hidden"] = "true";
        picture.InnerHtml.AppendHtml(use);

        return picture;
    }

    /// <summary>The path with the content's fingerprint, so that browsers may keep the file for ever.</summary>
    private static string SpritePath(HttpContext http)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();

        return $"{http.Request.PathBase}/{assets?[Sprite] ?? Sprite}";
    }
}
