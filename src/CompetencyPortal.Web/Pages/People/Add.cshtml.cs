using CompetencyPortal.Web.Features.People;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

internal sealed class AddModel(AddPerson add, IValidator<AddPerson.Command> validator, IStringLocalizer<PortalText> text)
    : PageModel, IPersonForm
{
    [BindProperty]
    public AddPerson.Command Input { get; set; } = new();

    PersonInput IPersonForm.Input => Input;

    public void OnGet() => Input = new AddPerson.Command { FormKey = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return Page();
        }

        var (outcome, number) = await add.ExecuteAsync(Input, cancellationToken);

        if (outcome.Result == SaveResult.Duplicate)
        {
            ModelState.AddErrorOnce($"{nameof(Input)}.{outcome.Field}", text[$"Person.{outcome.Field}.Duplicate"]);

            return Page();
        }

        TempData["Message"] = text["Person.Added", Input.Name!].Value;

        return RedirectToPage("Person", new { number });
    }
}
