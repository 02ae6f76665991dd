using System.Net;
using System.Text;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>How much may be sent at once.</summary>
public sealed class BodyLimitTests(BodyLimitTests.DevelopmentPortal portal) : IClassFixture<BodyLimitTests.DevelopmentPortal>
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("en-US", false)]
    [InlineData("ja-JP", false)]
    [InlineData("en-US", true)]
    public async Task More_than_a_megabyte_is_refused_with_a_page_that_says_so(string culture, bool isChunked)
    {
        using var visitor = portal.VisitPort();
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", culture);
        visitor.Client.DefaultRequestHeaders.TransferEncodingChunked = isChunked;

        var screen = await PostAsync(visitor, "/account/sign-in", Megabyte);

        screen.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        screen.TextOf("h1").ShouldSay("Error.TooLarge.Title", culture);
    }

    [Fact]
    public async Task A_little_less_is_read()
    {
        using var visitor = portal.VisitPort();

        var screen = await PostAsync(visitor, "/account/sign-in", Megabyte - 100);

        screen.Status.ShouldBe(HttpStatusCode.BadRequest, "read, and without a token");
    }

    [Theory]
    [InlineData(1, HttpStatusCode.OK, "Import.TooLong")]
    [InlineData(3, HttpStatusCode.OK, "Import.TooLong")]
    [InlineData(4, HttpStatusCode.RequestEntityTooLarge, "Error.TooLarge.Text")]
    public async Task The_import_takes_as_much_as_it_needs_to_say_what_is_too_long(int megabytes, HttpStatusCode status, string message)
    {
        using var visitor = portal.VisitPort();
        await visitor.SignInAsync(DemoAccounts.ProgramManager.Email, DemoAccounts.Password);
        var form = (await visitor.GetAsync("/catalog/import")).Form("Check");
        using var content = new MultipartFormDataContent();
        form.Fields.ForEach(field => content.Add(new StringContent(field.Value), field.Key));
        content.Add(new ByteArrayContent(new byte[(megabytes * Megabyte) + 1]), "file", "catalog.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content };

        var screen = await visitor.SendAsync(request);

        screen.Status.ShouldBe(status);
        screen.TextOf(status == HttpStatusCode.OK ? "#Document-error" : "main p").ShouldSay(message, "en-US");
    }

    private static async Task<Screen> PostAsync(Visitor visitor, string address, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent($"Input.Email={new string('x', length)}", Encoding.ASCII, "application/x-www-form-urlencoded"),
        };

        return await visitor.SendAsync(request);
    }

    /// <summary>On a real port, since the limit is the server's.</summary>
    public sealed class DevelopmentPortal : PortalFactory
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        public DevelopmentPortal() => UseKestrel(0);

        /// <summary>A client that asks before it sends a body: the server hangs up on one that is too large, and who still sends may miss the answer.</summary>
        internal Visitor VisitPort()
        {
            StartServer();

            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = Patience }) { BaseAddress = ClientOptions.BaseAddress };
            client.DefaultRequestHeaders.ExpectContinue = true;

            return new Visitor(client);
        }
    }
}
