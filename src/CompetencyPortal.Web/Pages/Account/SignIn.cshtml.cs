using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
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
        User.Identity?.IsAuthenticated == true ? Onward(returnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(Input.Email!, Input.Password!, isPersistent: false, lockoutOnFailure: true);

        if (result.Succeeded)
        {
            return Onward(returnUrl);
        }

        ModelState.AddModelError(string.Empty, text[result.IsLockedOut ? "SignIn.LockedOut" : "SignIn.Failed"]);

        return Page();
    }

    private IActionResult Onward(string? returnUrl) =>
        Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage("/Index");

    internal sealed record Command
    {
        public string? Email { get; init; }

        public string? Password { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(input => input.Email).NotEmpty().MaximumLength(256);
            RuleFor(input => input.Password).NotEmpty().MaximumLength(256);
        }
    }
}
