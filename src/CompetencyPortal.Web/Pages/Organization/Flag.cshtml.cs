using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Organization;

/// <summary>The answer to one question that a competency asks about the organization.</summary>
internal sealed class FlagModel(
    PortalContext db,
    AnswerFlag answer,
    IValidator<AnswerFlag.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel, IHasConflict
{
    [BindProperty(SupportsGet = true)]
    public string Flag { get; set; } = string.Empty;

    [BindProperty]
    public AnswerFlag.Command Input { get; set; } = new();

    public string Name { get; private set; } = string.Empty;

    public ConflictReport? Conflict { get; private set; }

    public IReadOnlyList<SelectListItem> Choices =>
        [.. Enum.GetValues<AnswerFlag.FlagChoice>().Select(choice => new SelectListItem(text[$"Flag.{choice}"], choice.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = await StoredAsync(cancellationToken);

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? take, CancellationToken cancellationToken)
    {
        if (!await IsAskedAsync(cancellationToken))
        {
            return NotFound();
        }

        if (take is null && !await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        if (take is null && (await answer.ExecuteAsync(Flag, Input, cancellationToken)).Result == SaveResult.Saved)
        {
            TempData["Message"] = text["Saved"].Value;

            return RedirectToPage("Index", new { flag = (string?)null });
        }

        var stored = await StoredAsync(cancellationToken);
        Conflict = ConflictReport.Show(nameof(Input), Input, stored, stored.Version, take, ModelState);

        return await ShowAsync(cancellationToken);
    }

    private async Task<AnswerFlag.Command> StoredAsync(CancellationToken cancellationToken) =>
        AnswerFlag.From(await db.FlagAnswers.AsNoTracking().SingleOrDefaultAsync(one => one.Flag == Flag, cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (!await IsAskedAsync(cancellationToken))
        {
            return NotFound();
        }

        Name = (await db.CatalogAsync(cancellationToken)).Program.Flag(Flag)?.Name.Shown() ?? Flag;

        return Page();
    }

    private async Task<bool> IsAskedAsync(CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);

        return followed.SelectMany(program.FlagsOf).Contains(Flag, StringComparer.Ordinal);
    }
}
