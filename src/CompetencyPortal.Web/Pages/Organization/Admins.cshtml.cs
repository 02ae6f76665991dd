using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Organization;

/// <summary>Who enters the organization's facts: its admins, whom they invite and remove themselves.</summary>
internal sealed class AdminsModel(
    PortalContext db,
    CurrentUser user,
    InviteUser invite,
    IssueLink issueLink,
    DisableAccount disable,
    IValidator<InviteUser.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel
{
    [BindProperty]
    public InvitedAdmin Input { get; set; } = new();

    public IReadOnlyList<ListedAccount> Admins { get; private set; } = [];

    /// <summary>The last active one stays.</summary>
    public bool IsLast(ListedAccount admin) => admin.State == AccountState.Active && Admins.Count(one => one.State == AccountState.Active) == 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new InvitedAdmin { FormKey = Guid.CreateVersion7() };

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        var command = new InviteUser.Command
        {
            FormKey = Input.FormKey,
            Name = Input.Name,
            Email = Input.Email,
            Role = Roles.PartnerAdmin,
            OrganizationId = user.OrganizationId,
        };

        if (!await validator.CheckAsync(command, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var (outcome, link) = await invite.ExecuteAsync(command, cancellationToken);

        if (outcome.Result == SaveResult.Duplicate)
        {
            ModelState.AddErrorOnce($"{nameof(Input)}.{outcome.Field}", text["User.Email.Taken"]);

            return await ShowAsync(cancellationToken);
        }

        this.ShowOnce(link);
        TempData["Message"] = text["User.Invited", Input.Name!.Trim()].Value;

        return RedirectToPage("Admins");
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid admin, CancellationToken cancellationToken)
    {
        if (await issueLink.ForInvitedAsync(admin, user.OrganizationId, cancellationToken) is not { } link)
        {
            return NotFound();
        }

        this.ShowOnce(link);

        return RedirectToPage("Admins");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid admin, CancellationToken cancellationToken)
    {
        switch ((await disable.OfAsync(user.OrganizationId, admin, cancellationToken)).Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text["Admins.Removed"].Value;
                return RedirectToPage("Admins");
            case SaveResult.LastOne:
                ModelState.Clear();
                ModelState.AddModelError(string.Empty, text["Admins.Last"]);
                return await OnGetAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Admins = await db.Accounts()
            .Where(account => account.OrganizationId == user.OrganizationId && !account.IsDisabled)
            .OrderBy(account => account.Name)
            .ToListAsync(cancellationToken);

        return Page();
    }

    internal sealed record InvitedAdmin
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Name { get; init; }

        public string? Email { get; init; }
    }
}
