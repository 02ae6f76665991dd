using CompetencyPortal.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Security;

/// <summary>
/// The second wall behind the end of a session in the database: the account still has the security stamp of the sign-in.
/// What the session says of its user stays as it was, for every change of that ends the session.
/// </summary>
internal sealed class SessionStamp(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<User> signIn, ILoggerFactory logger) : SecurityStampValidator<User>(options, signIn, logger)
{
    protected override Task SecurityStampVerified(User user, CookieValidatePrincipalContext context) => Task.CompletedTask;
}
