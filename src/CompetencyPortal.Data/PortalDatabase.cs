using CompetencyPortal.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data;

/// <summary>Makes the database ready at the portal's start.</summary>
public sealed class PortalDatabase(PortalContext db, SqliteFileLock fileLock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(1);

    /// <summary>SQLite: takes the file and migrates it. A server is migrated by hand, and refused while it is not.</summary>
    /// <exception cref="TimeoutException">Another process keeps the SQLite file.</exception>
    /// <exception cref="InvalidOperationException">The server's schema is not the portal's.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await MigrateFileAsync(cancellationToken);
        }
        else if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new InvalidOperationException("The database lacks migrations; apply them before the portal starts.");
        }
    }

    private async Task MigrateFileAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        await fileLock.TakeAsync(file, Patience, cancellationToken);
        bounded.CancelAfter(MigrationPatience);
        await RemoveOrphanedLockAsync(bounded.Token);
        await db.Database.MigrateAsync(bounded.Token);
    }

    /// <summary>A process that died while migrating left EF's own lock behind, and EF would wait for it for ever. Nobody else is here: we hold the file.</summary>
    private async Task RemoveOrphanedLockAsync(CancellationToken cancellationToken)
    {
        var exists = await db.Database.SqlQuery<int>(
            $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0;
        if (exists)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }
}
