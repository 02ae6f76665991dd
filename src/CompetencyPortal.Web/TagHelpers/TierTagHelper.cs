using System.Globalization;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>A tier as rising blocks, filled up to it, and its name: <c>&lt;tier reached="1" of="2" name="Silver" /&gt;</c>.</summary>
public sealed class TierTagHelper(IStringLocalizer<PortalText> text) : TagHelper
{
    private const double Side = 24;
    private const double Gap = 2;

    /// <summary>How many of the tiers are met, counted from the lowest; 0: none.</summary>
    public int Reached { get; set; }

    public int Of { get; set; }

    /// <summary>Of the tier reached; none where none is.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>None is met, and not all is known.</summary>
    public bool IsUnknown { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Reached == 0 ? "tier tier-none" : "tier");

        if (IsUnknown)
        {
            output.Content.AppendHtml(IconTagHelper.Picture("progress-help", ViewContext)).Append(text["Ladder.Unknown"]);
        }
        else
        {
            output.Content.AppendHtml(Blocks()).AppendHtml(Word());
        }
    }

    private TagBuilder Word()
    {
        var word = new TagBuilder("span");
        word.InnerHtml.Append(Reached == 0 ? text["Ladder.None"] : Name);

        if (Reached > 0)
        {
            word.Attributes["translate"] = "no";
        }

        return word;
    }

    private TagBuilder Blocks()
    {
        var picture = new TagBuilder("svg");
        picture.AddCssClass("icon blocks");
        picture.Attributes["viewBox"] = "0 0 24 24";
        picture.Attributes["aria-hidden"] = "true";

        foreach (var place in Enumerable.Range(0, Of))
        {
            picture.InnerHtml.AppendHtml(Block(place));
        }

        return picture;
    }

    private TagBuilder Block(int place)
    {
        var width = (Side - (Gap * (Of + 1))) / Of;
        var height = (Side - (2 * Gap)) * (place + 1) / Of;
        var block = new TagBuilder("rect") { TagRenderMode = TagRenderMode.SelfClosing };
        block.Attributes["x"] = Number(Gap + (place * (width + Gap)));
        block.Attributes["y"] = Number(Side - Gap - height);
        block.Attributes["width"] = Number(width);
        block.Attributes["height"] = Number(height);

        if (place < Reached)
        {
            block.AddCssClass("on");
        }

        return block;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
