using System.Net;
using System.Text.RegularExpressions;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>An installation in Production begins without accounts: whoever can read its log makes the first one.</summary>
public sealed partial class FirstVisitTests : IAsyncLifetime
{
    private const string Password = "four words make sense";

    private readonly ProductionPortal _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Every_page_leads_to_the_setup_until_there_is_somebody()
    {
        using var visitor = _portal.Visit();

        foreach (var address in new[] { "/", "/account/sign-in", "/people", "/revenue", "/organization", "/assessment/cloud-crm" })
        {
            (await visitor.GetAsync(address)).Path.ShouldBe("/setup", address);
        }

        (await visitor.Client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.Client.GetAsync("/favicon.svg")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Input.Token", "guessed", "Setup.Token.Wrong")]
    [InlineData("Input.Token", "", "Validation.NotEmptyValidator")]
    [InlineData("Input.Password", "too short", "Validation.MinimumLengthValidator")]
    [InlineData("Input.Email", "nobody", "Validation.EmailValidator")]
    [InlineData("Input.Name", "", "User.Name.Required")]
    public async Task What_is_not_right_makes_no_account(string field, string typed, string message)
    {
        using var visitor = _portal.Visit();
        var form = await FilledAsync(visitor);

        var screen = await visitor.SubmitAsync(form.With((field, typed)));

        screen.Path.ShouldBe("/setup");
        screen.ErrorOf(field).ShouldSay(message, "en-US");
        screen.ValueOf("Input.Password").ShouldBe(string.Empty, "a password is not sent back");
        (await visitor.GetAsync("/")).Path.ShouldBe("/setup");
    }

    [Fact]
    public async Task The_setup_speaks_through_the_resources_alone()
    {
        using var visitor = _portal.Visit();
        visitor.Client.DefaultRequestHeaders.Add(PseudoText.Header, "1");

        var empty = await visitor.GetAsync("/setup");
        var refused = await visitor.SubmitAsync(empty.Form().With(("Input.Email", "rubbish"), ("Input.Password", "short")));

        refused.Document.QuerySelectorAll(".err").Length.ShouldBe(4);
        Literals.In(empty.Document).ShouldBeEmpty();
        Literals.In(refused.Document).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_of_the_log_makes_the_program_manager_and_closes_the_setup()
    {
        using var visitor = _portal.Visit();
        using var late = _portal.Visit();
        var lateForm = await FilledAsync(late);

        var made = await visitor.SubmitAsync(await FilledAsync(visitor));
        await visitor.SignInAsync("first@vendor.example", Password);

        made.Path.ShouldBe("/account/sign-in");
        (await visitor.GetAsync("/")).Text.ShouldContain("program manager");
        (await visitor.GetAsync("/setup")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await late.SubmitAsync(lateForm)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_to_https()
    {
        using var visitor = _portal.Visit();

        using var response = await visitor.Client.GetAsync("/setup");

        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldAllBe(cookie => cookie.StartsWith("__Host-portal", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase), string.Join('\n', cookies));
    }

    private async Task<Form> FilledAsync(Visitor visitor)
    {
        var form = (await visitor.GetAsync("/setup")).Form();
        var token = _portal.Log.Messages.Select(message => Token().Match(message)).Single(match => match.Success).Value;

        return form.With(("Input.Token", token), ("Input.Name", "First Person"), ("Input.Email", "first@vendor.example"), ("Input.Password", Password));
    }

    [GeneratedRegex("(?<=setup token: )[0-9a-f]+", RegexOptions.None, 1000)]
    private static partial Regex Token();

    private sealed class ProductionPortal : PortalFactory
    {
        public ProductionPortal()
        {
            Set("Clock:Today", string.Empty);
            Set("Proxy:Addresses:0", "127.0.0.1");
            Set("AllowedHosts", "localhost");
        }

        protected override string Stage => "Production";

        protected override bool IsDemo => false;
    }
}
