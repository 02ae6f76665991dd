using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Users;

internal sealed class InviteModel(
    PortalContext db, InviteUser invite, IValidator<InviteUser.Command> validator, IStringLocalizer<PortalText> text) : PageModel
{
    [BindProperty]
    public InviteUser.Command Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> RoleChoices => text.RoleChoices();

    public IReadOnlyList<SelectListItem> OrganizationChoices { get; private set; } = [];

    /// <param name="organization">The organization that lacks an admin, from a link that knows it.</param>
    public async Task<IActionResult> OnGetAsync(Guid? organization, CancellationToken cancellationToken)
    {
        Input = new InviteUser.Command
        {
            FormKey = Guid.CreateVersion7(),
            Role = organization is null ? Roles.AccountManager : Roles.PartnerAdmin,
            OrganizationId = organization,
        };

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var (outcome, link) = await invite.ExecuteAsync(Input, cancellationToken);

        if (outcome.Result == SaveResult.Duplicate)
        {
            ModelState.AddErrorOnce($"{nameof(Input)}.{outcome.Field}", text["User.Email.Taken"]);

            return await ShowAsync(cancellationToken);
        }

        this.ShowOnce(link);
        TempData["Message"] = text["User.Invited", Input.Name!.Trim()].Value;

        return link is null ? RedirectToPage("Index") : RedirectToPage("Edit", new { id = link.UserId });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        OrganizationChoices = await db.OrganizationChoicesAsync(text, cancellationToken);

        return Page();
    }
}
