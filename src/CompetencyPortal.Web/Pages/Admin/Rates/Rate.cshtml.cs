using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Features.Standings;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Rates;

/// <summary>One rate: a new one, or one to correct or delete.</summary>
internal sealed class RateModel(
    PortalContext db,
    SaveRate save,
    RemoveRate remove,
    StandingsProgress progress,
    IValidator<SaveRate.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel, IHasConflict
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public SaveRate.Command Input { get; set; } = new();

    public ConflictReport? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? currency, DateOnly? on, CancellationToken cancellationToken)
    {
        var stored = Id is null
            ? new SaveRate.Command { FormKey = Guid.CreateVersion7(), Currency = currency, On = on }
            : await StoredAsync(cancellationToken);

        if (stored is null)
        {
            return NotFound();
        }

        Input = stored;

        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string? take, CancellationToken cancellationToken)
    {
        if (take is not null)
        {
            return await ShowConflictAsync(take, cancellationToken);
        }

        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        switch (await save.ExecuteAsync(Id, Input, cancellationToken))
        {
            case { Result: SaveResult.Saved }:
                return await ToListAsync("Rate.Saved", cancellationToken);
            case { Result: SaveResult.Conflict }:
                return await ShowConflictAsync(take: null, cancellationToken);
            case { Result: SaveResult.Duplicate } duplicate:
                ModelState.AddErrorOnce($"{nameof(Input)}.{duplicate.Field}", text["Rate.On.Duplicate"]);
                return Page();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostDeleteAsync(long version, CancellationToken cancellationToken)
    {
        if (Id is not { } id)
        {
            return NotFound();
        }

        switch ((await remove.ExecuteAsync(id, version, cancellationToken)).Result)
        {
            case SaveResult.Saved:
                return await ToListAsync("Rate.Deleted", cancellationToken);
            case SaveResult.Conflict when await StoredAsync(cancellationToken) is { } stored:
                Input = stored;
                ModelState.Clear();
                ModelState.AddModelError(string.Empty, text["Conflict.NotDeleted"]);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<RedirectToPageResult> ToListAsync(string message, CancellationToken cancellationToken)
    {
        TempData["Message"] = text[message].Value;

        return RedirectToPage("Index", new { of = await progress.StartAsync(cancellationToken) });
    }

    private async Task<SaveRate.Command?> StoredAsync(CancellationToken cancellationToken) =>
        await db.ExchangeRates.AsNoTracking().SingleOrDefaultAsync(rate => rate.Id == Id, cancellationToken) is { } stored ? SaveRate.From(stored) : null;

    /// <summary>What was typed, again, where the rate is still there.</summary>
    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        Id is null || await StoredAsync(cancellationToken) is not null ? Page() : NotFound();

    private async Task<IActionResult> ShowConflictAsync(string? take, CancellationToken cancellationToken)
    {
        if (await StoredAsync(cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Conflict = ConflictReport.Show(nameof(Input), Input, stored, stored.Version, take, ModelState);

        return Page();
    }
}
