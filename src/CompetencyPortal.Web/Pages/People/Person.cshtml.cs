using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.People;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>A person: passes, employment, details. Each section is saved by itself.</summary>
internal sealed class PersonModel(
    PortalContext db,
    ProgramCalendar calendar,
    EditPerson edit,
    SaveEmployment saveEmployment,
    RemovePerson remove,
    CostOfLeaving cost,
    CurrentUser user,
    ChangeHistory changes,
    IValidator<EditPerson.Command> personValidator,
    IValidator<SaveEmployment.Command> employmentValidator,
    IStringLocalizer<PortalText> text) : PageModel, IPersonForm, IHasConflict
{
    internal enum FormSection
    {
        None,
        Page,
        Details,
        Employment,
    }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public EditPerson.Command Input { get; set; } = new();

    PersonInput IPersonForm.Input => Input;

    [BindProperty]
    public SaveEmployment.Command Employment { get; set; } = new();

    /// <summary>The section that was posted and is shown again with its errors.</summary>
    public FormSection Section { get; private set; }

    public Person? Shown { get; private set; }

    public IReadOnlyList<Pass> Passes { get; private set; } = [];

    /// <summary>Where the history goes on; null begins with the newest change.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public HistoryView? History { get; private set; }

    /// <summary>What the employment typed would cost, to be confirmed.</summary>
    public IReadOnlyList<string> LeavingCost { get; private set; } = [];

    /// <summary>What deleting would cost, to be confirmed.</summary>
    public IReadOnlyList<string> DeletingCost { get; private set; } = [];

    /// <summary>Says the employment for which the cost was shown: only that is confirmed.</summary>
    public string Confirmation => string.Join(';', Employment.Spans.Select(span => $"{span.Joined:O}/{span.LastDay:O}"));

    public ConflictReport? Conflict { get; private set; }

    public DateOnly Today => calendar.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostDetailsAsync(string? take, CancellationToken cancellationToken)
    {
        Section = FormSection.Details;

        if (take is not null)
        {
            return await ShowConflictAsync(take, cancellationToken);
        }

        if (!await personValidator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var outcome = await edit.ExecuteAsync(Number, Input, cancellationToken);

        switch (outcome.Result)
        {
            case SaveResult.Saved:
                return Saved("details", []);
            case SaveResult.Conflict:
                return await ShowConflictAsync(take: null, cancellationToken);
            case SaveResult.Duplicate:
                ModelState.AddErrorOnce($"{nameof(Input)}.{outcome.Field}", text[$"Person.{outcome.Field}.Duplicate"]);
                return await ShowAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostEmploymentAsync(string? take, string? confirmed, CancellationToken cancellationToken)
    {
        Section = FormSection.Employment;

        if (take is not null)
        {
            return await ShowConflictAsync(take, cancellationToken);
        }

        if (!await employmentValidator.CheckAsync(Employment, ModelState, nameof(Employment), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var loss = await cost.OfEmploymentAsync(Number, Employment.Version, Employment.Spans, cancellationToken);

        if (loss.Question.Count > 0 && confirmed != Confirmation)
        {
            LeavingCost = loss.Question;

            return await ShowAsync(cancellationToken);
        }

        var outcome = await saveEmployment.ExecuteAsync(Number, Employment, cancellationToken);

        return outcome.Result switch
        {
            SaveResult.Saved => Saved("employment", loss.Outcome),
            SaveResult.Conflict => await ShowConflictAsync(take: null, cancellationToken),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostDeleteAsync(long version, bool confirmed, CancellationToken cancellationToken)
    {
        var loss = await cost.OfDeletionAsync(Number, version, cancellationToken);
        DeletingCost = confirmed ? [] : loss.Question;

        if (DeletingCost.Count > 0)
        {
            return await ShowAsync(cancellationToken);
        }

        var outcome = await remove.ExecuteAsync(Number, version, cancellationToken);

        switch (outcome.Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text.Sentences([text["Person.Deleted"], .. loss.Outcome]);
                return RedirectToPage("Index");
            case SaveResult.Conflict:
                ModelState.AddModelError(string.Empty, text["Conflict.NotDeleted"]);
                Section = FormSection.Page;
                return await ShowAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    /// <param name="outcome">What is to be said besides.</param>
    private RedirectToPageResult Saved(string fragment, IReadOnlyList<string> outcome)
    {
        TempData["Message"] = text.Sentences([text["Saved"], .. outcome]);

        return RedirectToPage("Person", pageHandler: null, new { Number }, fragment);
    }

    /// <summary>Shows what is stored; the section that was posted keeps what was typed.</summary>
    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var person = await LoadAsync(cancellationToken);

        if (person is null)
        {
            return NotFound();
        }

        Input = Section == FormSection.Details ? Input : EditPerson.From(person);
        Employment = Section == FormSection.Employment ? Employment : SaveEmployment.From(person);

        return Page();
    }

    private async Task<IActionResult> ShowConflictAsync(string? take, CancellationToken cancellationToken)
    {
        var person = await LoadAsync(cancellationToken);

        if (person is null)
        {
            return NotFound();
        }

        if (Section == FormSection.Details)
        {
            Conflict = ConflictReport.Show(nameof(Input), Input, EditPerson.From(person), person.Version, take, ModelState);
        }
        else
        {
            var saved = SaveEmployment.From(person);
            Conflict = ConflictReport.Show(nameof(Employment), Employment, saved, person.Version, take, ModelState);
            Employment.Periods.AddRange(saved.Periods.Skip(Employment.Periods.Count));
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<Employee?> LoadAsync(CancellationToken cancellationToken)
    {
        var person = await db.Employees.AsNoTracking()
            .Include(one => one.Periods)
            .SingleOrDefaultAsync(one => one.Number == Number, cancellationToken);

        if (person is null)
        {
            return null;
        }

        var passes = await db.ExamPasses
            .Where(pass => pass.EmployeeId == person.Id)
            .OrderBy(pass => pass.EarnedOn)
            .ThenBy(pass => pass.Code)
            .Select(pass => new { pass.Id, pass.Code, pass.EarnedOn, pass.ValidUntil })
            .ToListAsync(cancellationToken);
        var program = (await db.CatalogAsync(cancellationToken)).Program;

        History = await changes.OfPersonAsync(user.OrganizationId, person.Id, Before, cancellationToken);
        Shown = new Person(person.Name, EmploymentSpan.For(Today, person.Periods.Select(period => period.Span)));
        Passes = [.. passes.Select(pass => new Pass(
            pass.Id, pass.Code, program.Credential(pass.Code)?.Title.Shown(), pass.EarnedOn, pass.ValidUntil))];

        return person;
    }

    internal sealed record Person(string Name, EmploymentSpan Employment);

    internal sealed record Pass(Guid Id, string Code, string? Title, DateOnly EarnedOn, DateOnly? ValidUntil);
}
