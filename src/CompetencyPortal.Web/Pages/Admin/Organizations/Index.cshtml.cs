using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Admin.Organizations;

/// <summary>All partner companies, and who takes care of each.</summary>
internal sealed class IndexModel(PortalContext db, ProgramCalendar calendar) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Only those without an active admin.</summary>
    [BindProperty(Name = "orphaned", SupportsGet = true)]
    public bool IsOrphaned { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public bool IsFiltered => IsOrphaned || !string.IsNullOrWhiteSpace(Search);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public PagerView Pager => new("Index", PageNumber, Pages, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Search,
        ["orphaned"] = IsOrphaned ? "true" : null,
    });

    private int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = (IsOrphaned ? db.OrphanedOrganizations() : db.Organizations).Named(Search);
        var markets = db.MarketsOn(calendar.Today);
        Total = await found.CountAsync(cancellationToken);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);

        var rows = await found
            .OrderBy(one => one.NormalizedName)
            .ThenBy(one => one.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.FactsChangedAt,
                Market = markets.Where(row => row.OrganizationId == one.Id).Select(row => row.Market).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var admins = await AdminsAsync(ids, cancellationToken);
        var managers = await ManagersAsync(ids, cancellationToken);
        var program = (await db.CatalogAsync(cancellationToken)).Program;

        Rows = [.. rows.Select(row => new Row(
            row.Id,
            row.Name,
            row.Market is null ? null : program.MarketName(row.Market),
            [.. admins[row.Id]],
            [.. managers[row.Id]],
            DateOnly.FromDateTime(calendar.Local(row.FactsChangedAt))))];
    }

    private async Task<ILookup<Guid, ListedAccount>> AdminsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var admins = await db.Accounts()
            .Where(account => account.OrganizationId != null && ids.Contains(account.OrganizationId.Value) && !account.IsDisabled)
            .OrderBy(account => account.Name)
            .ToListAsync(cancellationToken);

        return admins.ToLookup(account => account.OrganizationId!.Value);
    }

    private async Task<ILookup<Guid, string>> ManagersAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var managers = await db.Assignments
            .Where(one => ids.Contains(one.OrganizationId))
            .Join(db.Users.Where(user => !user.IsDisabled), one => one.UserId, user => user.Id, (one, user) => new { one.OrganizationId, user.DisplayName })
            .OrderBy(one => one.DisplayName)
            .ToListAsync(cancellationToken);

        return managers.ToLookup(one => one.OrganizationId, one => one.DisplayName);
    }

    /// <param name="Market">Today's; null where none is set.</param>
    /// <param name="Admins">Those not disabled.</param>
    internal sealed record Row(
        Guid Id, string Name, string? Market, IReadOnlyList<ListedAccount> Admins, IReadOnlyList<string> Managers, DateOnly ChangedOn)
    {
        public bool IsOrphaned => Admins.All(admin => admin.State != AccountState.Active);
    }
}
