using CompetencyPortal.Data.Configurations;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Data.Interceptors;

/// <summary>Saves an organization's records only while that organization's facts are being recorded: one way in, and only to one owner.</summary>
internal sealed class OwnerWallInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalContext context)
        {
            foreach (var entry in context.ChangeTracker.Entries().Where(IsChange))
            {
                Check(entry, context.Recording);
            }
        }

        return ValueTask.FromResult(result);
    }

    private static bool IsChange(EntityEntry entry)
    {
        return entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
    }

    private static void Check(EntityEntry entry, Recording? recording)
    {
        if (entry.Entity is ExchangeRate && recording?.Scope != Recording.Program)
        {
            throw new InvalidOperationException("Exchange rates are changed inside RecordProgramAsync only.");
        }

        if (OwnedConfiguration.OwnerOf(entry.Metadata) is { } owner && !Owners(entry.Property(owner)).All(id => id == recording?.Scope))
        {
            throw new InvalidOperationException(
                $"A record of {entry.Metadata.ClrType.Name} is changed inside RecordAsync of the organization that owns it only.");
        }
    }

    private static IEnumerable<Guid?> Owners(PropertyEntry owner)
    {
        return [owner.CurrentValue as Guid?, owner.OriginalValue as Guid?];
    }
}
