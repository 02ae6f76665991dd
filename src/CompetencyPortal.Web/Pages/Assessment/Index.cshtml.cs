using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Assessment;

/// <summary>Where the partner admin's organization stands in a competency, and why.</summary>
internal sealed class IndexModel(ReadAssessment read, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Option { get; set; }

    public AssessmentView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? competency, CancellationToken cancellationToken)
    {
        if (competency is null)
        {
            var followed = await read.FollowedAsync(user.OrganizationId, cancellationToken);

            return followed is [var first, ..] ? RedirectToPage("Index", new { competency = first.Key }) : RedirectToPage("/Organization/Index");
        }

        if (await read.ExecuteAsync(user.OrganizationId, new AssessmentChoice(competency, Option, Show), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;

        return Page();
    }
}
