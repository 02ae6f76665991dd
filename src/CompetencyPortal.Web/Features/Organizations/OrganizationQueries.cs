using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.Organizations;

internal static class OrganizationQueries
{
    /// <summary>Those whose name contains the text, whatever its width and case; all where it is blank.</summary>
    public static IQueryable<Organization> Named(this IQueryable<Organization> organizations, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return organizations;
        }

        var name = BoundedText.Fits(text, Organization.NameLength) ? BoundedText.Normalize(text) : null;

        return name is null ? organizations.Where(_ => false) : organizations.Where(one => one.NormalizedName.Contains(name));
    }

    /// <summary>The row of each organization's markets that applies on the day; none where no market is set yet.</summary>
    public static IQueryable<OrganizationMarket> MarketsOn(this PortalContext db, DateOnly day) => db.OrganizationMarkets.Where(market => market.From <= day
        && !db.OrganizationMarkets.Any(later => later.OrganizationId == market.OrganizationId && later.From > market.From && later.From <= day));

    /// <summary>Organizations in scope that nobody can enter anything for: no admin of theirs is active.</summary>
    public static IQueryable<Organization> OrphanedOrganizations(this PortalContext db) => db.Organizations.Where(
        organization => !db.Users.Any(user => user.OrganizationId == organization.Id && !user.IsDisabled && user.PasswordHash != null));
}
