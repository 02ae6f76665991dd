using System.Globalization;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>A day in the reader's language that never breaks: <c>&lt;day value="…" /&gt;</c>.</summary>
public sealed class DayTagHelper(Formats formats) : TagHelper
{
    public DateOnly Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("class", "nowrap");
        output.Content.SetContent(formats.Day(Value));
    }
}
