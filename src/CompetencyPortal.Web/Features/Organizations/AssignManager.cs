using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Lets an account manager see an organization, or no longer; either holds from the next query on.</summary>
internal sealed partial class AssignManager(PortalContext db, CurrentUser actor, ILogger<AssignManager> logger)
{
    /// <summary>False where there is no such organization, or no such account manager who is not disabled.</summary>
    public async Task<bool> AssignAsync(Guid organizationId, Guid managerId, CancellationToken cancellationToken)
    {
        var (id, known) = (Guid.CreateVersion7(), false);

        await db.ChangeAccountsAsync(
            async token =>
            {
                known = await db.Organizations.AnyAsync(one => one.Id == organizationId, token) && await db.Accounts().AnyAsync(
                    account => account.Id == managerId && account.Role == Roles.AccountManager && !account.IsDisabled, token);

                if (known && !await db.Assignments.AnyAsync(one => one.OrganizationId == organizationId && one.UserId == managerId, token))
                {
                    db.Assignments.Add(new Assignment(id, organizationId, managerId));
                }
            },
            cancellationToken);

        if (known)
        {
            ManagerAssigned(managerId, organizationId, actor.Id);
        }

        return known;
    }

    /// <summary>False where there was no such assignment.</summary>
    public async Task<bool> UnassignAsync(Guid organizationId, Guid managerId, CancellationToken cancellationToken)
    {
        var removed = 0;

        await db.ChangeAccountsAsync(
            async token => removed = await db.Assignments.Where(one => one.OrganizationId == organizationId && one.UserId == managerId).ExecuteDeleteAsync(token),
            cancellationToken);

        if (removed > 0)
        {
            ManagerUnassigned(managerId, organizationId, actor.Id);
        }

        return removed > 0;
    }

    [LoggerMessage(LogLevel.Information, "Account manager {ManagerId} was assigned to organization {OrganizationId} by {ActorId}.")]
    private partial void ManagerAssigned(Guid managerId, Guid organizationId, Guid actorId);

    [LoggerMessage(LogLevel.Information, "Account manager {ManagerId} was taken off organization {OrganizationId} by {ActorId}.")]
    private partial void ManagerUnassigned(Guid managerId, Guid organizationId, Guid actorId);
}
