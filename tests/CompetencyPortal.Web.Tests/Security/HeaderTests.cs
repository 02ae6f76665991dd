using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>The headers that stand on every kind of answer.</summary>
public sealed class HeaderTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("GET", "/account/sign-in", HttpStatusCode.OK)]
    [InlineData("GET", "/people", HttpStatusCode.Redirect)]
    [InlineData("GET", "/error/404", HttpStatusCode.NotFound)]
    [InlineData("GET", "/error", HttpStatusCode.NotFound)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/favicon.svg", HttpStatusCode.OK)]
    [InlineData("GET", "/dist/site.css", HttpStatusCode.OK)]
    [InlineData("HEAD", "/account/sign-in", HttpStatusCode.OK)]
    [InlineData("POST", "/account/sign-in", HttpStatusCode.BadRequest)]
    [InlineData("TRACE", "/account/sign-in", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_answer_carries_the_security_headers(string method, string address, HttpStatusCode status)
    {
        using var visitor = portal.Visit();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var response = await visitor.Client.SendAsync(request);

        response.StatusCode.ShouldBe(status);
        ShouldBeSecure(response);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/nowhere")]
    [InlineData("/people/9999")]
    public async Task No_page_of_somebody_signed_in_is_kept_by_caches(string address)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        using var response = await visitor.Client.GetAsync(address);

        ShouldBeSecure(response);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_cookies_are_closed_to_scripts()
    {
        using var visitor = portal.Visit();
        var form = (await visitor.GetAsync("/account/sign-in")).Form().With(("Input.Email", DemoAccounts.AdatumAdmin.Email), ("Input.Password", DemoAccounts.Password));

        using var content = new FormUrlEncodedContent(form.Fields);
        using var response = await visitor.Client.PostAsync(form.Action, content);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("portal=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task A_failure_of_the_portal_says_so_and_how_to_tell_about_it()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        using var response = await visitor.Client.GetAsync(BrokenPage.Address);
        var screen = await Screen.ReadAsync(response);

        screen.Status.ShouldBe(HttpStatusCode.InternalServerError);
        screen.TextOf("h1").ShouldSay("Error.Title", "en-US");
        screen.TextOf(".small").ShouldSay("Error.Reference", "en-US");
        screen.Text.ShouldNotContain("Broken on purpose");
        ShouldBeSecure(response);
    }

    private static void ShouldBeSecure(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }
}
