using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.TagHelpers;

/// <summary>Below a field: the value that somebody else saved meanwhile, and the button that takes it.</summary>
internal static class ConflictRow
{
    public static TagBuilder For(string name, string id, string saved, IStringLocalizer<PortalText> text)
    {
        var value = new TagBuilder("b");
        value.Attributes["translate"] = "no";
        value.InnerHtml.Append(saved.Length == 0 ? "—" : saved);

        var take = new TagBuilder("button");
        take.AddCssClass("btn btn-sm");
        take.Attributes["type"] = "submit";
        take.Attributes["name"] = ConflictReport.TakeField;
        take.Attributes["value"] = name;
        take.InnerHtml.Append(text["Conflict.Take"]);

        var row = new TagBuilder("div");
        row.AddCssClass("conflict");
        row.Attributes["id"] = $"{id}-saved";
        row.InnerHtml.Append(text["Conflict.SavedMeanwhile"]).Append(" ").AppendHtml(value).Append(" ").AppendHtml(take);

        return row;
    }
}
