using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Admin.Users;

/// <summary>Everybody who has an account.</summary>
internal sealed class IndexModel(PortalContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "role", SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(Name = "state", SupportsGet = true)]
    public AccountState? State { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<ListedAccount> Accounts { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Role is not null || State is not null;

    public PagerView Pager => new("Index", PageNumber, Pages, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Search,
        ["role"] = Role,
        ["state"] = State?.ToString(),
    });

    private int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Role = Roles.All.Contains(Role, StringComparer.Ordinal) ? Role : null;
        State = State is { } state && Enum.IsDefined(state) ? state : null;
        ModelState.Clear();

        var found = Found();
        Total = await found.CountAsync(cancellationToken);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Accounts = await found
            .OrderBy(account => account.Name)
            .ThenBy(account => account.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
    }

    private IQueryable<ListedAccount> Found()
    {
        var accounts = State is { } state ? db.Accounts().In(state) : db.Accounts();
        accounts = Role is null ? accounts : accounts.Where(account => account.Role == Role);

        if (string.IsNullOrWhiteSpace(Search))
        {
            return accounts;
        }

        var pattern = SearchPattern.Containing(Search);

        return accounts.Where(account => EF.Functions.Like(account.Name, pattern, SearchPattern.Escape)
            || EF.Functions.Like(account.Email, pattern, SearchPattern.Escape));
    }
}
