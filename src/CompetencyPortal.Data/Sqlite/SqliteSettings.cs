using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Data.Sqlite;

/// <summary>How every connection to the SQLite file is opened.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();

    /// <summary>How long a statement waits for a lock that another process holds, unless the configuration says otherwise.</summary>
    private const int BusySeconds = 10;

    /// <summary>FULL: an acknowledged commit is on the disk. secure_delete: what is erased leaves no bytes behind.</summary>
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

    /// <summary>Makes the file's folder where it is missing; a relative path is one under the content root.</summary>
    public static string ConnectionString(string configured, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(configured) { ForeignKeys = true };
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        if (!builder.ShouldSerialize("Default Timeout"))
        {
            builder.DefaultTimeout = BusySeconds;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);

        return builder.ToString();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls.
        ConnectionOpened(connection, eventData);

        return Task.CompletedTask;
    }
}
