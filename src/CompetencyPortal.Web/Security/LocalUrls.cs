using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Security;

internal static class LocalUrls
{
    /// <summary>Back to where a link said, if that is a page of the portal; else home. A header takes ASCII only, and addresses come encoded.</summary>
    public static IActionResult ToLocalOrHome(this PageModel page, string? url) =>
        page.Url.IsLocalUrl(url) && url.All(letter => letter is > ' ' and <= '~') ? page.LocalRedirect(url) : page.RedirectToPage("/Index");
}
