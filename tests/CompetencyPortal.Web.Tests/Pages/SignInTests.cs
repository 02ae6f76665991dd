using System.Net;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Pages;

public sealed class SignInTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("program@vendor.example", "program manager")]
    [InlineData("manager@vendor.example", "6 organizations are assigned to you")]
    [InlineData("manager2@vendor.example", "5 organizations are assigned to you")]
    [InlineData("admin@contoso.example", "Contoso Systems K.K.")]
    [InlineData("admin@fabrikam.example", "Fabrikam, Inc.")]
    [InlineData("admin@adatum.example", "Adatum Corporation")]
    public async Task Every_demo_account_gets_in_and_reads_what_it_is(string email, string expected)
    {
        using var visitor = portal.Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);

        var screen = await visitor.GetAsync("/");

        screen.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_read_the_same()
    {
        using var visitor = portal.Visit();

        var wrong = await visitor.FillAsync("/account/sign-in", handler: null, ("Input.Email", "manager2@vendor.example"), ("Input.Password", "not the password"));
        var unknown = await visitor.FillAsync("/account/sign-in", handler: null, ("Input.Email", "nobody@vendor.example"), ("Input.Password", "not the password"));

        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.TextOf(".notice").ShouldBe("E-mail address and password do not match an account.");
        unknown.TextOf(".notice").ShouldBe(wrong.TextOf(".notice"));
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for_and_never_elsewhere()
    {
        using var visitor = portal.Visit();

        var asked = await visitor.GetAsync("/people");
        var form = asked.Form();
        form.Set("Input.Email", DemoAccounts.AdatumAdmin.Email);
        form.Set("Input.Password", DemoAccounts.Password);
        var arrived = await visitor.SubmitAsync(form);

        asked.Path.ShouldBe("/account/sign-in");
        arrived.Path.ShouldBe("/people");

        (await visitor.GetAsync("/account/sign-in?returnUrl=https://elsewhere.example/")).Address.Host.ShouldBe("localhost");
        (await visitor.GetAsync("/account/sign-in?returnUrl=//elsewhere.example/")).Address.Host.ShouldBe("localhost");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var form = new Form((await visitor.GetAsync("/")).Forms.First(form => form.Action.EndsWith("/account/sign-out", StringComparison.Ordinal)));

        await visitor.SubmitAsync(form);

        (await visitor.GetAsync("/people")).Path.ShouldBe("/account/sign-in");
    }
}
