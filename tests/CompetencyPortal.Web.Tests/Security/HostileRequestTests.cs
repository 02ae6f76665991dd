using System.Net.Http.Headers;
using System.Text;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>What a partner admin sends.</summary>
public sealed class HostileAdminTests() : HostileRequestTests(DemoAccounts.ContosoAdmin.Email);

/// <summary>What a program manager sends.</summary>
public sealed class HostileProgramManagerTests() : HostileRequestTests(DemoAccounts.ProgramManager.Email);

/// <summary>No request makes an error of ours: whatever is sent is answered below 500.</summary>
public abstract class HostileRequestTests(string email) : IAsyncLifetime
{
    /// <summary>As they stand in a form's body, percent signs and all.</summary>
    private static readonly string[] Values =
    [
        "", "%20", "null", "undefined", "true%2Cfalse", "on", "-1", "0", "2147483648", "-9223372036854775809", "9223372036854775807", "1e400", "NaN",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%27%3B+DROP+TABLE+Employees%3B--", "%25s%25n", "..%2F..%2Fetc%2Fpasswd", "%00", "%FF%FE", "%ED%A0%80", "%", "%u0041",
        "00000000-0000-0000-0000-000000000000", "not-a-guid", "0001-01-01", "9999-12-31", "0001-01", "9999-12", "1949-12", "2026-02-30", "%E5%B9%B3%E6%88%9099%E5%B9%B41%E6%9C%881%E6%97%A5", "%7B%7D", "%5B%5D",
        "%F0%9F%98%80", "%E2%80%AE", "%0D%0ASet-Cookie%3A+x%3Dy", "https%3A%2F%2Felsewhere.example", new('x', 20_000),
    ];

    private readonly PortalFactory _portal = new();

    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _visitor = _portal.Visit();
        await _visitor.SignInAsync(email, DemoAccounts.Password);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Every_field_of_every_form_takes_every_value()
    {
        foreach (var form in await FormsAsync())
        {
            foreach (var name in form.Names.Append("take").Append("month").Where(name => !IsToken(name)).ToList())
            {
                await PostAllAsync(form, name);
            }
        }

        ShouldHaveLoggedNoError();
    }

    [Fact]
    public async Task Every_handler_takes_every_value_in_all_fields_at_once()
    {
        foreach (var form in await FormsAsync())
        {
            foreach (var value in Values)
            {
                await PostAsync(form.Action.PathAndQuery, string.Join('&', form.Fields.Select(field => Pair(field, IsToken(field.Key) ? null : value))));
            }
        }

        ShouldHaveLoggedNoError();
    }

    [Fact]
    public async Task Every_part_of_an_address_takes_every_value()
    {
        foreach (var address in await AddressesAsync())
        {
            foreach (var value in Values.Where(value => value is not ("%" or "%u0041" or "%00") && value.Length < 2000))
            {
                await GetAsync(address.Replace("{}", value, StringComparison.Ordinal));
            }
        }

        ShouldHaveLoggedNoError();
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    [InlineData("MADEUP")]
    public async Task Every_page_takes_every_method(string method)
    {
        var records = await KnownRecords.OfAsync(_portal, "Contoso");

        foreach (var page in await PortalPages.OfAsync(_portal))
        {
            var address = page.Address(records.RouteValues);
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var response = await _visitor.Client.SendAsync(request);

            ShouldBeAnswered(response, $"{method} {address}");
        }

        ShouldHaveLoggedNoError();
    }

    [Fact]
    public async Task Every_page_takes_made_up_handlers()
    {
        var records = await KnownRecords.OfAsync(_portal, "Contoso");
        var token = (await _visitor.GetAsync("/")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var page in await PortalPages.OfAsync(_portal))
        {
            foreach (var handler in new[] { "Nope", "Get", "", "Details,Details", "%00", new string('h', 3000) })
            {
                var address = $"{page.Address(records.RouteValues)}?handler={handler}";
                await GetAsync(address);
                await PostAsync(address, $"__RequestVerificationToken={Uri.EscapeDataString(token)}");
            }
        }

        ShouldHaveLoggedNoError();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "&&&=&=x&%=%&Input.Name=a&Input.Name=b&Input.Name[0]=c&Input[Name]=d&Input.Name.Length=1")]
    [InlineData("application/json", "{\"Input\":{\"Name\":\"x\"}}")]
    [InlineData("application/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Input.Name\"\r\n\r\nnever ended")]
    [InlineData("text/plain", "hello")]
    public async Task A_form_takes_every_kind_of_body(string contentType, string body)
    {
        foreach (var address in new[] { "/people/add", "/revenue/entry?handler=Save", "/organization?handler=Follow", "/account/sign-in", "/preferences?handler=Language", "/error/404", "/nowhere" })
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            using var response = await _visitor.Client.PostAsync(address, content);

            ShouldBeAnswered(response, $"{contentType} to {address}");
        }

