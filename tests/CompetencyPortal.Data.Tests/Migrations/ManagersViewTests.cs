using CompetencyPortal.Data.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.Tests.Migrations;

/// <summary>What becomes of a database that was filled before account managers had a list.</summary>
public class ManagersViewTests
{
    private const string Organization = "X'00000000000000000000000000000001'";
    private const string Untouched = "X'00000000000000000000000000000002'";

    [Fact]
    public async Task The_last_change_is_the_journals_last_or_the_creation()
    {
        await using var portal = await MigrateAsync();
        await using var work = portal.EnterAll();

        var changed = await work.Db.Organizations.OrderBy(organization => organization.Name)
            .Select(organization => organization.FactsChangedAt).ToListAsync();

        changed.ShouldBe([new DateTime(2017, 6, 15, 8, 0, 0, DateTimeKind.Utc), new DateTime(2017, 2, 1, 0, 0, 0, DateTimeKind.Utc)]);
    }

    [Fact]
    public async Task A_stored_standing_falls_due()
    {
        await using var portal = await MigrateAsync();
        await using var work = portal.EnterAll();

        (await work.Db.Standings.SingleAsync()).CatalogRevision.ShouldBe(0);
    }

    private static async Task<Portal> MigrateAsync()
    {
        var portal = Portal.StartEmpty();
        await using var work = portal.EnterAll();

        await work.Db.GetService<IMigrator>().MigrateAsync("Initial");
        await ExecuteAsync(work, $"INSERT INTO Organizations VALUES ({Organization}, 'A', 'USD', 0, 1, 0, '2017-01-01 00:00:00', 0)");
        await ExecuteAsync(work, $"INSERT INTO Organizations VALUES ({Untouched}, 'B', 'USD', 0, 0, 0, '2017-02-01 00:00:00', 0)");
        await ExecuteAsync(work, Journalled(1, "2017-06-15 08:00:00"));
        await ExecuteAsync(work, Journalled(2, "2017-05-01 00:00:00"));
        await ExecuteAsync(work, $"INSERT INTO Standings VALUES ({Organization}, {Organization}, 'cloud-crm', '2017-06-15', 1, 1, 0, NULL, '', NULL, NULL, '2017-06-15 08:00:00')");
        await work.Get<PortalDatabase>().PrepareAsync(CancellationToken.None);

        return portal;
    }

    private static string Journalled(int sequence, string at)
    {
        return $"INSERT INTO Journal VALUES ({Organization}, {sequence}, {Organization}, '{at}', NULL, 1, 'Organization', {Organization}, NULL, NULL, NULL, NULL)";
    }

    private static async Task ExecuteAsync(Work work, string sql)
    {
        await work.Db.Database.OpenConnectionAsync();
        await using var command = work.Db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
