using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Features.Standings;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Rates;

/// <summary>Many rates at once: pasted, checked row by row, then entered. The text stays until all rows are right.</summary>
internal sealed class PasteModel(PasteRates paste, StandingsProgress progress, IStringLocalizer<PortalText> text) : PageModel
{
    /// <summary>More are counted only.</summary>
    public const int MostErrors = 20;

    [BindProperty]
    public string? Pasted { get; set; }

    public string Program { get; private set; } = string.Empty;

    public IReadOnlyList<RateRowError> Errors { get; private set; } = [];

    /// <summary>What saving would change; null before the check, and while a row is wrong.</summary>
    public PasteRates.Plan? Plan { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Program = await paste.ProgramAsync(cancellationToken);

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);

        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(cancellationToken);

        if (Plan is not { } plan)
        {
            return Page();
        }

        await paste.ExecuteAsync(rows, cancellationToken);
        TempData["Message"] = text["Rates.Paste.Saved", plan.New, plan.Changed, plan.Same].Value;

        return RedirectToPage("Index", new { of = await progress.StartAsync(cancellationToken) });
    }

    private async Task<RateRows> ReadAsync(CancellationToken cancellationToken)
    {
        Program = await paste.ProgramAsync(cancellationToken);
        var rows = RateRows.Read(Pasted, Program);
        Errors = rows.Errors;

        if (rows.Rows.Count > PasteRates.MostRows)
        {
            ModelState.AddModelError(string.Empty, text["Rates.Paste.TooMany", PasteRates.MostRows]);
        }
        else if (rows.Errors.Count == 0 && rows.Rows.Count == 0)
        {
            ModelState.AddModelError(string.Empty, text["Rates.Paste.Nothing"]);
        }
        else if (rows.Errors.Count == 0)
        {
            Plan = await paste.PlanAsync(rows, cancellationToken);
        }

        return rows;
    }
}
