using System.Linq.Expressions;

namespace CompetencyPortal.Data.Sessions;

/// <summary>Somebody is signed in, in one browser. The cookie holds only a key to this; it stands outside the organizations' wall, as accounts do.</summary>
public sealed class UserSession
{
    public const int DeviceLength = 40;

    /// <summary>Of a SHA-256.</summary>
    public const int KeyHashLength = 32;

    /// <summary>How long a session lives in any case.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>How long a session lives without being used.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    /// <summary>How exactly <see cref="LastUsedAt"/> is known; a session that is used all the time is written no more often.</summary>
    public static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>How far the clocks of two servers may differ.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the key, so that who reads the database gets no session.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Who is signed in and how, protected.</summary>
    public required byte[] Ticket { get; init; }

    /// <summary>The instant of the sign-in, in UTC.</summary>
    public required DateTime BeganAt { get; init; }

    /// <summary>In UTC, at most <see cref="UseIsNotedEvery"/> earlier than it was.</summary>
    public DateTime LastUsedAt { get; init; }

    /// <summary>The browser's product name; null where unknown.</summary>
    public string? Browser { get; init; }

    /// <summary>The operating system's product name; null where unknown.</summary>
    public string? Platform { get; init; }

    /// <summary>Whether a session still lives at an instant. One from the future, made while the clock was wrong, does not: it would outlive all others.</summary>
    internal static Expression<Func<UserSession, bool>> LivesAt(DateTime now)
    {
        var (begunAfter, usedAfter, begunBefore) = (now - Lifetime, now - IdleLimit, now + ClockTolerance);

        return session => session.BeganAt > begunAfter && session.LastUsedAt > usedAfter && session.BeganAt <= begunBefore;
    }
}
