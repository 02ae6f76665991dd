using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Features.People;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Portfolio;

/// <summary>What a manager reads about one organization: its assessment as its admin reads it, and what it reported by month. Nothing can be changed here.</summary>
internal sealed class OrganizationModel(PortalContext db, ReadAssessment read, PersonNames names, ProgramCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Option { get; set; }

    public AboutOrganization About { get; private set; } = null!;

    public string? MarketName { get; private set; }

    public bool ShowsNames => names.AreShown(About.ShowsNames);

    /// <summary>Whom to ask.</summary>
    public IReadOnlyList<ListedAccount> Admins { get; private set; } = [];

    /// <summary>Null while the organization follows no competency.</summary>
    public AssessmentView? View { get; private set; }

    public RevenueByMonth? Revenue { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid organization, string? competency, CancellationToken cancellationToken)
    {
        if (await AboutAsync(organization, cancellationToken) is not { } about)
        {
            return NotFound();
        }

        if (competency is null && await read.FollowedAsync(organization, cancellationToken) is [var first, ..])
        {
            return RedirectToPage("Organization", new { organization, competency = first.Key });
        }

        About = about;
        await LoadAsync(organization, cancellationToken);

        return competency is null || await AssessAsync(organization, competency, cancellationToken) ? Page() : NotFound();
    }

    private Task<AboutOrganization?> AboutAsync(Guid organization, CancellationToken cancellationToken)
    {
        var markets = db.MarketsOn(calendar.Today);

        return db.Organizations.Where(one => one.Id == organization)
            .Select(one => new AboutOrganization(
                one.Id,
                one.Name,
                one.DefaultCurrency,
                one.ShowsNames,
                one.FactsChangedAt,
                markets.Where(row => row.OrganizationId == one.Id).Select(row => row.Market).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task LoadAsync(Guid organization, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;

        MarketName = About.Market is { } market ? program.MarketName(market) : null;
        Admins = await db.Accounts().In(AccountState.Active)
            .Where(account => account.OrganizationId == organization)
            .OrderBy(account => account.Name)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> AssessAsync(Guid organization, string competency, CancellationToken cancellationToken)
    {
        View = await read.ExecuteAsync(organization, new AssessmentChoice(competency, Option, Show), cancellationToken);
        Revenue = View is { } view ? RevenueByMonth.Of(view.Facts, view.Program.MeasuresOf(view.Followed.Select(each => each.Key)), AwaitedMonths(view), calendar.Today) : null;

        return View is not null;
    }

    private ILookup<string, Month> AwaitedMonths(AssessmentView view) => view.Followed
        .SelectMany(each => view.Facts.For(view.Program, each.Key, calendar.Today).Facts.UnreportedMonths)
        .SelectMany(measure => measure.Value, (measure, month) => (Measure: measure.Key, Month: month))
        .Distinct()
        .ToLookup(awaited => awaited.Measure, awaited => awaited.Month, StringComparer.Ordinal);

    /// <param name="Market">Today's; null where none is set.</param>
    internal sealed record AboutOrganization(Guid Id, string Name, string Currency, bool ShowsNames, DateTime FactsChangedAt, string? Market);
}
