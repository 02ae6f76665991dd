using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages;

/// <summary>The reader's language and colours, kept in cookies; works without JavaScript and before sign-in.</summary>
internal sealed class PreferencesModel : PageModel
{
    public const string ThemeCookie = "theme";

    public const string Dark = "dark";

    public const string Light = "light";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPostLanguage(string? culture, string? returnUrl)
    {
        var chosen = culture == PortalCultures.Japanese.Name ? PortalCultures.Japanese : PortalCultures.English;
        Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)));

        return this.ToLocalOrHome(returnUrl);
    }

    public IActionResult OnPostTheme(string? theme, string? returnUrl)
    {
        Keep(ThemeCookie, theme == Dark ? Dark : Light);

        return this.ToLocalOrHome(returnUrl);
    }

    private void Keep(string cookie, string value) => Response.Cookies.Append(
        cookie, value, new CookieOptions { MaxAge = Kept, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, HttpOnly = true, IsEssential = true });
}
