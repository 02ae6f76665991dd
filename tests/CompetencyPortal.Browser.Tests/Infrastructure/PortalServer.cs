using CompetencyPortal.Data;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>The portal in Development on a port and a database file of its own, with the demo in it or before its first visit, at a day that does not move.</summary>
internal sealed class PortalServer : WebApplicationFactory<Program>
{
    /// <summary>Within the rules of 16 Nov 2017 and after every retirement that they name.</summary>
    private const string Today = "2019-06-14";

    private readonly TemporaryFolder? ownFolder;

    private readonly TemporaryFolder folder;

    private readonly string day;

    private readonly bool demo;

    public PortalServer(bool demo)
        : this(demo, folder: null, Today)
    {
    }

    /// <summary>The demo in a folder where it may be already, for whoever comes back on another day.</summary>
    public PortalServer(TemporaryFolder folder, string day = Today)
        : this(demo: true, folder, day)
    {
    }

    private PortalServer(bool demo, TemporaryFolder? folder, string day)
    {
        this.demo = demo;
        this.day = day;
        ownFolder = folder is null ? new TemporaryFolder() : null;
        this.folder = folder ?? ownFolder!;
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>A portal whose managers have accounts, and that has no organization yet.</summary>
    public static async Task<PortalServer> StartEmptyAsync()
    {
        var portal = new PortalServer(demo: false);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();

        foreach (var account in new[] { DemoAccounts.ProgramManager, DemoAccounts.AccountManager })
        {
            var user = new User { UserName = account.Email, Email = account.Email, DisplayName = account.Name };
            (await users.CreateAsync(user, DemoAccounts.Password)).OrThrow();
            (await users.AddToRoleAsync(user, account.Role)).OrThrow();
        }

        portal.Services.GetRequiredService<SetupToken>().TryClose();

        return portal;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        ownFolder?.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseStaticWebAssets();
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={folder.File("portal.db")};Pooling=False");
        builder.UseSetting("Clock:Today", day);
        builder.UseSetting("Demo:Enabled", demo.ToString());
        // All visits come from one address, several for one account.
        builder.UseSetting("RateLimits:Requests", "1000000");
        builder.UseSetting("RateLimits:SignIns", "1000000");
    }
}
