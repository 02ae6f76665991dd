using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The portal as it runs, over a database file of its own: a copy of the demo, on a day that stays the same.</summary>
public class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>The day of the demo, and today unless a test says otherwise.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["Clock:Today"] = "2026-11-22",
        ["RateLimits:Requests"] = $"{int.MaxValue}",
        ["RateLimits:SignIns"] = $"{int.MaxValue}",
    };

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-web-").FullName;

    public string DatabaseFile => Path.Combine(Folder, "portal.db");

    /// <summary>What the portal wrote to its log.</summary>
    internal PortalLog Log { get; } = new();

    /// <summary>The environment's name.</summary>
    protected virtual string Stage => "Development";

    /// <summary>Whether the database begins as the demo; else it is empty.</summary>
    protected virtual bool IsDemo => true;

    /// <summary>A portal on another day; the demo's facts keep theirs.</summary>
    internal static async Task<PortalFactory> StartOnAsync(DateOnly day)
    {
        var portal = new PortalFactory();
        portal.Set("Clock:Today", day.ToString("O", CultureInfo.InvariantCulture));
        await portal.InitializeAsync();

        return portal;
    }

    public async Task InitializeAsync()
    {
        if (IsDemo)
        {
            File.Copy(await SeededDatabase.FileAsync(), DatabaseFile);
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Somebody with a browser of their own.</summary>
    internal Visitor Visit() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri(Stage == "Development" ? "http://localhost" : "https://localhost"),
    }));

    internal async Task<Visitor> SignInAsync(DemoAccount account)
    {
        var visitor = Visit();
        await visitor.SignInAsync(account.Email, DemoAccounts.Password);

        return visitor;
    }

    /// <summary>Reads or changes the database beside the pages, seeing every organization.</summary>
    internal async Task<T> InDatabaseAsync<T>(Func<PortalContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalSession>().Enter(userId: null, OrganizationScope.Everything);

        return await work(scope.ServiceProvider.GetRequiredService<PortalContext>());
    }

    protected void Set(string setting, string value) => _settings[setting] = value;

    protected virtual void Configure(IServiceCollection services)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Stage);
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={DatabaseFile}");

        foreach (var (setting, value) in _settings.Where(setting => setting.Value.Length > 0))
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(Log);
            services.AddTransient<IStringLocalizer<PortalText>, PseudoText>();
            services.AddTransient<IStartupFilter, BrokenPage>();
            Configure(services);
        });
    }
}
