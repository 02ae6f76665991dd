using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Takes a row of an organization's markets away; the row before it holds on.</summary>
internal sealed class RemoveMarket(PortalContext db)
{
    public Task<SaveOutcome> ExecuteAsync(Guid organizationId, Guid id, CancellationToken cancellationToken) => db.EditAsync(
        organizationId,
        async token =>
        {
            if (await db.OrganizationMarkets.SingleOrDefaultAsync(row => row.OrganizationId == organizationId && row.Id == id, token) is not { } row)
            {
                return SaveOutcome.NotFound;
            }

            db.OrganizationMarkets.Remove(row);

            return SaveOutcome.Saved;
        },
        cancellationToken);
}
