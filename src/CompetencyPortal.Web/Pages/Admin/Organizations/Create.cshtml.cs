using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Organizations;

internal sealed class CreateModel(
    PortalContext db,
    EntryChoices choices,
    CreateOrganization create,
    IValidator<CreateOrganization.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel
{
    [BindProperty]
    public CreateOrganization.Command Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Currencies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Markets { get; private set; } = [];

    /// <summary>Another organization has the name, and the form asks whether that is meant.</summary>
    public bool AsksForNamesake => Input.IsNamesake || ModelState[$"{nameof(Input)}.{nameof(Input.Name)}"]?.Errors.Any(error => error.ErrorMessage == text["Partner.Name.Known"]) == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var currencies = await choices.FirstCurrenciesAsync(cancellationToken);
        Input = new CreateOrganization.Command { FormKey = Guid.CreateVersion7(), DefaultCurrency = currencies[0] };

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var (outcome, id, link) = await create.ExecuteAsync(Input, cancellationToken);

        if (outcome.Result == SaveResult.Duplicate)
        {
            ModelState.AddErrorOnce($"{nameof(Input)}.{outcome.Field}", text["User.Email.Taken"]);

            return await ShowAsync(cancellationToken);
        }

        this.ShowOnce(link);
        TempData["Message"] = text["Partner.Created", Input.Name!.Trim()].Value;

        return RedirectToPage("Edit", new { id });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Currencies = [.. (await choices.FirstCurrenciesAsync(cancellationToken)).Select(currency => new SelectListItem(currency, currency))];
        Markets = (await db.CatalogAsync(cancellationToken)).Program.MarketChoices(text);

        return Page();
    }
}
