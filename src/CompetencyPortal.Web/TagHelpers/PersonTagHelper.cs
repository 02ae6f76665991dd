using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>A person's name, with its language and unbroken where it is short: <c>&lt;person name="…" /&gt;</c>.</summary>
public sealed class PersonTagHelper : TagHelper
{
    private const int ShortName = 20;
    private const char FirstKana = '\u3040';

    public string Name { get; set; } = string.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", Name.Any(letter => letter >= FirstKana) ? "ja" : "en");
        output.Attributes.SetAttribute("translate", "no");
        output.Attributes.SetAttribute("class", Name.Length <= ShortName ? "nowrap" : "long");
        output.Content.SetContent(Name);
    }
}
