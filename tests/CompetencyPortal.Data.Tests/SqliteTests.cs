using CompetencyPortal.Data.Sqlite;
using CompetencyPortal.Data.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public class SqliteTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task Every_connection_is_opened_for_durability_and_walls(string pragma, string value)
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        (await PragmaAsync(work, pragma)).ShouldBe(value);
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_does_not_stop_the_next_start()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();
        await work.Db.Database.ExecuteSqlAsync(
            $"CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await work.Db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock VALUES (1, '2017-11-30')");

        await work.Get<PortalDatabase>().PrepareAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        (await work.Db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_one_processes_at_a_time()
    {
        await using var portal = await Portal.StartAsync();
        using var first = new SqliteFileLock();
        using var second = new SqliteFileLock();
        await first.TakeAsync(portal.File, TimeSpan.Zero, CancellationToken.None);

        await Should.ThrowAsync<TimeoutException>(() => second.TakeAsync(portal.File, TimeSpan.Zero, CancellationToken.None));

        first.Dispose();
        await second.TakeAsync(portal.File, TimeSpan.Zero, CancellationToken.None);
    }

    [Fact]
    public async Task Nothing_in_the_file_deletes_by_cascade()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var tables = await work.Db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'table'").ToListAsync();

        tables.Count.ShouldBeGreaterThan(30);
        tables.ShouldAllBe(sql => !sql.Contains("CASCADE") && !sql.Contains("SET NULL"));
    }

    private static async Task<string?> PragmaAsync(Work work, string pragma)
    {
        await work.Db.Database.OpenConnectionAsync();
        await using var command = work.Db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
