using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Account;

internal sealed class SetupModel(SetupToken token, CreateFirstUser create, IValidator<CreateFirstUser.Command> validator) : PageModel
{
    [BindProperty]
    public CreateFirstUser.Command Input { get; set; } = new();

    public IActionResult OnGet() => token.IsOpen ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!token.IsOpen)
        {
            return NotFound();
        }

        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return Page();
        }

        return await create.ExecuteAsync(Input) ? RedirectToPage("/Account/SignIn") : NotFound();
    }
}
