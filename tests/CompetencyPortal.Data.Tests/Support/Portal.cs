using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Organizations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CompetencyPortal.Data.Tests.Support;

/// <summary>The portal's data over a SQLite file of its own, with the shipped catalog, as the product opens it.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _folder;
    private readonly IHost _host;

    private Portal(string folder)
    {
        _folder = folder;
        _host = BuildHost(folder, Clock);
    }

    public ManualClock Clock { get; } = new();

    public string File => Path.Combine(_folder, "data", "portal.db");

    /// <summary>With cloud-crm alone, so that a test knows what it changes.</summary>
    public static string Catalogs => Path.Combine(AppContext.BaseDirectory, "catalogs");

    /// <summary>With every document that ships.</summary>
    public static string AllCatalogs => Path.Combine(AppContext.BaseDirectory, "all-catalogs");

    public static async Task<Portal> StartAsync()
    {
        var template = await Template.Value;
        var portal = StartEmpty();
        System.IO.File.Copy(template, portal.File);

        return portal;
    }

    public static Portal StartEmpty()
    {
        var folder = Directory.CreateTempSubdirectory("portal-data-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));

        return new Portal(folder);
    }

    /// <summary>A request or run of work of its own.</summary>
    public Work Enter(OrganizationScope? scope, Guid? userId = null)
    {
        var work = new Work(_host.Services.CreateAsyncScope());
        if (scope is not null)
        {
            work.Get<PortalSession>().Enter(userId, scope);
        }

        return work;
    }

    public Work EnterAll()
    {
        return Enter(OrganizationScope.Everything);
    }

    /// <summary>An organization of a developed market that follows cloud-crm.</summary>
    public async Task<Guid> AddOrganizationAsync(string name = "Contoso")
    {
        var id = Guid.CreateVersion7();
        await using var work = EnterAll();

        await work.Db.RecordAsync(
            id,
            _ =>
            {
                work.Db.Add(new Organization(id, name, "USD", work.Get<PortalSession>().Now));
                work.Db.Add(new OrganizationMarket(Guid.CreateVersion7(), id, "developed", DateOnly.MinValue));
                work.Db.Add(new FollowedCompetency(Guid.CreateVersion7(), id, "cloud-crm"));

                return Task.CompletedTask;
            },
            CancellationToken.None);

        return id;
    }

    /// <summary>Records one change in a session of its own.</summary>
    public async Task RecordAsync(Guid organizationId, Func<PortalContext, Task> change)
    {
        await using var work = Enter(OrganizationScope.One(organizationId));
        await work.Db.RecordAsync(organizationId, _ => change(work.Db), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        await ValueTask.CompletedTask;
    }

    private static IHost BuildHost(string folder, TimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = folder,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration["ConnectionStrings:Portal"] = "Data Source=data/portal.db;Default Timeout=1";
        builder.Services.AddSingleton(clock);
        builder.Services.AddPortalData(builder.Configuration);

        return builder.Build();
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var portal = StartEmpty();
        await using (var work = portal.EnterAll())
        {
            await work.Get<PortalDatabase>().PrepareAsync(CancellationToken.None);
            await work.Get<CatalogImport>().ImportShippedAsync(Catalogs, CancellationToken.None);
        }

        var template = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.portal-template.db");
        SqliteConnection.ClearAllPools();
        System.IO.File.Copy(portal.File, template);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(template);
        await portal.DisposeAsync();

        return template;
    }
}

/// <summary>One scope of services.</summary>
internal sealed class Work(AsyncServiceScope scope) : IAsyncDisposable
{
    public PortalContext Db => Get<PortalContext>();

    public T Get<T>()
        where T : notnull
    {
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    public ValueTask DisposeAsync()
    {
        return scope.DisposeAsync();
    }
}
