using CompetencyPortal.Data;
using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Features.Standings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Admin.Rates;

/// <summary>The program's exchange rates, those that are missing, and how far the standings are after a change.</summary>
internal sealed class IndexModel(PortalContext db, MissingRates missing, StandingsProgress progress) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Only the rates of this currency.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>How many organizations fell due with the change after which this page is shown.</summary>
    [BindProperty(Name = "of", SupportsGet = true)]
    public int Total { get; set; }

    public PagerView? Pager { get; private set; }

    /// <summary>The currency that rates lead to.</summary>
    public string Program { get; private set; } = string.Empty;

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    public IReadOnlyList<Row> Rates { get; private set; } = [];

    public IReadOnlyList<MissingRate> Missing { get; private set; } = [];

    public ProgressView? Progress { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Program = (await db.CatalogAsync(cancellationToken)).Program.Program.Currency;
        Currencies = await db.ExchangeRates.Select(rate => rate.From).Distinct().OrderBy(currency => currency).ToListAsync(cancellationToken);
        Currency = Currencies.Contains(Currency, StringComparer.Ordinal) ? Currency : null;
        Rates = await RatesAsync(cancellationToken);
        Missing = await missing.ListAsync(cancellationToken);
        Progress = await progress.ReadAsync(Total, cancellationToken);
        Progress.RefreshIn(Response);
    }

    /// <summary>By currency, the latest day first.</summary>
    private async Task<IReadOnlyList<Row>> RatesAsync(CancellationToken cancellationToken)
    {
        var found = db.ExchangeRates.Where(rate => Currency == null || rate.From == Currency);
        var pages = Math.Max(1, (await found.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(PageNumber, 1, pages);
        Pager = new PagerView("/Admin/Rates/Index", PageNumber, pages, new Dictionary<string, string?>(StringComparer.Ordinal) { ["currency"] = Currency });

        return await found
            .OrderBy(rate => rate.From).ThenByDescending(rate => rate.On)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .Select(rate => new Row(rate.Id, rate.From, rate.On, rate.Rate))
            .ToListAsync(cancellationToken);
    }

    internal sealed record Row(Guid Id, string Currency, DateOnly On, decimal Rate);
}
