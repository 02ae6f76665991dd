using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Rates;

/// <summary>Entries that cannot be converted because no rate is in force on their day.</summary>
internal sealed class MissingRates(PortalContext db)
{
    /// <summary>By currency, in the session's scope: a rate of the first day helps all of its entries.</summary>
    public async Task<IReadOnlyList<MissingRate>> ListAsync(CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program.Program.Currency;
        var missing = await db.RevenueEntries
            .Where(entry => entry.Currency != null && entry.Currency != program
                && !db.ExchangeRates.Any(rate => rate.From == entry.Currency && rate.To == program && rate.On <= entry.On))
            .GroupBy(entry => entry.Currency!)
            .Select(entries => new
            {
                Currency = entries.Key,
                First = entries.Min(entry => entry.On),
                Organizations = entries.Select(entry => entry.OrganizationId).Distinct().Count(),
            })
            .ToListAsync(cancellationToken);

        return [.. missing.OrderBy(one => one.Currency, StringComparer.Ordinal).Select(one => new MissingRate(one.Currency, one.First, one.Organizations))];
    }

    /// <summary>Whether an entry has no rate to be converted with. A count needs none.</summary>
    public async Task<bool> IsMissingAsync(string? measure, string? currency, DateOnly on, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;

        return !string.IsNullOrEmpty(currency)
            && program.Measure(measure ?? string.Empty) is { Kind: MeasureKind.Money } money
            && money.Unit != currency
            && !await db.ExchangeRates.AnyAsync(rate => rate.From == currency && rate.To == money.Unit && rate.On <= on, cancellationToken);
    }
}

/// <param name="First">The day of the earliest entry that waits for a rate.</param>
/// <param name="Organizations">How many organizations have such entries.</param>
internal sealed record MissingRate(string Currency, DateOnly First, int Organizations);
