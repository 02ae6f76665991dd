using CompetencyPortal.Data;

namespace CompetencyPortal.Web.Security;

/// <summary>Enters the signed-in user's scope: own organization, assigned ones, or everything. Nobody signed in reads no organization.</summary>
internal sealed class SessionScope(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentUser user, PortalSession session)
    {
        if (user.IsSignedIn && ScopeOf(user) is { } scope)
        {
            session.Enter(user.Id, scope);
        }

        return next(context);
    }

    private static OrganizationScope? ScopeOf(CurrentUser user) => user switch
    {
        { IsPartnerAdmin: true } => OrganizationScope.One(user.OrganizationId),
        { IsAccountManager: true } => OrganizationScope.Assigned(user.Id),
        { IsProgramManager: true } => OrganizationScope.Everything,
        _ => null,
    };
}
