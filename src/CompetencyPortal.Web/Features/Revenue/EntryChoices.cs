using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>What a revenue entry may name: the catalog's measures, products and associations, and the currencies in use here.</summary>
internal sealed class EntryChoices(PortalContext db, CurrentUser user)
{
    public async Task<ProgramCatalog> ProgramAsync(CancellationToken cancellationToken) =>
        (await db.CatalogAsync(cancellationToken)).Program;

    /// <summary>The measures of the competencies followed, in the catalog's order.</summary>
    public async Task<IReadOnlyList<MeasureDefinition>> MeasuresAsync(CancellationToken cancellationToken)
    {
        var program = await ProgramAsync(cancellationToken);
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);

        return program.MeasuresOf(followed);
    }

    /// <summary>For a measure of money: the currencies there are. None for a count.</summary>
    public async Task<IReadOnlyList<string>> CurrenciesAsync(string? measure, CancellationToken cancellationToken) =>
        (await ProgramAsync(cancellationToken)).Measure(measure ?? string.Empty) is { Kind: MeasureKind.Money } money
            ? [.. (await CurrenciesAsync(cancellationToken)).Append(money.Unit).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>The organization's currency first, then the program's, those that have a rate, and those of entries that are there.</summary>
    public async Task<IReadOnlyList<string>> CurrenciesAsync(CancellationToken cancellationToken)
    {
        var own = await db.Organizations.Where(one => one.Id == user.OrganizationId).Select(one => one.DefaultCurrency).ToListAsync(cancellationToken);
        var rated = await db.ExchangeRates.Select(rate => rate.From).Distinct().ToListAsync(cancellationToken);
        var entered = await db.RevenueEntries.Select(entry => entry.Currency).Distinct().ToListAsync(cancellationToken);
        var others = rated.Concat(entered.OfType<string>()).Order(StringComparer.Ordinal);

        return [.. own.Append((await ProgramAsync(cancellationToken)).Program.Currency).Concat(others).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What an organization can have for its own currency: those in use here, then all others. It needs no rate yet.</summary>
    public async Task<IReadOnlyList<string>> OwnCurrenciesAsync(CancellationToken cancellationToken) =>
        [.. (await CurrenciesAsync(cancellationToken)).Union(Currencies.All, StringComparer.Ordinal)];

    /// <summary>What a new organization can begin with: the program's currency first, then those that have a rate, then all others.</summary>
    public async Task<IReadOnlyList<string>> FirstCurrenciesAsync(CancellationToken cancellationToken)
    {
        var rated = await db.ExchangeRates.Select(rate => rate.From).Distinct().ToListAsync(cancellationToken);

        return [.. rated.Order(StringComparer.Ordinal).Prepend((await ProgramAsync(cancellationToken)).Program.Currency).Union(Currencies.All, StringComparer.Ordinal)];
    }

    public async Task<bool> IsCurrencyOfAsync(SaveRevenueEntry.Command input, string? currency, CancellationToken cancellationToken)
    {
        var currencies = await CurrenciesAsync(input.Measure, cancellationToken);

        return currencies.Count == 0 ? string.IsNullOrEmpty(currency) : currencies.Contains(currency, StringComparer.Ordinal);
    }

    /// <summary>
    /// The kinds that the form asks for: renewals only where some metric over the measure leaves them out, and new business alone
    /// where customers are counted by name.
    /// </summary>
    public async Task<IReadOnlyList<RevenueKind>> KindsAsync(string? measure, CancellationToken cancellationToken)
    {
        var program = await ProgramAsync(cancellationToken);
        var key = measure ?? string.Empty;
        var asksForRenewals = program.Excludes(key, RevenueEntry.RenewalTag);

        return program.CountsCustomers(key)
            ? [RevenueKind.NewBusiness]
            : [.. Enum.GetValues<RevenueKind>().Where(kind => kind != RevenueKind.Renewal || asksForRenewals)];
    }

    public async Task<bool> IsCountAsync(SaveRevenueEntry.Command input, CancellationToken cancellationToken) =>
        (await ProgramAsync(cancellationToken)).IsCount(input.Measure ?? string.Empty);

    public async Task<bool> CountsCustomersAsync(SaveRevenueEntry.Command input, CancellationToken cancellationToken) =>
        (await ProgramAsync(cancellationToken)).CountsCustomers(input.Measure ?? string.Empty);

    public async Task<bool> IsKindOfAsync(SaveRevenueEntry.Command input, RevenueKind? kind, CancellationToken cancellationToken) =>
        kind is { } chosen && (await KindsAsync(input.Measure, cancellationToken)).Contains(chosen);

    public async Task<bool> IsProductAsync(string? product, CancellationToken cancellationToken) =>
        IsOnList((await ProgramAsync(cancellationToken)).Products, product);

    public async Task<bool> IsAssociationAsync(string? association, CancellationToken cancellationToken) =>
        IsOnList((await ProgramAsync(cancellationToken)).Associations, association);

    /// <summary>Where the catalog declares no list, keys are free.</summary>
    private static bool IsOnList(IReadOnlyList<NamedKey>? list, string? key) =>
        string.IsNullOrEmpty(key) || list is null || list.Any(named => named.Key == key);
}
