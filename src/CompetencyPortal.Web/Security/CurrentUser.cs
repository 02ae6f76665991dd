using System.Security.Claims;

namespace CompetencyPortal.Web.Security;

/// <summary>The signed-in user of the request, read from the claims that <see cref="PortalClaims"/> wrote.</summary>
internal sealed class CurrentUser(IHttpContextAccessor accessor)
{
    public const string OrganizationClaim = "organization";

    /// <summary>Written by <see cref="SessionTickets"/>.</summary>
    public const string SessionClaim = "session";

    private ClaimsPrincipal Principal => accessor.HttpContext?.User
        ?? throw new InvalidOperationException("There is no request, hence no user.");

    public Guid Id => Guid.Parse(Principal.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("Nobody is signed in."));

    /// <summary>The session that the request belongs to.</summary>
    public Guid SessionId => Guid.Parse(Principal.FindFirstValue(SessionClaim)
        ?? throw new InvalidOperationException("There is no session."));

    public string DisplayName => Principal.FindFirstValue(ClaimTypes.GivenName) ?? string.Empty;

    /// <summary>The organization of a partner admin; others have none.</summary>
    public Guid OrganizationId => Guid.Parse(Principal.FindFirstValue(OrganizationClaim)
        ?? throw new InvalidOperationException("The user belongs to no organization."));

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    public bool IsPartnerAdmin => Principal.IsInRole(Roles.PartnerAdmin) && Principal.HasClaim(claim => claim.Type == OrganizationClaim);

    public bool IsAccountManager => Principal.IsInRole(Roles.AccountManager);

    public bool IsProgramManager => Principal.IsInRole(Roles.ProgramManager);

    /// <summary>Whether pages offer to change facts; others only read them.</summary>
    public bool EditsFacts => IsPartnerAdmin;
}
