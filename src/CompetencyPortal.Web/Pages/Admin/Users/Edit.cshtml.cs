using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Users;

/// <summary>One account: its role, its link, and whether it is open.</summary>
internal sealed class EditModel(
    PortalContext db,
    ChangeRole changeRole,
    IssueLink issueLink,
    DisableAccount disable,
    EnableAccount enable,
    IValidator<ChangeRole.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChangeRole.Command Input { get; set; } = new();

    public ListedAccount? Account { get; private set; }

    /// <summary>Of an account manager.</summary>
    public IReadOnlyList<Assigned> Assignments { get; private set; } = [];

    /// <summary>The only active program manager, who must remain one.</summary>
    public bool IsLastProgramManager { get; private set; }

    /// <summary>The only active admin of an organization.</summary>
    public bool IsLastAdmin { get; private set; }

    public IReadOnlyList<SelectListItem> RoleChoices => text.RoleChoices();

    public IReadOnlyList<SelectListItem> OrganizationChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = ChangeRole.From(Account!);

        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(CancellationToken cancellationToken)
    {
        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        var outcome = await changeRole.ExecuteAsync(Id, Input, cancellationToken);

        return await AnsweredAsync(outcome, "User.Role.Changed", cancellationToken);
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        if (await issueLink.ExecuteAsync(Id, cancellationToken) is not { } link)
        {
            return NotFound();
        }

        this.ShowOnce(link);

        return RedirectToPage("Edit", new { Id });
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) =>
        await AnsweredAsync(await disable.ExecuteAsync(Id, cancellationToken), "User.Disabled", cancellationToken);

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) =>
        await AnsweredAsync(await enable.ExecuteAsync(Id, cancellationToken), "User.Enabled", cancellationToken);

    private async Task<IActionResult> AnsweredAsync(SaveOutcome outcome, string done, CancellationToken cancellationToken)
    {
        switch (outcome.Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text[done].Value;
                return RedirectToPage("Edit", new { Id });
            case SaveResult.LastOne when await LoadAsync(cancellationToken):
                Input = ChangeRole.From(Account!);
                ModelState.Clear();
                ModelState.AddModelError(string.Empty, text["User.LastProgramManager"]);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Account = await db.Accounts().SingleOrDefaultAsync(account => account.Id == Id, cancellationToken);

        if (Account is null)
        {
            return false;
        }

        var isLast = await db.IsLastActiveAsync(Id, cancellationToken);
        IsLastProgramManager = isLast && Account.Role == Roles.ProgramManager;
        IsLastAdmin = isLast && Account.Role == Roles.PartnerAdmin;
        OrganizationChoices = await db.OrganizationChoicesAsync(text, cancellationToken);
        Assignments = await db.Assignments
            .Where(one => one.UserId == Id)
            .Join(db.Organizations, one => one.OrganizationId, organization => organization.Id, (_, organization) => organization)
            .OrderBy(organization => organization.NormalizedName)
            .Select(organization => new Assigned(organization.Id, organization.Name))
            .ToListAsync(cancellationToken);

        return true;
    }

    internal sealed record Assigned(Guid Id, string Name);
}
