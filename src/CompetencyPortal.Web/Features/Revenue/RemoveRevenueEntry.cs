using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>Deletes an entry; its content stays in the journal.</summary>
internal sealed class RemoveRevenueEntry(PortalContext db, CurrentUser user)
{
    /// <param name="version">As the page showed it: what somebody corrected meanwhile is not deleted unseen.</param>
    public Task<SaveOutcome> ExecuteAsync(Guid entry, long version, CancellationToken cancellationToken) => db.EditAsync(
        user.OrganizationId,
        async token =>
        {
            if (await db.RevenueEntries.SingleOrDefaultAsync(one => one.Id == entry, token) is not { } stored)
            {
                return SaveOutcome.NotFound;
            }

            db.ExpectVersion(stored, version);
            db.RevenueEntries.Remove(stored);

            return SaveOutcome.Saved;
        },
        cancellationToken);
}
