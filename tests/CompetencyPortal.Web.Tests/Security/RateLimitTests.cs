using System.Globalization;
using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>How often one may ask; here seldom.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const int Requests = 20;
    private const int SignIns = 3;

    private readonly SlowPortal _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Who_asks_too_often_is_told_when_to_come_back(string culture)
    {
        await AskAsync("192.0.2.1", Requests);

        var answer = await GetAsync("192.0.2.1", "/account/sign-in", $"Accept-Language: {culture}\r\n");

        answer.Status.ShouldBe(429);
        int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        answer.Header("Content-Security-Policy").ShouldNotBeNull();
        WebUtility.HtmlDecode(answer.Text).ShouldContain(Texts.Of("Error.TooMany.Title", culture));
    }

    [Fact]
    public async Task Each_address_that_the_proxy_names_is_counted_by_itself()
    {
        await AskAsync("192.0.2.1", Requests);

        (await GetAsync("192.0.2.1", "/account/sign-in")).Status.ShouldBe(429);
        (await GetAsync("192.0.2.2", "/account/sign-in")).Status.ShouldBe(200);
        (await GetAsync("198.51.100.7, 192.0.2.1", "/account/sign-in")).Status.ShouldBe(429, "what the sender says of itself does not count");
    }

    [Fact]
    public async Task All_addresses_of_one_network_of_version_6_count_together()
    {
        await AskAsync("2001:db8:1:1::1", Requests);

        (await GetAsync("2001:db8:1:1:ffff::2", "/account/sign-in")).Status.ShouldBe(429);
        (await GetAsync("2001:db8:1:2::1", "/account/sign-in")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Static_files_and_the_health_are_free()
    {
        await AskAsync("192.0.2.1", Requests);

        (await GetAsync("192.0.2.1", "/favicon.svg")).Status.ShouldBe(200);
        (await GetAsync("192.0.2.1", "/health/live")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/setup")]
    [InlineData("/account/invitation/00000000-0000-0000-0000-000000000001?token=x")]
    public async Task Passwords_and_secrets_are_taken_less_often(string address)
    {
        for (var count = 0; count < SignIns; count++)
        {
            (await PostAsync("192.0.2.1", address)).Status.ShouldBe(400, "a form without a token");
        }

        (await PostAsync("192.0.2.1", address)).Status.ShouldBe(429);
        (await PostAsync("192.0.2.2", address)).Status.ShouldBe(400);
        (await GetAsync("192.0.2.1", "/account/sign-in")).Status.ShouldBe(200, "the page still opens");
    }

    [Fact]
    public async Task Who_is_signed_in_is_counted_by_account_and_not_by_address()
    {
        await using var portal = new FewRequestsPortal();
        await portal.InitializeAsync();
        using var first = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        using var second = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        for (var count = 0; count < Requests; count++)
        {
            await first.GetAsync("/people");
        }

        (await first.GetAsync("/people")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await second.GetAsync("/people")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task AskAsync(string address, int times)
    {
        for (var count = 0; count < times; count++)
        {
            (await GetAsync(address, "/account/sign-in")).Status.ShouldBe(200);
        }
    }

    private Task<RawAnswer> GetAsync(string from, string address, string headers = "") =>
        _portal.SendAsync("GET", address, $"X-Forwarded-For: {from}\r\n{headers}");

    private Task<RawAnswer> PostAsync(string from, string address) =>
        _portal.SendAsync("POST", address, $"X-Forwarded-For: {from}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n", "a=b");

    private sealed class FewRequestsPortal : PortalFactory
    {
        public FewRequestsPortal() => Set("RateLimits:Requests", $"{Requests}");
    }

    private sealed class SlowPortal : ListeningPortal
    {
        public SlowPortal()
        {
            Set("RateLimits:Requests", $"{Requests}");
            Set("RateLimits:SignIns", $"{SignIns}");
        }
    }
}
