using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.Organizations;

internal static class OrganizationQueries
{
    /// <summary>Organizations in scope that nobody can enter anything for: no admin of theirs is active.</summary>
    public static IQueryable<Organization> OrphanedOrganizations(this PortalContext db) => db.Organizations.Where(
        organization => !db.Users.Any(user => user.OrganizationId == organization.Id && !user.IsDisabled && user.PasswordHash != null));
}
