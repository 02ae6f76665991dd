using System.Globalization;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>An instant in UTC by the program's clock, never breaking: <c>&lt;instant value="…" /&gt;</c>.</summary>
public sealed class InstantTagHelper(Formats formats) : TagHelper
{
    public DateTime Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("class", "nowrap");
        output.Content.SetContent(formats.Instant(Value));
    }
}
