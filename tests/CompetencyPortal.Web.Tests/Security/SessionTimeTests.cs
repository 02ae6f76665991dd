using System.Net;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Sessions end by the clock: without use, and in any case.</summary>
public sealed class SessionTimeTests : IAsyncLifetime
{
    private readonly ClockedPortal _portal = new();

    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _visitor = await _portal.SignInAsync(DemoAccounts.AdatumAdmin);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Nearly_30_minutes_without_a_request_are_none_too_many()
    {
        _portal.Clock.Now += UserSession.IdleLimit - TimeSpan.FromSeconds(1);

        (await StatusAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_30_minutes_without_a_request_the_session_is_over()
    {
        _portal.Clock.Now += UserSession.IdleLimit;

        (await StatusAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_keeps_working_stays_for_8_hours_and_no_longer()
    {
        var began = _portal.Clock.Now;

        for (var passed = TimeSpan.Zero; passed < UserSession.Lifetime - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            _portal.Clock.Now += TimeSpan.FromMinutes(20);
            (await StatusAsync()).ShouldBe(HttpStatusCode.OK, $"{passed}");
            await NotedAsync();
        }

        _portal.Clock.Now = began + UserSession.Lifetime - TimeSpan.FromSeconds(1);
        (await StatusAsync()).ShouldBe(HttpStatusCode.OK);

        _portal.Clock.Now = began + UserSession.Lifetime;
        (await StatusAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<HttpStatusCode> StatusAsync()
    {
        using var response = await _visitor.Client.GetAsync("/account/sessions");

        return response.StatusCode;
    }

    /// <summary>The use is written down beside the request.</summary>
    private async Task NotedAsync()
    {
        var now = _portal.Clock.Now.UtcDateTime;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));

        while (!await _portal.InDatabaseAsync(db => db.UserSessions.AnyAsync(session => session.LastUsedAt == now, patience.Token)))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private sealed class ClockedPortal : PortalFactory
    {
        public ManualClock Clock { get; } = new();

        protected override void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
    }

    private sealed class ManualClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
