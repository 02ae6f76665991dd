using CompetencyPortal.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>The portal answers under its own names alone.</summary>
public sealed class HostTests(ListeningPortal portal) : IClassFixture<ListeningPortal>
{
    private const string Forged = "elsewhere.example";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/people")]
    [InlineData("GET", "/account/sign-in")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/favicon.svg")]
    [InlineData("POST", "/preferences?handler=Theme")]
    [InlineData("TRACE", "/")]
    public async Task A_forged_host_is_refused_and_never_repeated(string method, string address)
    {
        foreach (var host in new[] { Forged, $"{Forged}:443", $"{ListeningPortal.Name}.{Forged}", $"{ListeningPortal.Name}@{Forged}", string.Empty })
        {
            foreach (var scheme in new[] { "http", "https" })
            {
                var answer = await portal.SendRawAsync($"{method} {address} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Proto: {scheme}\r\nConnection: close\r\n\r\n");

                answer.Status.ShouldBe(400, host);
                answer.Text.ShouldNotContain(Forged, Case.Insensitive);
            }
        }
    }

    [Fact]
    public async Task A_refused_host_gets_the_security_headers_too()
    {
        var answer = await portal.SendRawAsync($"GET / HTTP/1.1\r\nHost: {Forged}\r\nConnection: close\r\n\r\n");

        answer.Header("Content-Security-Policy")!.ShouldContain("frame-ancestors 'none'");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("/people", $"X-Forwarded-Host: {Forged}\r\n")]
    [InlineData("/people", $"Forwarded: host={Forged}\r\n")]
    [InlineData("/people", $"X-Original-Host: {Forged}\r\nX-Host: {Forged}\r\n")]
    public async Task Redirects_lead_to_the_portal_whatever_other_headers_say(string address, string headers)
    {
        var answer = await portal.SendAsync("GET", address, headers);

        answer.Status.ShouldBe(302);
        answer.Header("Location")!.ShouldStartWith($"https://{ListeningPortal.Name}/account/sign-in");
        answer.Text.ShouldNotContain(Forged, Case.Insensitive);
    }

    [Fact]
    public async Task An_address_that_names_another_host_than_the_header_is_refused()
    {
        var answer = await portal.SendAsync("GET", $"https://{Forged}/people");

        answer.Status.ShouldBe(400);
        answer.Text.ShouldNotContain(Forged, Case.Insensitive);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("portal.example;*")]
    [InlineData("0.0.0.0")]
    public async Task Production_does_not_start_without_its_names(string hosts)
    {
        await using var nameless = new NamelessPortal(hosts);

        Should.Throw<OptionsValidationException>(() => nameless.Services).Message.ShouldContain("AllowedHosts");
    }

    private sealed class NamelessPortal : PortalFactory
    {
        public NamelessPortal(string hosts)
        {
            Set("Clock:Today", string.Empty);
            Set("Proxy:Addresses:0", "127.0.0.1");
            Set("AllowedHosts", hosts);
        }

        protected override string Stage => "Production";

        protected override bool IsDemo => false;
    }
}
