using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Web.Security;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Ends sessions of the signed-in user, in other browsers or in this one.</summary>
internal sealed partial class EndSessions(SessionStore sessions, CurrentUser user, ILogger<EndSessions> logger)
{
    /// <returns>False where the user has no such session; others' are not found.</returns>
    public async Task<bool> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAsync(user.Id, id, cancellationToken);

        if (ended)
        {
            SessionEnded(user.Id, id);
        }

        return ended;
    }

    /// <summary>All but the one that asks.</summary>
    public async Task OthersAsync(CancellationToken cancellationToken)
    {
        await sessions.EndOthersAsync(user.Id, user.SessionId, cancellationToken);
        OthersEnded(user.Id);
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} ended the session {SessionId}.")]
    private partial void SessionEnded(Guid userId, Guid sessionId);

    [LoggerMessage(LogLevel.Information, "User {UserId} ended all other sessions.")]
    private partial void OthersEnded(Guid userId);
}
