using CompetencyPortal.Data;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.People;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>One exam pass: a new one, or one to correct or delete.</summary>
internal sealed class PassModel(
    PortalContext db,
    SavePass save,
    RemovePass remove,
    CostOfLeaving cost,
    IValidator<SavePass.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel, IHasConflict
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Pass { get; set; }

    [BindProperty]
    public SavePass.Command Input { get; set; } = new();

    public string PersonName { get; private set; } = string.Empty;

    /// <summary>What the pass as typed would cost, to be confirmed.</summary>
    public IReadOnlyList<string> SavingCost { get; private set; } = [];

    /// <summary>Says the pass for which the cost was shown: only that is confirmed.</summary>
    public string Confirmation => $"{Input.Code}/{Input.EarnedOn:O}/{Input.ValidUntil:O}";

    /// <summary>What deleting would cost, to be confirmed.</summary>
    public IReadOnlyList<string> DeletingCost { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Codes { get; private set; } = [];

    public ConflictReport? Conflict { get; private set; }

    /// <param name="code">The exam to offer first, from a link that knows which one is missing.</param>
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken)
    {
        Input = Pass is null ? new SavePass.Command { FormKey = Guid.CreateVersion7(), Code = code } : await StoredAsync(cancellationToken) ?? Input;

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync(string? take, string? confirmed, bool another, CancellationToken cancellationToken)
    {
        if (take is not null)
        {
            return await ShowConflictAsync(take, cancellationToken);
        }

        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var loss = await LossAsync(cancellationToken);

        if (loss.Question.Count > 0 && confirmed != Confirmation)
        {
            SavingCost = loss.Question;

            return await ShowAsync(cancellationToken);
        }

        var outcome = await save.ExecuteAsync(Number, Pass, Input, cancellationToken);

        switch (outcome.Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text.Sentences([text["Pass.Saved", Input.Code!], .. loss.Outcome]);
                return another ? RedirectToPage("Pass", new { Number, Pass = (Guid?)null }) : ToPerson();
            case SaveResult.Conflict:
                return await ShowConflictAsync(take: null, cancellationToken);
            case SaveResult.Duplicate:
                ModelState.AddErrorOnce($"{nameof(Input)}.{outcome.Field}", text["Pass.Duplicate"]);
                return await ShowAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostDeleteAsync(long version, bool confirmed, CancellationToken cancellationToken)
    {
        if (Pass is not { } pass)
        {
            return NotFound();
        }

        var loss = await cost.OfDeletionAsync(Number, pass, version, cancellationToken);
        DeletingCost = confirmed ? [] : loss.Question;

        if (DeletingCost.Count > 0 && await StoredAsync(cancellationToken) is { } kept)
        {
            Input = kept;
            ModelState.Clear();

            return await ShowAsync(cancellationToken);
        }

        switch ((await remove.ExecuteAsync(Number, pass, version, cancellationToken)).Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text.Sentences([text["Pass.Deleted"], .. loss.Outcome]);
                return ToPerson();
            case SaveResult.Conflict when await StoredAsync(cancellationToken) is { } stored:
                Input = stored;
                ModelState.Clear();
                ModelState.AddModelError(string.Empty, text["Conflict.NotDeleted"]);
                return await ShowAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    private async Task<LossView> LossAsync(CancellationToken cancellationToken) => Pass is { } pass
        ? await cost.OfCorrectionAsync(Number, pass, Input.Version, new CredentialFacts(Input.Code!, Input.EarnedOn!.Value, Input.ValidUntil), cancellationToken)
        : LossView.None;

    private RedirectToPageResult ToPerson() => RedirectToPage("Person", new { Number, Pass = (Guid?)null });

    private async Task<IActionResult> ShowConflictAsync(string? take, CancellationToken cancellationToken)
    {
        if (await StoredAsync(cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Conflict = ConflictReport.Show(nameof(Input), Input, stored, stored.Version, take, ModelState);

        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var person = await db.Employees.Where(one => one.Number == Number).Select(one => new { one.Id, one.Name }).SingleOrDefaultAsync(cancellationToken);

        if (person is null || (Pass is { } pass && !await db.ExamPasses.AnyAsync(one => one.Id == pass && one.EmployeeId == person.Id, cancellationToken)))
        {
            return NotFound();
        }

        PersonName = person.Name;
        Codes = await CodesAsync(cancellationToken);

        return Page();
    }

    private async Task<SavePass.Command?> StoredAsync(CancellationToken cancellationToken) =>
        await db.ExamPasses.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Pass, cancellationToken) is { } stored
            ? SavePass.From(stored)
            : null;

    /// <summary>The exams of the competencies followed first, then every other one of the catalog.</summary>
    private async Task<IReadOnlyList<SelectListItem>> CodesAsync(CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);
        var wanted = followed.SelectMany(program.CredentialsOf).ToHashSet(StringComparer.Ordinal);
        var (ofFollowed, ofOthers) = (new SelectListGroup { Name = text["Pass.Codes.Followed"] }, new SelectListGroup { Name = text["Pass.Codes.Others"] });

        return
        [
            new SelectListItem(text["Pass.Code.Choose"], string.Empty),
            .. program.Credentials
                .OrderByDescending(credential => wanted.Contains(credential.Code))
                .Select(credential => new SelectListItem($"{credential.Code} {credential.Title.Shown()}", credential.Code)
                {
                    Group = wanted.Contains(credential.Code) ? ofFollowed : ofOthers,
                }),
        ];
    }
}
