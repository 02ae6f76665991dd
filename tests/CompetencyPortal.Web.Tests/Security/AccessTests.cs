using System.Net;
using System.Text.RegularExpressions;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Who may open and post what, for every page that the running portal has.</summary>
public sealed partial class AccessTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    /// <summary>Whom each page is for. A page that is not here fails the test: say first whom it is for.</summary>
    private static readonly Dictionary<string, Audience> Declared = new(StringComparer.Ordinal)
    {
        ["/Account/Invitation"] = Audience.Anybody,
        ["/Account/Setup"] = Audience.Anybody,
        ["/Account/SignIn"] = Audience.Anybody,
        ["/Error"] = Audience.Anybody,
        ["/Preferences"] = Audience.Anybody,
        ["/Account/SignOut"] = Audience.Anybody,
        ["/Account/Sessions"] = Audience.AnyRole,
        ["/Index"] = Audience.AnyRole,
        ["/Admin/Organizations/Create"] = Audience.ProgramManager,
        ["/Admin/Organizations/Edit"] = Audience.ProgramManager,
        ["/Admin/Organizations/Index"] = Audience.ProgramManager,
        ["/Admin/Rates/Index"] = Audience.ProgramManager,
        ["/Admin/Rates/Paste"] = Audience.ProgramManager,
        ["/Admin/Rates/Rate"] = Audience.ProgramManager,
        ["/Admin/Users/Edit"] = Audience.ProgramManager,
        ["/Admin/Users/Index"] = Audience.ProgramManager,
        ["/Admin/Users/Invite"] = Audience.ProgramManager,
        ["/Assessment/Index"] = Audience.PartnerAdmin,
        ["/Assessment/WhatIf"] = Audience.PartnerAdmin,
        ["/Catalog/Competency"] = Audience.ProgramManager,
        ["/Catalog/Exam"] = Audience.ProgramManager,
        ["/Catalog/Exams"] = Audience.ProgramManager,
        ["/Catalog/Import"] = Audience.ProgramManager,
        ["/Catalog/Index"] = Audience.ProgramManager,
        ["/Organization/Admins"] = Audience.PartnerAdmin,
        ["/Organization/Flag"] = Audience.PartnerAdmin,
        ["/Organization/History"] = Audience.PartnerAdmin,
        ["/Organization/Index"] = Audience.PartnerAdmin,
        ["/People/Add"] = Audience.PartnerAdmin,
        ["/People/Index"] = Audience.PartnerAdmin,
        ["/People/Pass"] = Audience.PartnerAdmin,
        ["/People/Person"] = Audience.PartnerAdmin,
        ["/Portfolio/History"] = Audience.Manager,
        ["/Portfolio/Index"] = Audience.Manager,
        ["/Portfolio/Organization"] = Audience.Manager,
        ["/Revenue/Entry"] = Audience.PartnerAdmin,
        ["/Revenue/Index"] = Audience.PartnerAdmin,
    };

    private enum Audience
    {
        Anybody,
        AnyRole,
        PartnerAdmin,

        /// <summary>Account managers and program managers.</summary>
        Manager,
        ProgramManager,
    }

    [Fact]
    public async Task Every_page_says_whom_it_is_for()
    {
        var pages = await PortalPages.OfAsync(portal);

        pages.Select(page => page.Name).Distinct(StringComparer.Ordinal).ShouldBe(Declared.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Beside_pages_there_are_only_the_health_and_the_static_files()
    {
        const string FilesNewerThanTheBuild = "{**path:file}";

        var others = PortalPages.Routes(portal).Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is null && !IsStaticFile(route));

        others.Select(route => route.RoutePattern.RawText).ShouldBe(["/health/live", FilesNewerThanTheBuild], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_by_every_page_that_is_not_for_anybody()
    {
        using var visitor = portal.Visit();
        var before = await DatabaseContents.ReadAsync(portal);

        foreach (var (page, address) in await PagesForAsync(audience => audience != Audience.Anybody))
        {
            await ShouldLeadToSignInAsync(visitor, HttpMethod.Get, address);

            foreach (var handler in page.Posts)
            {
                await ShouldLeadToSignInAsync(visitor, HttpMethod.Post, PortalPage.PostAddress(address, handler));
            }
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Theory]
    [InlineData("manager@vendor.example")]
    [InlineData("manager2@vendor.example")]
    [InlineData("program@vendor.example")]
    public async Task Managers_are_refused_by_every_page_of_the_partner_admins(string email) =>
        await ShouldBeRefusedAsync(email, Audience.PartnerAdmin);

    [Theory]
    [InlineData("manager@vendor.example")]
    [InlineData("admin@contoso.example")]
    public async Task Others_are_refused_by_every_page_of_the_program_manager(string email) =>
        await ShouldBeRefusedAsync(email, Audience.ProgramManager);

    [Fact]
    public async Task Partner_admins_are_refused_by_every_page_of_managers() =>
        await ShouldBeRefusedAsync("admin@contoso.example", Audience.Manager);

    private async Task ShouldBeRefusedAsync(string email, Audience refusing)
    {
        using var visitor = portal.Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);
        var token = Token(await visitor.GetAsync("/"));
        var before = await DatabaseContents.ReadAsync(portal);

        foreach (var (page, address) in await PagesForAsync(audience => audience == refusing))
        {
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);

            foreach (var handler in page.Posts)
            {
                (await PostAsync(visitor, PortalPage.PostAddress(address, handler), token)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
            }
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task Records_of_another_organization_look_like_missing_ones()
    {
        var (foreign, own) = (await KnownRecords.OfAsync(portal, "Contoso"), await KnownRecords.OfAsync(portal, "Adatum"));
        var contosoAlone = (await KnownRecords.PersonAsync(portal, foreign.Organization, "伊藤 翔")).Number;
        var missing = $"{Guid.NewGuid()}";
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var before = await DatabaseContents.ReadAsync(portal);

        (string Foreign, string Missing)[] pairs =
        [
            ($"/people/{contosoAlone}", "/people/9999"),
            ($"/people/{contosoAlone}/pass", "/people/9999/pass"),
            ($"/people/{foreign.Person}/pass/{foreign.Pass}", $"/people/{own.Person}/pass/{missing}"),
            ($"/revenue/entry/{foreign.Entry}", $"/revenue/entry/{missing}"),
        ];

        foreach (var (foreignAddress, missingAddress) in pairs)
        {
            await ShouldLookAlikeAsync(visitor, foreignAddress, missingAddress);
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task An_organization_that_is_not_assigned_looks_like_a_missing_one()
    {
        var (foreign, missing) = ((await KnownRecords.OfAsync(portal, "Contoso")).Organization, Guid.NewGuid());
        using var visitor = await portal.SignInAsync(DemoAccounts.SecondAccountManager);

        foreach (var address in new[] { "/portfolio/{0}", "/portfolio/{0}/cloud-crm", "/portfolio/{0}/cloud-crm?show=missing", "/portfolio/history/{0}" })
        {
            await ShouldLookAlikeAsync(
                visitor,
                address.Replace("{0}", $"{foreign}", StringComparison.Ordinal),
                address.Replace("{0}", $"{missing}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("admin@contoso.example")]
    [InlineData("program@vendor.example")]
    public async Task A_post_without_the_forms_token_is_refused_and_changes_nothing(string email)
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        using var visitor = portal.Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);
        using var other = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var foreignToken = Token(await other.GetAsync("/"));
        var before = await DatabaseContents.ReadAsync(portal);

        foreach (var page in (await PortalPages.OfAsync(portal)).Where(page => page.Name != "/Error" && MayOpen(email, page)))
        {
            foreach (var handler in page.Posts)
            {
                var address = PortalPage.PostAddress(page.Address(records.RouteValues), handler);

                (await PostAsync(visitor, address, token: null)).Status.ShouldBe(HttpStatusCode.BadRequest, address);
                (await PostAsync(visitor, address, foreignToken)).Status.ShouldBe(HttpStatusCode.BadRequest, address);
            }
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
        (await visitor.GetAsync("/")).Path.ShouldBe("/", "still signed in");
    }

    [Theory]
    [InlineData("admin@contoso.example")]
    [InlineData("program@vendor.example")]
    public async Task No_get_changes_a_record(string email)
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        using var visitor = portal.Visit();
        await visitor.SignInAsync(email, DemoAccounts.Password);
        var before = await DatabaseContents.ReadAsync(portal);

        foreach (var page in await PortalPages.OfAsync(portal))
        {
            var address = page.Address(records.RouteValues);
            await visitor.GetAsync(address);

            foreach (var handler in page.Posts)
            {
                await visitor.GetAsync(PortalPage.PostAddress(address, handler) + (handler is null ? "?" : "&") + "Input.Name=x&followed=cloud-crm&month=2026-04");
            }
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    private static bool MayOpen(string email, PortalPage page) =>
        Declared[page.Name] != (email == DemoAccounts.ProgramManager.Email ? Audience.PartnerAdmin : Audience.ProgramManager);

    private static bool IsStaticFile(RouteEndpoint route) =>
        route.Metadata.Any(metadata => metadata.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.StaticAssets", StringComparison.Ordinal) == true);

    private static string Token(Screen screen) => screen.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task ShouldLeadToSignInAsync(Visitor visitor, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await visitor.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{method} {address}");
        new Uri(request.RequestUri!, response.Headers.Location!).AbsolutePath.ShouldBe("/account/sign-in", $"{method} {address}");
    }

    private static async Task<Screen> PostAsync(Visitor visitor, string address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Fields(token)) };

        return await visitor.SendAsync(request);
    }

    /// <summary>What each form would take, so that a request that came through would change something.</summary>
    private static Dictionary<string, string> Fields(string? token)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Name"] = "An Intruder",
            ["Input.Code"] = "MB2-712",
            ["Input.EarnedOn"] = "2026-01-01",
            ["Input.On"] = "2026-01-01",
            ["Input.Measure"] = "crm-net-new-revenue",
            ["Input.Amount"] = "1",
            ["Input.Currency"] = "USD",
            ["Input.DefaultCurrency"] = "EUR",
            ["Input.Kind"] = "NewBusiness",
            ["Input.Version"] = "1",
            ["Employment.Version"] = "1",
            ["Employment.Added.Joined"] = "2026-01-01",
            ["followed"] = "cloud-crm",
            ["measure"] = "crm-net-new-revenue",
            ["month"] = "2026-04",
        };

        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return fields;
    }

    /// <summary>The page as it would be for everybody: without the token, the address and what was asked for.</summary>
    private static string Anonymous(Screen screen, string address) =>
        TokenValue().Replace(screen.Body, "token").Replace(Uri.EscapeDataString(address), "address", StringComparison.Ordinal).Replace(address, "address", StringComparison.Ordinal);

    private static async Task ShouldLookAlikeAsync(Visitor visitor, string foreign, string missing)
    {
        var (theirs, nobodys) = (await visitor.GetAsync(foreign), await visitor.GetAsync(missing));

        theirs.Status.ShouldBe(HttpStatusCode.NotFound, foreign);
        nobodys.Status.ShouldBe(HttpStatusCode.NotFound, missing);
        Anonymous(theirs, foreign).ShouldBe(Anonymous(nobodys, missing));

        var token = Token(await visitor.GetAsync("/"));

        foreach (var handler in new[] { "Save", "Delete", "Details", "Employment" })
        {
            var (posted, postedNobodys) = (
                await PostAsync(visitor, $"{foreign}?handler={handler}", token),
                await PostAsync(visitor, $"{missing}?handler={handler}", token));

            posted.Status.ShouldBe(postedNobodys.Status, $"{handler} {foreign}");
            ((int)posted.Status).ShouldBeInRange(400, 499, $"{handler} {foreign}");
            Anonymous(posted, foreign).ShouldBe(Anonymous(postedNobodys, missing));
        }
    }

    private async Task<IEnumerable<(PortalPage Page, string Address)>> PagesForAsync(Func<Audience, bool> audience)
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");

        return (await PortalPages.OfAsync(portal)).Where(page => audience(Declared[page.Name])).Select(page => (page, page.Address(records.RouteValues)));
    }

    /// <summary>What differs in every form: token and owner, both sealed.</summary>
    [GeneratedRegex("(?<= value=\")CfDJ8[^\"]*", RegexOptions.None, 1000)]
    private static partial Regex TokenValue();
}
