using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Closes an account: its sessions end, its links stop working. Nothing is deleted.</summary>
internal sealed partial class DisableAccount(PortalContext db, UserManager<User> users, CurrentUser actor, ILogger<DisableAccount> logger)
{
    /// <summary>For the program manager: any account but the last active program manager's.</summary>
    public Task<SaveOutcome> ExecuteAsync(Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync(id, _ => true, user => users.IsInRoleAsync(user, Roles.ProgramManager), cancellationToken);

    /// <summary>For a partner admin: who is admin of the same organization, but not its last active one.</summary>
    public Task<SaveOutcome> OfAsync(Guid organizationId, Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync(id, user => user.OrganizationId == organizationId, _ => Task.FromResult(true), cancellationToken);

    private async Task<SaveOutcome> ExecuteAsync(
        Guid id, Func<User, bool> isWithin, Func<User, Task<bool>> mustLeaveAnother, CancellationToken cancellationToken)
    {
        var outcome = SaveOutcome.NotFound;

        await db.ChangeAccountsAsync(
            async token =>
            {
                if (await users.FindByIdAsync(id.ToString()) is { } user && isWithin(user))
                {
                    outcome = await mustLeaveAnother(user) && await db.IsLastActiveAsync(id, token) ? SaveOutcome.LastOne : await CloseAsync(user);
                }
            },
            cancellationToken);

        return outcome;
    }

    private async Task<SaveOutcome> CloseAsync(User user)
    {
        user.IsDisabled = true;
        (await users.UpdateSecurityStampAsync(user)).OrThrow();
        AccountDisabled(user.Id, actor.Id);

        return SaveOutcome.Saved;
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} was disabled by {ActorId}.")]
    private partial void AccountDisabled(Guid userId, Guid actorId);
}
