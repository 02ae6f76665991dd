using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Web.Features.Accounts;

internal static class IdentityResults
{
    /// <summary>For input that was validated before: a refusal is a bug.</summary>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
