using CompetencyPortal.Data.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.Tests.Migrations;

public class MigrationTests
{
    [Fact]
    public void Sqlite_has_no_pending_model_changes()
    {
        using var db = new SqlitePortalContextFactory().CreateDbContext([]);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void Sql_server_has_no_pending_model_changes()
    {
        using var db = new SqlServerPortalContextFactory().CreateDbContext([]);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void Both_providers_have_the_same_migrations()
    {
        using var sqlite = new SqlitePortalContextFactory().CreateDbContext([]);
        using var server = new SqlServerPortalContextFactory().CreateDbContext([]);

        Names(server).ShouldBe(Names(sqlite));
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    [InlineData(MigrationsSqlGenerationOptions.Script)]
    public void Every_server_script_is_t_sql(MigrationsSqlGenerationOptions options)
    {
        using var db = new SqlServerPortalContextFactory().CreateDbContext([]);
        var migrator = db.GetService<IMigrator>();
        var steps = new[] { Migration.InitialDatabase }.Concat(db.Database.GetMigrations()).ToList();
        var scripts = steps.Zip(steps.Skip(1))
            .SelectMany(step => new[] { migrator.GenerateScript(step.First, step.Second, options), migrator.GenerateScript(step.Second, step.First, options) })
            .Append(migrator.GenerateScript(options: options));

        scripts.SelectMany(TransactSql.Errors).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_t_sql_is_found()
    {
        TransactSql.Errors("CREATE TABLE [Planted] (;").ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Names(DbContext db)
    {
        return db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }
}
