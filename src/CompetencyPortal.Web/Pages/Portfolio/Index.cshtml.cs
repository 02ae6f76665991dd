using CompetencyPortal.Data;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Features.Portfolio;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Portfolio;

/// <summary>
/// The organizations that the manager sees, a row for each competency followed. What is stored is shown, and the worker brings
/// up to date what is due: a list evaluates nothing.
/// </summary>
internal sealed class IndexModel(PortalContext db, ProgramCalendar calendar, CurrentStandings standings) : PageModel
{
    /// <summary>Filters rows that meet no tier; no key of a tier begins so.</summary>
    public const string NoTier = "-";

    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "competency", SupportsGet = true)]
    public string? Competency { get; set; }

    [BindProperty(Name = "tier", SupportsGet = true)]
    public string? Tier { get; set; }

    [BindProperty(Name = "market", SupportsGet = true)]
    public string? Market { get; set; }

    [BindProperty(Name = "state", SupportsGet = true)]
    public PortfolioState? State { get; set; }

    /// <summary>Leaves only what ends soon.</summary>
    [BindProperty(Name = "soon", SupportsGet = true)]
    public bool Soon { get; set; }

    [BindProperty(Name = "sort", SupportsGet = true)]
    public PortfolioSort Sort { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public ProgramCatalog Program { get; private set; } = null!;

    public DateOnly Today => calendar.Today;

    public int Organizations { get; private set; }

    /// <summary>Rows of all pages.</summary>
    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>Other pages of what is filtered and sorted now.</summary>
    public PagerView Pager => new("/Portfolio/Index", PageNumber, Pages, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Search,
        ["competency"] = Competency,
        ["tier"] = Tier,
        ["market"] = Market,
        ["state"] = State?.ToString(),
        ["soon"] = Soon ? "true" : null,
        ["sort"] = Sort == default ? null : Sort.ToString(),
    });

    /// <summary>How many rows of the whole portfolio are in each state.</summary>
    public IReadOnlyDictionary<PortfolioState, int> Counts { get; private set; } = new Dictionary<PortfolioState, int>();

    /// <summary>Organizations that are being brought up to date.</summary>
    public int Due { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Competency) || !string.IsNullOrEmpty(Tier)
        || !string.IsNullOrEmpty(Market) || State is not null || Soon;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Program = (await db.CatalogAsync(cancellationToken)).Program;
        Organizations = await db.Organizations.CountAsync(cancellationToken);
        Due = await standings.CountDueAsync(cancellationToken);

        Counts = await CountAsync(db.Portfolio(db.Organizations, Today), cancellationToken);

        var found = db.Portfolio(db.Organizations.Named(Search), Today).Following(Competency).AtTier(Tier, NoTier).InMarket(Market).InState(State)
            .EndingSoon(Soon, Today);
        Total = await found.CountAsync(cancellationToken);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);

        var rows = await found.Sorted(Sort).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var due = await standings.DueAmongAsync(rows.Select(row => row.Standing?.Id).OfType<Guid>(), cancellationToken);
        Rows = [.. rows.Select(row => RowOf(row, due))];
    }

    private static async Task<Dictionary<PortfolioState, int>> CountAsync(IQueryable<PortfolioRow> portfolio, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<PortfolioState, int>();

        foreach (var state in Enum.GetValues<PortfolioState>())
        {
            counts[state] = await portfolio.InState(state).CountAsync(cancellationToken);
        }

        return counts;
    }

    private Row RowOf(PortfolioRow row, IReadOnlySet<Guid> due) => new(
        Program,
        row.Organization.Id,
        row.Organization.Name,
        row.Market is { } market ? Program.MarketName(market) : null,
        DateOnly.FromDateTime(calendar.Local(row.Organization.FactsChangedAt)),
        row.Standing is { } standing ? StandingView.Of(standing, Program) : null,
        row.Standing is { } stored && due.Contains(stored.Id) ? stored.AsOf : null,
        Today);

    /// <param name="Standing">Null where nothing is followed.</param>
    /// <param name="AsOf">The day of a standing that is being brought up to date; null where it holds.</param>
    internal sealed record Row(
        ProgramCatalog Program, Guid Id, string Name, string? Market, DateOnly ChangedOn, StandingView? Standing, DateOnly? AsOf, DateOnly Today);
}
