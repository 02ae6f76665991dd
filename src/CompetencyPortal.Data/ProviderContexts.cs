using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Data.Sqlite;
using CompetencyPortal.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data;

public sealed class SqlitePortalContext(
    DbContextOptions<SqlitePortalContext> options, PortalSession session, CatalogCache catalogs, SqliteWriteGate gate)
    : PortalContext(options, session, catalogs)
{
    protected override ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        return gate.EnterAsync(cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var number in DecimalKinds.DecimalsOf(builder.Model))
        {
            number.SetValueConverter(new ScaledConverter(number.GetScale() ?? 0));
        }
    }
}

public sealed class SqlServerPortalContext(
    DbContextOptions<SqlServerPortalContext> options, PortalSession session, CatalogCache catalogs)
    : PortalContext(options, session, catalogs)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var number in DecimalKinds.DecimalsOf(builder.Model))
        {
            number.SetValueConverter(new ExactConverter(number.GetScale() ?? 0));
        }

        // A credential id may be longer than the key of a clustered index.
        builder.Model.FindEntityType(typeof(IdentityUserPasskey<Guid>))?.FindPrimaryKey()?.SetIsClustered(false);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IOwned))))
        {
            ClusterByOrganization(type);
        }
    }

    /// <summary>Version 7 ids are not sequential in the server's order.</summary>
    private static void ClusterByOrganization(IMutableEntityType type)
    {
        var byOrganization = type.GetKeys().SingleOrDefault(key => !key.IsPrimaryKey());
        if (byOrganization is not null)
        {
            type.FindPrimaryKey()?.SetIsClustered(false);
            byOrganization.SetIsClustered(true);
        }
    }
}

internal sealed class SqlitePortalContextFactory : IDesignTimeDbContextFactory<SqlitePortalContext>
{
    public SqlitePortalContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePortalContext>().UseSqlite("Data Source=:memory:")
            .UseApplicationServiceProvider(DesignTime.Services);

        return new SqlitePortalContext(options.Options, DesignTime.Session, new CatalogCache(), new SqliteWriteGate());
    }
}

internal sealed class SqlServerPortalContextFactory : IDesignTimeDbContextFactory<SqlServerPortalContext>
{
    public SqlServerPortalContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerPortalContext>().UseSqlServer("Server=.")
            .UseApplicationServiceProvider(DesignTime.Services);

        return new SqlServerPortalContext(options.Options, DesignTime.Session, new CatalogCache());
    }
}

internal static class DesignTime
{
    /// <summary>Tells the context which tables Identity has.</summary>
    public static IServiceProvider Services { get; } = new ServiceCollection().AddIdentitySchema().BuildServiceProvider();

    /// <summary>Without a scope: the model is made, nothing is read.</summary>
    public static PortalSession Session => new(new ProgramCalendar(
        TimeProvider.System,
        Options.Create(new ProgramOptions()),
        Options.Create(new ClockOptions())));
}
