using System.Net;
using System.Text;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>What was typed into a form that was open for too long can be sent again, by whoever typed it and by nobody else.</summary>
public sealed class ExpiredFormTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Token = "__RequestVerificationToken";
    private const string Origin = "Origin";
    private const string Site = "Sec-Fetch-Site";

    [Theory]
    [InlineData("en-US", null)]
    [InlineData("ja-JP", "rubbish")]
    public async Task What_was_typed_is_kept_and_saved_when_it_is_sent_again(string culture, string? token)
    {
        var name = $"Late <b>\"{culture}\"</b> & 遅刻";
        using var visitor = await OpenAsync(Site, "same-origin");
        await visitor.SpeakAsync(culture);
        var form = await FilledAsync(visitor, name, token);
        var before = await DatabaseContents.ReadAsync(portal);

        var refused = await visitor.SubmitAsync(form);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf("h1").ShouldSay("Error.Expired.Title", culture);
        await DatabaseContents.ShouldBeAsync(before, portal);

        var again = refused.Form();
        again.Action.PathAndQuery.ShouldBe(form.Action.PathAndQuery);
        again.Names.ShouldBe(form.Names.Union([Token]), ignoreOrder: true);

        (await visitor.SubmitAsync(again)).Path.ShouldMatch("/people/[0-9]+");
        (await portal.InDatabaseAsync(db => db.Employees.CountAsync(person => person.Name == name))).ShouldBe(1);
    }

    [Fact]
    public async Task The_cookie_of_the_form_may_be_gone()
    {
        using var visitor = await OpenAsync(Site, "same-origin");
        using var other = await OpenAsync(Site, "same-origin");
        var form = await FilledAsync(visitor, "Two Cookies", token: null);
        form.Set(Token, (await other.GetAsync("/people/add")).Form().Fields.Single(field => field.Key == Token).Value);

        var again = (await visitor.SubmitAsync(form)).Form();

        (await visitor.SubmitAsync(again)).Path.ShouldMatch("/people/[0-9]+");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Site, "cross-site")]
    [InlineData(Site, "same-site")]
    [InlineData(Site, "none")]
    [InlineData(Origin, "null")]
    [InlineData(Origin, "http://elsewhere.example")]
    [InlineData(Origin, "https://localhost")]
    [InlineData(Origin, "http://localhost.elsewhere.example")]
    public async Task What_no_page_of_the_portal_sent_gets_nothing_to_press(string? header, string? value)
    {
        using var visitor = await OpenAsync(header, value);

        await ShouldGetNothingAsync(visitor, await FilledAsync(visitor, "An Intruder", token: null));
    }

    [Fact]
    public async Task A_cross_site_post_is_not_excused_by_its_origin()
    {
        using var visitor = await OpenAsync(Site, "cross-site");
        visitor.Client.DefaultRequestHeaders.Add(Origin, "http://localhost");

        await ShouldGetNothingAsync(visitor, await FilledAsync(visitor, "An Intruder", token: null));
    }

    [Fact]
    public async Task A_browser_that_says_only_the_origin_may_send_again()
    {
        using var visitor = await OpenAsync(Origin, "http://localhost");

        (await visitor.SubmitAsync(await FilledAsync(visitor, "Old Browser", token: null))).TextOf("h1").ShouldSay("Error.Expired.Title", "en-US");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("%00 not base64 \u3000")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_form_that_the_portal_did_not_make_gets_nothing_to_press(string? mark)
    {
        using var visitor = await OpenAsync(Site, "same-origin");
        var form = await FilledAsync(visitor, "An Intruder", token: null);
        form.Remove(FormOwner.Field);

        if (mark is not null)
        {
            form.Set(FormOwner.Field, mark);
        }

        await ShouldGetNothingAsync(visitor, form);
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_does_not_send_it()
    {
        using var visitor = await OpenAsync(Site, "same-origin");
        using var other = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        other.Client.DefaultRequestHeaders.Add(Site, "same-origin");

        await ShouldGetNothingAsync(other, await FilledAsync(visitor, "Of Contoso", token: null));
    }

    [Fact]
    public async Task A_password_is_asked_for_again_and_not_sent_back()
    {
        using var visitor = portal.Visit();
        visitor.Client.DefaultRequestHeaders.Add(Site, "same-origin");
        var form = (await visitor.GetAsync("/account/sign-in?returnUrl=%2Frevenue")).Form()
            .With(("Input.Email", DemoAccounts.ContosoAdmin.Email), ("Input.Password", DemoAccounts.Password));
        form.Remove(Token);

        var refused = await visitor.SubmitAsync(form);

        refused.Body.ShouldNotContain(DemoAccounts.Password);
        var again = refused.Form();
        again.Fields.Single(field => field.Key == "Input.Password").Value.ShouldBeEmpty();
        (await visitor.SubmitAsync(again.With(("Input.Password", DemoAccounts.Password)))).Path.ShouldBe("/revenue");
    }

    [Fact]
    public void Every_field_for_a_password_is_known_by_its_name()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Web, "Pages"), "*.cshtml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "Error.cshtml");
        var fields = pages.SelectMany(File.ReadLines).Where(line => line.Contains("type=\"password\"", StringComparison.Ordinal)).ToList();

        fields.ShouldNotBeEmpty();
        fields.ShouldAllBe(line => line.Contains("for=\"Input.", StringComparison.Ordinal) && line.Contains("Password\" label", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_not_kept_and_the_page_says_so()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ProgramManager);
        visitor.Client.DefaultRequestHeaders.Add(Site, "same-origin");
        var form = (await visitor.GetAsync("/catalog/import")).Form("Check");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent("{\n  \"typed\": \"beside it\"\n}"), "Document");
        content.Add(new StringContent(form.Fields.Single(field => field.Key == FormOwner.Field).Value), FormOwner.Field);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("in the file")), "file", "catalog.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content };

        var refused = await visitor.SendAsync(request);

        refused.TextOf("main form p").ShouldSay("Error.Expired.File", "en-US");
        refused.Body.ShouldNotContain("in the file");
        refused.Document.QuerySelector("main form")!.GetAttribute("enctype").ShouldBe("multipart/form-data");
        refused.Form().Fields.Single(field => field.Key == "Document").Value.ShouldBe("{\n  \"typed\": \"beside it\"\n}");
    }

    [Fact]
    public async Task What_is_offered_again_is_kept_by_no_cache()
    {
        using var visitor = portal.Visit();
        visitor.Client.DefaultRequestHeaders.Add(Site, "same-origin");
        var form = (await visitor.GetAsync("/account/sign-in")).Form();
        form.Remove(Token);
        using var content = new FormUrlEncodedContent(form.Fields);

        using var response = await visitor.Client.PostAsync(form.Action, content);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    /// <summary>A partner admin whose browser sends the header with every request.</summary>
    private async Task<Visitor> OpenAsync(string? header, string? value)
    {
        var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);

        if (header is not null)
        {
            visitor.Client.DefaultRequestHeaders.Add(header, value);
        }

        return visitor;
    }

    private static async Task<Form> FilledAsync(Visitor visitor, string name, string? token)
    {
        var form = (await visitor.GetAsync("/people/add")).Form().With(("Input.Name", name));
        form.Remove(Token);

        return token is null ? form : form.With((Token, token));
    }

    private async Task ShouldGetNothingAsync(Visitor visitor, Form form)
    {
        var before = await DatabaseContents.ReadAsync(portal);

        var refused = await visitor.SubmitAsync(form);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf("h1").ShouldSay("Error.BadRequest.Title", "en-US");
        refused.Document.QuerySelector("main form").ShouldBeNull();
        await DatabaseContents.ShouldBeAsync(before, portal);
    }
}
