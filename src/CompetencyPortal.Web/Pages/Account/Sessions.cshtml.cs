using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Where the user is signed in.</summary>
internal sealed class SessionsModel(SessionStore store, EndSessions end, CurrentUser user, IStringLocalizer<PortalText> text) : PageModel
{
    /// <summary>This one first.</summary>
    public IReadOnlyList<ListedSession> Sessions { get; private set; } = [];

    public bool IsThis(ListedSession session) => session.Id == user.SessionId;

    /// <summary>The browser in words.</summary>
    public string Describe(ListedSession session) => session switch
    {
        { Browser: { } browser, Platform: { } platform } => text["Sessions.Device", browser, platform],
        { Browser: null, Platform: null } => text["Sessions.Device.Unknown"],
        _ => session.Browser ?? session.Platform!,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Sessions = [.. (await store.ListAsync(user.Id, cancellationToken)).OrderByDescending(IsThis)];

    public async Task<IActionResult> OnPostEndOneAsync(Guid session, CancellationToken cancellationToken)
    {
        if (!await end.OneAsync(session, cancellationToken))
        {
            return NotFound();
        }

        TempData["Message"] = text["Sessions.Ended"].Value;

        return RedirectToPage("Sessions");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        await end.OthersAsync(cancellationToken);
        TempData["Message"] = text["Sessions.Ended.Others"].Value;

        return RedirectToPage("Sessions");
    }
}