        ShouldHaveLoggedNoError();
    }

    [Fact]
    public async Task A_form_with_too_many_or_too_long_fields_is_refused()
    {
        var form = new Form((await _visitor.GetAsync("/")).Forms.First());
        var token = string.Join('&', form.Fields.Where(field => IsToken(field.Key)).Select(field => Pair(field, value: null)));

        await PostAsync("/people/add", $"{token}&{string.Join('&', Enumerable.Range(0, 1100).Select(number => $"f{number}=1"))}");
        await PostAsync("/people/add", $"{token}&{new string('k', 3000)}=1");
        await PostAsync("/people/add", $"{token}&Input.Name={new string('v', 5_000_000)}");
        await PostAsync("/organization?handler=Follow", $"{token}&{string.Join('&', Enumerable.Range(0, 1000).Select(number => $"followed={number}"))}");
        await PostAsync($"/people/1?handler=Employment", $"{token}&Employment.Version=1&{string.Join('&', Enumerable.Range(0, 500).Select(number => $"Employment.Periods[{number}].Joined=2020-01-01"))}");

        ShouldHaveLoggedNoError();
    }

    [Theory]
    [InlineData("Cookie", "portal=rubbish; portal-form=rubbish; theme=\"><script>; .AspNetCore.Culture=c=xx|uic=yy; .AspNetCore.Mvc.CookieTempDataProvider=rubbish")]
    [InlineData("Cookie", ".AspNetCore.Culture=c=zz-ZZ-rubbish-culture-name-that-is-long|uic=invariant")]
    [InlineData("Accept-Language", "xx;q=rubbish, ;;;, ja;q=9, *")]
    [InlineData("Accept-Language", "ja-JP-u-ca-japanese,tlh;q=0.5")]
    [InlineData("X-Forwarded-For", "rubbish")]
    [InlineData("Range", "bytes=9999999-")]
    public async Task Every_page_takes_rubbish_in_headers(string header, string value)
    {
        using var visitor = _portal.Visit();

        foreach (var address in new[] { "/", "/account/sign-in", "/people", "/error/404", "/favicon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
            using var response = await visitor.Client.SendAsync(request);

            ShouldBeAnswered(response, $"{header} to {address}");
        }
    }

    /// <summary>Whatever is wrong with these, the form is not even read.</summary>
    private static bool IsToken(string name) => name is "__RequestVerificationToken" or FormOwner.Field;

    private static string Pair(KeyValuePair<string, string> field, string? value) => $"{Uri.EscapeDataString(field.Key)}={value ?? Uri.EscapeDataString(field.Value)}";

    private void ShouldBeAnswered(HttpResponseMessage response, string request) =>
        ((int)response.StatusCode).ShouldBeLessThan(500, $"{request[..Math.Min(request.Length, 500)]} {_portal.Log.Errors.LastOrDefault()}");

    private void ShouldHaveLoggedNoError() => _portal.Log.Errors.ShouldBeEmpty();

    private async Task PostAllAsync(Form form, string name)
    {
        foreach (var value in Values)
        {
            var others = form.Fields.Where(field => field.Key != name).Select(field => Pair(field, value: null));
            await PostAsync(form.Action.PathAndQuery, string.Join('&', others.Append($"{Uri.EscapeDataString(name)}={value}")));
        }
    }

    private async Task PostAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await _visitor.Client.PostAsync(address, content);

        ShouldBeAnswered(response, $"POST {address} {body}");
    }

    private async Task GetAsync(string address)
    {
        using var response = await _visitor.Client.GetAsync(address);

        ShouldBeAnswered(response, $"GET {address}");
    }

    /// <summary>Every form of every page but those that end what the others need: signing out and deleting.</summary>
    private async Task<IReadOnlyList<Form>> FormsAsync()
    {
        await PracticeCatalog.FollowAsync(_portal, "Contoso");
        var records = await KnownRecords.OfAsync(_portal, "Contoso");
        var forms = new Dictionary<string, Form>(StringComparer.Ordinal);

        var account = await _portal.InDatabaseAsync(db => db.Users.Where(user => user.Email == DemoAccounts.FabrikamAdmin.Email).Select(user => user.Id).SingleAsync());
        string[] others = [$"/people/{records.Person}/pass", "/revenue/entry", $"/admin/organizations/{records.Organization}", $"/admin/users/{account}"];

        foreach (var address in (await PortalPages.OfAsync(_portal)).Select(page => page.Address(records.RouteValues)).Concat(others))
        {
            foreach (var form in (await _visitor.GetAsync(address)).Forms.Where(form => form.Method == "post").Select(form => new Form(form)))
            {
                forms.TryAdd(form.Action.PathAndQuery, form);
            }
        }

        return [.. forms.Where(form => !form.Key.Contains("Delete", StringComparison.Ordinal) && !form.Key.Contains("sign-out", StringComparison.Ordinal)).Select(form => form.Value).OrderBy(form => form.Action.Query.Contains("Follow", StringComparison.Ordinal))];
    }

    /// <summary>Addresses with a hole for the value: in each part of each route, and in each name that a query can have.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var records = await KnownRecords.OfAsync(_portal, "Contoso");
        var pages = await PortalPages.OfAsync(_portal);
        var routed = from page in pages
                     from part in records.RouteValues.Keys
                     where page.Template.Contains($"{{{part}", StringComparison.Ordinal)
                     select page.Address(new Dictionary<string, string>(records.RouteValues, StringComparer.Ordinal) { [part] = "{}" });
        string[] queries = ["q", "p", "measure", "month", "until", "show", "option", "code", "returnUrl", "take", "Input.Name", "Number", "Pass", "Id", "role", "state", "orphaned", "organization", "token"];
        var asked = from page in pages
                    select $"{page.Address(records.RouteValues)}?{string.Join('&', queries.Select(query => $"{query}={{}}"))}";
        string[] single =
        [
            "/people?q={}", "/people?p={}", "/revenue?measure={}", "/revenue?until={}", "/revenue/entry?measure={}", "/revenue/entry?month={}",
            "/assessment/cloud-crm?show={}", "/assessment/cloud-crm?option={}", "/account/sign-in?returnUrl={}", $"/people/{records.Person}/pass?code={{}}",
        ];

        return [.. routed, .. asked, .. single];
    }
}
