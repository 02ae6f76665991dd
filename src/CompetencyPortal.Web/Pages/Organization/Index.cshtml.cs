using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Organization;

/// <summary>What the organization decides for itself: competencies followed, answers, currency, names shown.</summary>
internal sealed class IndexModel(
    PortalContext db,
    CurrentUser user,
    EditOrganization edit,
    FollowCompetencies follow,
    EntryChoices choices,
    ChangeHistory changes,
    IValidator<EditOrganization.Command> validator,
    Formats formats,
    IStringLocalizer<PortalText> text) : PageModel, IHasConflict
{
    private const int LatestChanges = 10;

    [BindProperty]
    public EditOrganization.Command Input { get; set; } = new();

    public ConflictReport? Conflict { get; private set; }

    public Domain.Organizations.Organization? Organization { get; private set; }

    public IReadOnlyList<Competency> Competencies { get; private set; } = [];

    public IReadOnlyList<Flag> Flags { get; private set; } = [];

    public IReadOnlyList<Market> Markets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Currencies { get; private set; } = [];

    /// <summary>The latest changes; all of them have a page of their own.</summary>
    public HistoryView? Latest { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = EditOrganization.From(Organization!);

        return Page();
    }

    public async Task<IActionResult> OnPostFollowAsync(string?[] shown, string?[] followed, CancellationToken cancellationToken)
    {
        await follow.ExecuteAsync(shown, followed, cancellationToken);
        TempData["Message"] = text["Organization.Competencies.Saved"].Value;

        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostSettingsAsync(string? take, CancellationToken cancellationToken)
    {
        if (take is null && !await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            await LoadAsync(cancellationToken);

            return Page();
        }

        if (take is null && (await edit.ExecuteAsync(Input, cancellationToken)).Result == SaveResult.Saved)
        {
            TempData["Message"] = text["Saved"].Value;

            return RedirectToPage("Index");
        }

        await LoadAsync(cancellationToken);
        Conflict = ConflictReport.Show(nameof(Input), Input, EditOrganization.From(Organization!), Organization!.Version, take, ModelState);

        return Page();
    }

    public string Sentence(Flag flag) => (flag.IsYes, flag.On, flag.Until) switch
    {
        (null, _, _) => text["Flag.NotAnswered"],
        (false, _, _) => text["Flag.No"],
        (_, { } on, { } until) => text["Flag.Yes.FromUntil", formats.Day(on), formats.Day(until)],
        (_, { } on, null) => text["Flag.Yes.From", formats.Day(on)],
        (_, null, { } until) => text["Flag.Yes.Until", formats.Day(until)],
        _ => text["Flag.Yes"],
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);

        Organization = await db.Organizations.AsNoTracking().SingleAsync(one => one.Id == user.OrganizationId, cancellationToken);
        Competencies = [.. program.Competencies.Select(competency => new Competency(
            competency.Key, competency.Name.Shown(), competency.Description?.Shown(), followed.Contains(competency.Key)))];
        Flags = await FlagsAsync(program, followed, cancellationToken);
        Markets = await MarketsAsync(program, cancellationToken);
        Latest = (await changes.OfOrganizationItselfAsync(user.OrganizationId, LatestChanges, cancellationToken)) with { Older = null };
        Currencies = [.. (await choices.OwnCurrenciesAsync(cancellationToken)).Select(currency => new SelectListItem(currency, currency))];
    }

    private async Task<IReadOnlyList<Flag>> FlagsAsync(ProgramCatalog program, List<string> followed, CancellationToken cancellationToken)
    {
        var answers = await db.FlagAnswers.AsNoTracking().ToDictionaryAsync(answer => answer.Flag, StringComparer.Ordinal, cancellationToken);

        return
        [
            .. followed.SelectMany(program.FlagsOf).Distinct(StringComparer.Ordinal)
                .Select(key => (Key: key, Answer: answers.GetValueOrDefault(key)))
                .Select(flag => new Flag(
                    flag.Key, program.Flag(flag.Key)?.Name.Shown() ?? flag.Key, flag.Answer?.IsYes, flag.Answer?.On, flag.Answer?.Until)),
        ];
    }

    private async Task<IReadOnlyList<Market>> MarketsAsync(ProgramCatalog program, CancellationToken cancellationToken)
    {
        var rows = await db.OrganizationMarkets
            .OrderByDescending(row => row.From)
            .Select(row => new { row.Market, row.From })
            .ToListAsync(cancellationToken);

        return [.. rows.Select(row => new Market(
            program.MarketName(row.Market), row.From == DateOnly.MinValue ? null : row.From))];
    }

    internal sealed record Competency(string Key, string Name, string? Description, bool IsFollowed);

    /// <param name="IsYes">Null while the question is not answered.</param>
    internal sealed record Flag(string Key, string Name, bool? IsYes, DateOnly? On, DateOnly? Until);

    internal sealed record Market(string Name, DateOnly? From);
}
