using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Portfolio;

/// <summary>Every change of an organization's records, as far as a manager may see it.</summary>
internal sealed class HistoryModel(PortalContext db, ChangeHistory changes, PersonNames names) : PageModel
{
    /// <summary>Where the history goes on; null begins with the newest change.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Organization { get; set; }

    public string Name { get; private set; } = string.Empty;

    public HistoryView? History { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await db.Organizations.Where(one => one.Id == Organization)
            .Select(one => new { one.Name, one.ShowsNames })
            .SingleOrDefaultAsync(cancellationToken);

        if (found is null)
        {
            return NotFound();
        }

        Name = found.Name;
        History = await changes.OfOrganizationAsync(Organization, names.AreShown(found.ShowsNames), Before, cancellationToken);

        return Page();
    }
}
