using System.Net;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>Uses the portal as a browser without JavaScript does: keeps cookies, follows redirects, sends the forms that a page shows.</summary>
internal sealed class Visitor(HttpClient client) : IDisposable
{
    private const int MostRedirects = 5;

    public HttpClient Client => client;

    public async Task<Screen> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        return await SendAsync(request);
    }

    public async Task<Screen> SubmitAsync(Form form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Fields) };

        return await SendAsync(request);
    }

    /// <summary>Opens the page, fills its form with what is given, and sends it.</summary>
    /// <param name="handler">The page's handler that the form goes to; null where the page has one form.</param>
    public async Task<Screen> FillAsync(string address, string? handler, params (string Name, string Value)[] fields)
    {
        var screen = await GetAsync(address);
        screen.Status.ShouldBe(HttpStatusCode.OK, address);

        return await SubmitAsync(screen.Form(handler).With(fields));
    }

    public async Task SignInAsync(string email, string password)
    {
        var screen = await FillAsync("/account/sign-in", handler: null, ("Input.Email", email), ("Input.Password", password));
        screen.Path.ShouldNotBe("/account/sign-in", screen.Text);
    }

    public async Task SpeakAsync(string culture)
    {
        var form = (await GetAsync("/account/sign-in")).Form("Language");
        form.Set("culture", culture);
        await SubmitAsync(form);
    }

    /// <summary>Sends a request; where it is answered with a redirect, goes there.</summary>
    public async Task<Screen> SendAsync(HttpRequestMessage request)
    {
        var response = await client.SendAsync(request);

        for (var count = 0; count < MostRedirects && response.Headers.Location is { } location; count++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, location);
            response.Dispose();
            response = await client.GetAsync(next);
        }

        using (response)
        {
            return await Screen.ReadAsync(response);
        }
    }

    public void Dispose() => client.Dispose();
}
