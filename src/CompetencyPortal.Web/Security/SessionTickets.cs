using System.Security.Claims;
using System.Security.Cryptography;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Web.Background;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Security;

/// <summary>
/// Keeps sign-ins in the database, so that they end when they are ended there; the cookie holds a key. Works beside the
/// request's own context, which may be in the middle of something.
/// </summary>
internal sealed class SessionTickets(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, SessionUses uses, IHttpContextAccessor accessor) : ITicketStore
{
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var id = Guid.CreateVersion7();
        var device = Device.Of(accessor.HttpContext?.Request.Headers.UserAgent.ToString());
        var userId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        ticket.Principal.Identities.First().AddClaim(new Claim(CurrentUser.SessionClaim, id.ToString()));

        return await InScopeAsync(store => store.BeginAsync(
            new NewSession(id, userId, ProtectorOf(id).Protect(TicketSerializer.Default.Serialize(ticket))) { Browser = device.Browser, Platform = device.Platform },
            CancellationToken.None));
    }

    /// <summary>Nothing asks for this: a session keeps the ticket that it began with, and another sign-in has another key.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException("A session is not renewed.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await InScopeAsync(store => store.FindAsync(key, CancellationToken.None)) is not { } session)
        {
            return null;
        }

        if (session.UseIsDue)
        {
            uses.Note(session.Id);
        }

        return Read(session);
    }

    public Task RemoveAsync(string key) => InScopeAsync(async store =>
    {
        await store.EndAsync(key, CancellationToken.None);

        return true;
    });

    private AuthenticationTicket? Read(OpenSession session)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(ProtectorOf(session.Id).Unprotect(session.Ticket));
        }
        catch (CryptographicException)
        {
            // Its protection key was revoked, or somebody put it there who has the database but not the keys.
            return null;
        }
    }

    /// <summary>One for each session, so that no ticket can be moved to another.</summary>
    private IDataProtector ProtectorOf(Guid session) => protection.CreateProtector("CompetencyPortal.Session", session.ToString());

    private async Task<T> InScopeAsync<T>(Func<SessionStore, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await work(scope.ServiceProvider.GetRequiredService<SessionStore>());
    }
}
