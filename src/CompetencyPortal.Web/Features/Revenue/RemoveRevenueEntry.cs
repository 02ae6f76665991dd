using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>Deletes an entry; its content stays in the journal.</summary>
internal sealed class RemoveRevenueEntry(PortalContext db, CurrentUser user)
{
    public async Task<SaveOutcome> ExecuteAsync(Guid entry, CancellationToken cancellationToken)
    {
        if (!await db.RevenueEntries.AnyAsync(one => one.Id == entry, cancellationToken))
        {
            return SaveOutcome.NotFound;
        }

        return await db.EditAsync(() => db.RecordAsync(
            user.OrganizationId,
            async token => db.RevenueEntries.Remove(await db.RevenueEntries.SingleOrConflictAsync(one => one.Id == entry, token)),
            cancellationToken));
    }
}
