using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

internal sealed class SignInModel(
    SignInManager<User> signIn, IValidator<SignInModel.Command> validator, IStringLocalizer<PortalText> text) : PageModel
{
    [BindProperty]
    public Command Input { get; set; } = new();

    public IActionResult OnGet(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? this.ToLocalOrHome(returnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(Input.Email!.Trim(), Input.Password!, isPersistent: false, lockoutOnFailure: true);

        if (result.Succeeded)
        {
            return this.ToLocalOrHome(returnUrl);
        }

        ModelState.AddModelError(string.Empty, text[result.IsLockedOut ? "SignIn.LockedOut" : "SignIn.Failed"]);

        return Page();
    }

    internal sealed record Command
    {
        public string? Email { get; init; }

        public string? Password { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.Email).NotEmpty().Line(BoundedText.EmailLength, text);
            RuleFor(input => input.Password).NotEmpty().MaximumLength(AccountRules.PasswordMaxLength);
        }
    }
}
