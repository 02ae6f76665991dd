using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Data.Interceptors;

/// <summary>
/// Ends the sessions of an account in the transaction that changes its security stamp: by disabling, another role or
/// organization, another password. Who changes an account cannot forget it.
/// </summary>
internal sealed class SessionInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalContext context)
        {
            var changed = context.ChangeTracker.Entries<User>().Where(HasNewStamp).Select(entry => entry.Entity.Id).ToList();
            if (changed.Count > 0)
            {
                await context.UserSessions.Where(session => changed.Contains(session.UserId)).ExecuteDeleteAsync(cancellationToken);
            }
        }

        return result;
    }

    private static bool HasNewStamp(EntityEntry<User> entry)
    {
        var stamp = entry.Property(user => user.SecurityStamp);

        return entry.State == EntityState.Modified && stamp.CurrentValue != stamp.OriginalValue;
    }
}
