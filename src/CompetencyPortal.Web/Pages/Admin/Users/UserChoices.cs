using CompetencyPortal.Data;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Users;

/// <summary>What the forms of accounts offer.</summary>
internal static class UserChoices
{
    public static IReadOnlyList<SelectListItem> RoleChoices(this IStringLocalizer<PortalText> text) =>
        [.. Roles.All.Select(role => new SelectListItem(text[$"Role.{role}"], role))];

    public static async Task<IReadOnlyList<SelectListItem>> OrganizationChoicesAsync(
        this PortalContext db, IStringLocalizer<PortalText> text, CancellationToken cancellationToken)
    {
        var organizations = await db.Organizations.OrderBy(one => one.NormalizedName).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken);

        return
        [
            new SelectListItem(text["User.Organization.None"], string.Empty),
            .. organizations.Select(one => new SelectListItem(one.Name, one.Id.ToString())),
        ];
    }
}
