using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Organization;

/// <summary>Every change of the organization's records, also of people and entries that were removed.</summary>
internal sealed class HistoryModel(ChangeHistory changes, CurrentUser user) : PageModel
{
    /// <summary>Where the history goes on; null begins with the newest change.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public HistoryView? History { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        History = await changes.OfOrganizationAsync(user.OrganizationId, showsNames: true, Before, cancellationToken);
}
