using CompetencyPortal.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Which database, and how it is reached.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; }

    /// <summary>How many statements SQL Server gets at once; null: the provider's own choice.</summary>
    public int? MaxBatchSize { get; set; }

    internal string ConnectionString { get; private set; } = string.Empty;

    /// <summary>Without a connection string: a SQLite file beside the application.</summary>
    internal void UseConnection(string? connectionString, string contentRoot)
    {
        ConnectionString = Provider == DatabaseProvider.Sqlite
            ? SqliteSettings.ConnectionString(connectionString ?? "Data Source=data/portal.db", contentRoot)
            : connectionString ?? throw new InvalidOperationException("ConnectionStrings:Portal is missing.");
    }

    internal void UseSqlite(DbContextOptionsBuilder options)
    {
        options.UseSqlite(ConnectionString, sqlite => sqlite.ExecutionStrategy(dependencies => new SqliteRetryingStrategy(dependencies)));
        options.AddInterceptors(SqliteSettings.Instance);
    }

    internal void UseSqlServer(DbContextOptionsBuilder options)
    {
        options.UseSqlServer(ConnectionString, server =>
        {
            server.EnableRetryOnFailure();
            if (MaxBatchSize is { } size)
            {
                server.MaxBatchSize(size);
            }
        });
    }
}
