using CompetencyPortal.Web.Demo;
using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>One portal and one browser for the tests of a collection; every visit has its own cookies.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    /// <summary>The shell draws no window, which saves most of the work of each visit.</summary>
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>In milliseconds. A slow machine is no failure.</summary>
    private const float Patience = 90_000;

    private readonly PortalServer server = new(demo: true);
    private readonly Lazy<PortalServer> unused = new(() => new PortalServer(demo: false));
    private readonly Lazy<Task<PortalServer>> empty = new(PortalServer.StartEmptyAsync);
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Browsers.First(File.Exists),
            Args = Flags,
            Timeout = Patience,
        });
    }

    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
        await server.DisposeAsync();
        await (unused.IsValueCreated ? unused.Value.DisposeAsync() : ValueTask.CompletedTask);
        await (empty.IsValueCreated ? (await empty.Value).DisposeAsync() : ValueTask.CompletedTask);
    }

    /// <summary>Does in the browser what <paramref name="visit"/> says, and fails where the pages broke the security policy, wrote an error or answered 500.</summary>
    internal Task VisitAsync(Look look, Func<Visit, Task> visit)
    {
        return VisitAsync(server, look, session: null, visit);
    }

    /// <summary>The same for somebody who signed in before; a test whose subject is signing in or out does that itself.</summary>
    internal Task VisitAsync(Look look, DemoAccount? user, Func<Visit, Task> visit)
    {
        return VisitAsync(server, look, user, visit);
    }

    /// <summary>The same from an open page on.</summary>
    internal async Task VisitAsync(PortalPage page, Look look, Func<Visit, Task> visit)
    {
        var portal = page.On switch
        {
            PortalState.Unused => unused.Value,
            PortalState.Empty => await empty.Value,
            _ => server,
        };

        await VisitAsync(portal, look, page.User, async opened =>
        {
            await page.OpenAsync(opened);
            await visit(opened);
        });
    }

    /// <summary>The same at a portal of the test's own.</summary>
    internal async Task VisitAsync(PortalServer portal, Look look, DemoAccount? user, Func<Visit, Task> visit)
    {
        await VisitAsync(portal, look, user is null ? null : await SessionAsync(portal, user.Email), visit);
    }

    private async Task VisitAsync(PortalServer portal, Look look, string? session, Func<Visit, Task> visit)
    {
        await using var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.Address.ToString(),
            Locale = look.Locale,
            ColorScheme = look.Theme,
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        context.SetDefaultTimeout(Patience);
        var opened = await Visit.OpenAsync(context, look);

        await visit(opened);

        opened.Problems.ShouldBeEmpty();
    }

    private async Task<string> SessionAsync(PortalServer portal, string email)
    {
        var key = $"{portal.Address}{email}";

        if (!sessions.ContainsKey(key))
        {
            await VisitAsync(portal, Look.English, session: null, async visit =>
            {
                await visit.SignInAsync(email);
                sessions[key] = await visit.Page.Context.StorageStateAsync();
            });
        }

        return sessions[key];
    }
}

/// <summary>Tests that look at the demo as it is.</summary>
[CollectionDefinition(Name)]
public sealed class PortalTests : ICollectionFixture<PortalFixture>
{
    public const string Name = "Portal";
}

/// <summary>Tests that change what is in the demo, each something of its own; beside those that look at another one.</summary>
[CollectionDefinition(Name)]
public sealed class ChangingPortalTests : ICollectionFixture<PortalFixture>
{
    public const string Name = "Changing portal";
}
