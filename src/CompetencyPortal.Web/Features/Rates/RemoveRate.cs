using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Rates;

/// <summary>Deletes a rate; its content stays in the journal.</summary>
internal sealed class RemoveRate(PortalContext db)
{
    /// <param name="version">As the page showed it: what somebody corrected meanwhile is not deleted unseen.</param>
    public Task<SaveOutcome> ExecuteAsync(Guid rate, long version, CancellationToken cancellationToken) => db.EditProgramAsync(
        async token =>
        {
            if (await db.ExchangeRates.SingleOrDefaultAsync(one => one.Id == rate, token) is not { } stored)
            {
                return SaveOutcome.NotFound;
            }

            db.ExpectVersion(stored, version);
            db.ExchangeRates.Remove(stored);

            return SaveOutcome.Saved;
        },
        cancellationToken);
}
