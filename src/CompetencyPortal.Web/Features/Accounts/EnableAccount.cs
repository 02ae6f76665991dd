using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Opens a disabled account again, with the password that it had.</summary>
internal sealed partial class EnableAccount(PortalContext db, UserManager<User> users, CurrentUser actor, ILogger<EnableAccount> logger)
{
    public async Task<SaveOutcome> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = SaveOutcome.NotFound;

        await db.ChangeAccountsAsync(
            async _ =>
            {
                if (await users.FindByIdAsync(id.ToString()) is { } user)
                {
                    user.IsDisabled = false;
                    (await users.UpdateAsync(user)).OrThrow();
                    outcome = SaveOutcome.Saved;
                }
            },
            cancellationToken);

        if (outcome.Result == SaveResult.Saved)
        {
            AccountEnabled(id, actor.Id);
        }

        return outcome;
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} was enabled by {ActorId}.")]
    private partial void AccountEnabled(Guid userId, Guid actorId);
}
