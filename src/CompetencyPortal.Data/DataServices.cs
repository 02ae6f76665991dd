using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Data.Sqlite;
using CompetencyPortal.Data.Standings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data;

public static class DataServices
{
    /// <summary>Registers the context of the configured provider, the session, and the program's calendar.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddCalendar(configuration);
        services.AddIdentitySchema();
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<SqliteFileLock>();
        services.AddScoped<PortalSession>();
        services.AddScoped<CurrentStandings>();
        services.AddScoped<CatalogImport>();
        services.AddScoped<SessionStore>();
        services.AddScoped<PortalDatabase>();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Configure<IHostEnvironment>((options, host) => options.UseConnection(configuration.GetConnectionString("Portal"), host.ContentRootPath));
        services.AddDbContext<SqlitePortalContext>((provider, options) => DatabaseOf(provider).UseSqlite(options));
        services.AddDbContext<SqlServerPortalContext>((provider, options) => DatabaseOf(provider).UseSqlServer(options));
        services.AddScoped<PortalContext>(provider => DatabaseOf(provider).Provider == DatabaseProvider.Sqlite
            ? provider.GetRequiredService<SqlitePortalContext>()
            : provider.GetRequiredService<SqlServerPortalContext>());

        return services;
    }

    /// <summary>Identity's tables with passkeys; the context asks its service provider for this, at design time too.</summary>
    internal static IServiceCollection AddIdentitySchema(this IServiceCollection services)
    {
        return services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
    }

    private static void AddCalendar(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ProgramCalendar>();
        services.AddOptions<ProgramOptions>().Bind(configuration.GetSection("Program"))
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Program:TimeZone is no time zone.")
            .ValidateOnStart();
        services.AddOptions<ClockOptions>().Bind(configuration.GetSection("Clock"))
            .Validate<IHostEnvironment>((options, host) => options.Today is null || !host.IsProduction(), "Clock:Today is not for Production.")
            .ValidateOnStart();
    }

    private static DatabaseOptions DatabaseOf(IServiceProvider provider)
    {
        return provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
    }
}
