using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Rates;

/// <summary>Enters and corrects many rates at once: all of them, or none where a row is wrong.</summary>
internal sealed class PasteRates(PortalContext db)
{
    /// <summary>Rows beyond this are for another paste.</summary>
    public const int MostRows = 5000;

    /// <summary>What the rows would change.</summary>
    public async Task<Plan> PlanAsync(RateRows rows, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(rows, cancellationToken);
        var known = rows.Rows.Where(row => stored.ContainsKey((row.Currency, row.On))).ToList();
        var same = known.Count(row => stored[(row.Currency, row.On)].Rate == row.Rate);

        return new Plan(rows.Rows.Count - known.Count, known.Count - same, same);
    }

    /// <exception cref="InvalidOperationException">A row is wrong.</exception>
    public async Task ExecuteAsync(RateRows rows, CancellationToken cancellationToken)
    {
        if (rows.Errors.Count > 0)
        {
            throw new InvalidOperationException("Rows that are wrong are not entered.");
        }

        var program = await ProgramAsync(cancellationToken);
        var ids = rows.Rows.Select(_ => Guid.CreateVersion7()).ToList();

        await db.EditProgramAsync(token => WriteAsync(rows, program, ids, token), cancellationToken);
    }

    /// <summary>The currency that rates lead to.</summary>
    public async Task<string> ProgramAsync(CancellationToken cancellationToken) => (await db.CatalogAsync(cancellationToken)).Program.Program.Currency;

    private async Task<SaveOutcome> WriteAsync(RateRows rows, string program, List<Guid> ids, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(rows, cancellationToken);

        foreach (var (index, row) in rows.Rows.Index())
        {
            if (stored.TryGetValue((row.Currency, row.On), out var rate))
            {
                rate.Correct(row.Rate);
            }
            else
            {
                db.ExchangeRates.Add(new ExchangeRate(ids[index], row.Currency, program, row.On, row.Rate));
            }
        }

        return SaveOutcome.Saved;
    }

    private async Task<Dictionary<(string Currency, DateOnly On), ExchangeRate>> StoredAsync(RateRows rows, CancellationToken cancellationToken)
    {
        var program = await ProgramAsync(cancellationToken);
        var currencies = rows.Rows.Select(row => row.Currency).ToHashSet(StringComparer.Ordinal);

        return await db.ExchangeRates.Where(rate => rate.To == program && currencies.Contains(rate.From))
            .ToDictionaryAsync(rate => (rate.From, rate.On), cancellationToken);
    }

    internal sealed record Plan(int New, int Changed, int Same)
    {
        public bool ChangesNothing => New + Changed == 0;
    }
}
