using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Only the methods that exist are answered, on a real port.</summary>
public sealed class MethodTests(ListeningPortal portal, PortalFactory inside) : IClassFixture<ListeningPortal>, IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    [InlineData("MADEUP")]
    public async Task Other_methods_are_told_which_ones_exist(string method)
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        var pages = (await PortalPages.OfAsync(portal)).Where(page => page.Name != "/Error").Select(page => (Address: page.Address(records.RouteValues), Allow: "GET, HEAD, POST"));

        foreach (var (address, allow) in pages.Append(("/health/live", "GET, HEAD")).Append(("/favicon.svg", "GET, HEAD")))
        {
            var answer = await portal.SendAsync(method, address);

            answer.Status.ShouldBe(405, address);
            Sorted(answer.Header("Allow")).ShouldBe(allow, address);
            answer.Header("Content-Security-Policy").ShouldNotBeNull();
            answer.Header("Server").ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("TRACE", "/nowhere")]
    [InlineData("PUT", "/error/405")]
    [InlineData("CONNECT", "portal.example:443")]
    [InlineData("OPTIONS", "*")]
    public async Task Where_there_is_nothing_other_methods_find_nothing(string method, string target)
    {
        var answer = await portal.SendAsync(method, target);

        answer.Status.ShouldBeOneOf(400, 404, 405);
        answer.Text.ShouldNotContain("X-Forwarded-Proto", Case.Insensitive);
    }

    [Fact]
    public async Task A_page_without_a_form_takes_none()
    {
        using var visitor = await inside.SignInAsync(DemoAccounts.ContosoAdmin);
        var token = (await visitor.GetAsync("/")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);

        using var answer = await visitor.Client.PostAsync("/people", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
    }

    private static string Sorted(string? allow) => string.Join(", ", (allow ?? string.Empty).Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
}
