using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Where a one-time link leads: the owner of the account sets its password and is in. All links that do not work read the same.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class InvitationModel(
    UserManager<User> users,
    SignInManager<User> signIn,
    AcceptInvitation accept,
    IValidator<AcceptInvitation.Command> validator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public AcceptInvitation.Command Input { get; set; } = new();

    /// <summary>Null: the link opens no account.</summary>
    public OpenedAccount? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } user)
        {
            return Dead();
        }

        Input = new AcceptInvitation.Command { Name = user.DisplayName };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync() is null)
        {
            return Dead();
        }

        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return Page();
        }

        if (await accept.ExecuteAsync(Id, Token ?? string.Empty, Input, cancellationToken) is not { } user)
        {
            Opened = null;

            return Dead();
        }

        await signIn.SignInAsync(user, isPersistent: false);

        return RedirectToPage("/Index");
    }

    private async Task<User?> FindAsync()
    {
        var user = await users.FindByIdAsync(Id.ToString());
        var opened = user is not null && await users.OpensAsync(user, Token ?? string.Empty) ? user : null;
        Opened = opened is null ? null : new OpenedAccount(opened.Email!, IsNew: opened.PasswordHash is null);

        return opened;
    }

    private PageResult Dead()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;

        return page;
    }

    /// <param name="IsNew">Nobody has set a password yet.</param>
    internal sealed record OpenedAccount(string Email, bool IsNew);
}
