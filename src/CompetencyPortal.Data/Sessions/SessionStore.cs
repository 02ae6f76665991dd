using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Sessions;

/// <summary>Begins, finds and ends sessions. That they end with a change of their account is up to the context: see <c>SessionInterceptor</c>.</summary>
public sealed class SessionStore(PortalContext db, ProgramCalendar calendar)
{
    private const int KeyLength = 32;

    /// <returns>The key, 256 random bits, which is kept nowhere.</returns>
    public async Task<string> BeginAsync(NewSession begun, CancellationToken cancellationToken)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyLength));

        db.UserSessions.Add(new UserSession
        {
            Id = begun.Id,
            UserId = begun.UserId,
            KeyHash = Hash(key),
            Ticket = begun.Ticket,
            BeganAt = calendar.Now,
            LastUsedAt = calendar.Now,
            Browser = begun.Browser,
            Platform = begun.Platform,
        });
        await db.SaveChangesAsync(cancellationToken);

        return key;
    }

    /// <summary>The session that the key opens; null where it has ended.</summary>
    public Task<OpenSession?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var (hash, unnotedBefore) = (Hash(key), calendar.Now - UserSession.UseIsNotedEvery);

        return Living().Where(session => session.KeyHash == hash)
            .Select(session => new OpenSession(session.Id, session.Ticket, session.LastUsedAt <= unnotedBefore))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The sessions of an account, the one that was used last first.</summary>
    public Task<List<ListedSession>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        return Living().Where(session => session.UserId == userId)
            .OrderByDescending(session => session.LastUsedAt).ThenByDescending(session => session.BeganAt)
            .Select(session => new ListedSession(session.Id, session.BeganAt, session.LastUsedAt, session.Browser, session.Platform))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends the session that the key opens.</summary>
    public Task EndAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);

        return DeleteAsync(session => session.KeyHash == hash, cancellationToken);
    }

    /// <summary>Ends one session of an account.</summary>
    /// <returns>False where the account has no such session.</returns>
    public async Task<bool> EndAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        return await DeleteAsync(session => session.UserId == userId && session.Id == id, cancellationToken) > 0;
    }

    /// <summary>Ends all sessions of an account but one.</summary>
    public Task EndOthersAsync(Guid userId, Guid keptId, CancellationToken cancellationToken)
    {
        return DeleteAsync(session => session.UserId == userId && session.Id != keptId, cancellationToken);
    }

    /// <summary>Removes what time has ended.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> RemoveEndedAsync(CancellationToken cancellationToken)
    {
        var living = UserSession.LivesAt(calendar.Now);
        var ended = Expression.Lambda<Func<UserSession, bool>>(Expression.Not(living.Body), living.Parameters);

        return DeleteAsync(ended, cancellationToken);
    }

    /// <summary>Lets sessions that are being used live on.</summary>
    public Task NoteUseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var now = calendar.Now;

        return db.InTransactionAsync(
            token => Living().Where(session => ids.Contains(session.Id) && session.LastUsedAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastUsedAt, now), token),
            cancellationToken);
    }

    private static byte[] Hash(string key)
    {
        return SHA256.HashData(Encoding.UTF8.GetBytes(key));
    }

    private IQueryable<UserSession> Living()
    {
        return db.UserSessions.Where(UserSession.LivesAt(calendar.Now));
    }

    private async Task<int> DeleteAsync(Expression<Func<UserSession, bool>> which, CancellationToken cancellationToken)
    {
        var deleted = 0;

        await db.InTransactionAsync(
            async token => deleted = await db.UserSessions.Where(which).ExecuteDeleteAsync(token),
            cancellationToken);

        return deleted;
    }
}

/// <summary>A session that is about to begin; the ticket is protected already.</summary>
public sealed record NewSession(Guid Id, Guid UserId, byte[] Ticket)
{
    public string? Browser { get; init; }

    public string? Platform { get; init; }
}

/// <param name="UseIsDue">It is time to say so with <see cref="SessionStore.NoteUseAsync"/>.</param>
public sealed record OpenSession(Guid Id, byte[] Ticket, bool UseIsDue);

/// <summary>A session as its owner sees it. Instants are UTC.</summary>
public sealed record ListedSession(Guid Id, DateTime BeganAt, DateTime LastUsedAt, string? Browser, string? Platform);
