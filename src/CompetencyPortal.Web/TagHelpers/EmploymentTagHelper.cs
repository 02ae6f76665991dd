using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>Whether a person is there: <c>&lt;employment span="…" as-of="…" /&gt;</c>.</summary>
public sealed class EmploymentTagHelper(IStringLocalizer<PortalText> text, Formats formats) : TagHelper
{
    public EmploymentSpan Span { get; set; }

    public DateOnly AsOf { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(Sentence());
    }

    private string Sentence() => Span switch
    {
        { Joined: { } joined } when joined > AsOf => text["Employment.Joins", formats.Day(joined)],
        { LastDay: { } lastDay } when lastDay < AsOf => text["Employment.Left", formats.Day(lastDay)],
        { LastDay: { } lastDay } => text["Employment.Leaves", formats.Day(lastDay)],
        { Joined: { } joined } => text["Employment.Since", formats.Day(joined)],
        _ => text["Employment.Present"],
    };
}
