using CompetencyPortal.Data;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Makes a new one-time link for an account: another invitation, or the way to a new password.</summary>
internal sealed partial class IssueLink(PortalContext db, UserManager<User> users, CurrentUser issuer, ILogger<IssueLink> logger)
{
    /// <summary>For the program manager: any account that is not disabled. Null where there is none.</summary>
    public Task<OneTimeLink?> ExecuteAsync(Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync(id, user => !user.IsDisabled, cancellationToken);

    /// <summary>For a partner admin: who is invited to the same organization and not in yet. Nobody makes links for a colleague's password.</summary>
    public Task<OneTimeLink?> ForInvitedAsync(Guid id, Guid organizationId, CancellationToken cancellationToken) => ExecuteAsync(
        id, user => user is { IsDisabled: false, PasswordHash: null } && user.OrganizationId == organizationId, cancellationToken);

    private async Task<OneTimeLink?> ExecuteAsync(Guid id, Func<User, bool> isAllowed, CancellationToken cancellationToken)
    {
        OneTimeLink? link = null;

        await db.ChangeAccountsAsync(
            async _ =>
            {
                var user = await users.FindByIdAsync(id.ToString());
                link = user is not null && isAllowed(user) ? await users.IssueLinkAsync(user) : null;
            },
            cancellationToken);

        if (link is not null)
        {
            LinkIssued(id, issuer.Id);
        }

        return link;
    }

    [LoggerMessage(LogLevel.Information, "A one-time link for user {UserId} was made by {IssuerId}.")]
    private partial void LinkIssued(Guid userId, Guid issuerId);
}
