using CompetencyPortal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Opens the page on which the owner of an account sets its password.</summary>
internal sealed record OneTimeLink(Guid UserId, string Token);

internal sealed class OneTimeLinkOptions : DataProtectionTokenProviderOptions
{
    public OneTimeLinkOptions()
    {
        Name = OneTimeLinks.Provider;
        TokenLifespan = TimeSpan.FromDays(7);
    }
}

/// <summary>
/// The tokens of one-time links. Nothing is stored: a token is bound to the account's security stamp, which changes with the
/// password, with the next link, and when the account is disabled.
/// </summary>
internal sealed class OneTimeLinks(
    IDataProtectionProvider protection, IOptions<OneTimeLinkOptions> options, ILogger<OneTimeLinks> logger)
    : DataProtectorTokenProvider<User>(protection, options, logger)
{
    public const string Provider = "OneTimeLink";

    /// <summary>Where the page that is shown next finds the link.</summary>
    public const string Shown = "OneTimeLink";
}

internal static class OneTimeLinkExtensions
{
    /// <summary>Makes a link; earlier ones stop working, and sessions of the account end.</summary>
    public static async Task<OneTimeLink> IssueLinkAsync(this UserManager<User> users, User user)
    {
        (await users.UpdateSecurityStampAsync(user)).OrThrow();

        return new OneTimeLink(user.Id, await users.GeneratePasswordResetTokenAsync(user));
    }

    public static Task<bool> OpensAsync(this UserManager<User> users, User user, string token) => user.IsDisabled
        ? Task.FromResult(false)
        : users.VerifyUserTokenAsync(user, OneTimeLinks.Provider, UserManager<User>.ResetPasswordTokenPurpose, token);

    /// <summary>Shows the link on the next page, and never again.</summary>
    public static void ShowOnce(this PageModel page, OneTimeLink? link)
    {
        if (link is not null)
        {
            page.TempData[OneTimeLinks.Shown] = page.Url.PageLink("/Account/Invitation", pageHandler: null, new { id = link.UserId, token = link.Token });
        }
    }
}
