using System.Security.Claims;
using CompetencyPortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Security;

/// <summary>Adds to the cookie what every request needs: the name to greet with and the organization of a partner admin.</summary>
internal sealed class PortalClaims(
    UserManager<User> users,
    RoleManager<IdentityRole<Guid>> roles,
    IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<User, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.DisplayName));

        if (user.OrganizationId is { } organization)
        {
            identity.AddClaim(new Claim(CurrentUser.OrganizationClaim, organization.ToString()));
        }

        return identity;
    }
}
