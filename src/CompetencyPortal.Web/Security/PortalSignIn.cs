using System.Security.Claims;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Security;

/// <summary>Identity's sign-in, closed to accounts that were disabled; each begins a session of its own.</summary>
internal sealed class PortalSignIn(
    UserManager<User> users,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    IServiceScopeFactory scopes,
    CurrentUser before) : SignInManager<User>(users, accessor, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(User user) => !user.IsDisabled && await base.CanSignInAsync(user);

    /// <summary>
    /// A session that the browser had ends. In a scope of its own the cookie is read anew, so that ASP.NET Core does not find it and
    /// makes another key: whoever knew the old one, perhaps because it was planted, would be signed in too.
    /// </summary>
    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        await using var scope = scopes.CreateAsyncScope();
        var requestServices = Context.RequestServices;

        if (before.IsSignedIn)
        {
            await scope.ServiceProvider.GetRequiredService<SessionStore>().EndAsync(before.Id, before.SessionId, Context.RequestAborted);
        }

        Context.RequestServices = scope.ServiceProvider;
        try
        {
            await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
        }
        finally
        {
            Context.RequestServices = requestServices;
        }
    }

    /// <summary>Ends the session of who was disabled meanwhile, when the cookie is checked again.</summary>
    public override async Task<User?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { IsDisabled: false } user ? user : null;
}
