using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Organizations;

/// <summary>One partner company: its admins, its account managers, its markets, its name. Each section is saved by itself.</summary>
internal sealed class EditModel(
    PortalContext db,
    RenameOrganization rename,
    AddMarket addMarket,
    RemoveMarket removeMarket,
    AssignManager assign,
    ChangeHistory changes,
    IValidator<RenameOrganization.Command> nameValidator,
    IValidator<AddMarket.Command> marketValidator,
    IStringLocalizer<PortalText> text) : PageModel, IHasConflict
{
    private const int LatestChanges = 10;

    internal enum FormSection
    {
        None,
        Managers,
        Markets,
        Name,
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RenameOrganization.Command Input { get; set; } = new();

    [BindProperty]
    public AddMarket.Command Added { get; set; } = new();

    /// <summary>The account manager to assign.</summary>
    [BindProperty]
    public Guid? Manager { get; set; }

    /// <summary>The section that was posted and is shown again with its errors.</summary>
    public FormSection Section { get; private set; }

    public ConflictReport? Conflict { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public IReadOnlyList<ListedAccount> Admins { get; private set; } = [];

    public IReadOnlyList<ListedAccount> Managers { get; private set; } = [];

    public IReadOnlyList<MarketRow> MarketRows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ManagerChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> MarketChoices { get; private set; } = [];

    public HistoryView? Latest { get; private set; }

    public bool IsOrphaned => Admins.All(admin => admin.State != AccountState.Active);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostNameAsync(string? take, CancellationToken cancellationToken)
    {
        Section = FormSection.Name;

        if (take is not null)
        {
            return await ShowConflictAsync(take, cancellationToken);
        }

        if (!await nameValidator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        return (await rename.ExecuteAsync(Id, Input, cancellationToken)).Result switch
        {
            SaveResult.Saved => Saved("name"),
            SaveResult.Conflict => await ShowConflictAsync(take: null, cancellationToken),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostMarketAsync(CancellationToken cancellationToken)
    {
        Section = FormSection.Markets;

        if (!await marketValidator.CheckAsync(Added, ModelState, nameof(Added), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var outcome = await addMarket.ExecuteAsync(Id, Added, cancellationToken);

        switch (outcome.Result)
        {
            case SaveResult.Saved:
                return Saved("markets");
            case SaveResult.Duplicate:
                ModelState.AddErrorOnce($"{nameof(Added)}.{outcome.Field}", text["Partner.Market.From.Taken"]);
                return await ShowAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostRemoveMarketAsync(Guid row, CancellationToken cancellationToken) =>
        (await removeMarket.ExecuteAsync(Id, row, cancellationToken)).Result == SaveResult.NotFound ? NotFound() : Saved("markets");

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken cancellationToken)
    {
        Section = FormSection.Managers;

        if (Manager is { } manager && await assign.AssignAsync(Id, manager, cancellationToken))
        {
            return Saved("managers");
        }

        ModelState.AddErrorOnce(nameof(Manager), text["Partner.Manager.Required"]);

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostUnassignAsync(Guid user, CancellationToken cancellationToken) =>
        await assign.UnassignAsync(Id, user, cancellationToken) ? Saved("managers") : NotFound();

    private RedirectToPageResult Saved(string fragment)
    {
        TempData["Message"] = text["Saved"].Value;

        return RedirectToPage("Edit", pageHandler: null, new { Id }, fragment);
    }

    private async Task<IActionResult> ShowConflictAsync(string? take, CancellationToken cancellationToken)
    {
        if (await db.Organizations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Conflict = ConflictReport.Show(nameof(Input), Input, RenameOrganization.From(stored), stored.Version, take, ModelState);

        return await ShowAsync(cancellationToken);
    }

    /// <summary>Shows what is stored; the section that was posted keeps what was typed.</summary>
    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Organizations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id, cancellationToken) is not { } organization)
        {
            return NotFound();
        }

        Name = organization.Name;
        Input = Section == FormSection.Name ? Input : RenameOrganization.From(organization);
        Added = Section == FormSection.Markets ? Added : new AddMarket.Command { FormKey = Guid.CreateVersion7() };
        Admins = await db.Accounts().Where(account => account.OrganizationId == Id).OrderBy(account => account.IsDisabled).ThenBy(account => account.Name).ToListAsync(cancellationToken);
        Latest = (await changes.OfOrganizationItselfAsync(Id, LatestChanges, cancellationToken)) with { Older = null };
        await LoadManagersAsync(cancellationToken);
        await LoadMarketsAsync((await db.CatalogAsync(cancellationToken)).Program, cancellationToken);

        return Page();
    }

    private async Task LoadManagersAsync(CancellationToken cancellationToken)
    {
        var assigned = await db.Assignments.Where(one => one.OrganizationId == Id).Select(one => one.UserId).ToListAsync(cancellationToken);
        var managers = await db.Accounts().Where(account => account.Role == Roles.AccountManager).OrderBy(account => account.Name).ToListAsync(cancellationToken);

        Managers = managers.FindAll(manager => assigned.Contains(manager.Id));
        ManagerChoices =
        [
            new SelectListItem(text["Partner.Manager.Choose"], string.Empty),
            .. managers.Where(manager => !manager.IsDisabled && !assigned.Contains(manager.Id))
                .Select(manager => new SelectListItem($"{manager.Name} ({manager.Email})", manager.Id.ToString())),
        ];
    }

    private async Task LoadMarketsAsync(ProgramCatalog program, CancellationToken cancellationToken)
    {
        var rows = await db.OrganizationMarkets
            .Where(row => row.OrganizationId == Id)
            .OrderByDescending(row => row.From)
            .Select(row => new { row.Id, row.Market, row.From })
            .ToListAsync(cancellationToken);

        MarketChoices = program.MarketChoices(text);
        MarketRows = [.. rows.Select(row => new MarketRow(
            row.Id, program.MarketName(row.Market), row.From == DateOnly.MinValue ? null : row.From))];
    }

    /// <param name="From">Null: always.</param>
    internal sealed record MarketRow(Guid Id, string Market, DateOnly? From);
}
