using CompetencyPortal.Web.Demo;
using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>A person at the browser, and a list of what went wrong behind the person's back.</summary>
internal sealed class Visit
{
    private readonly List<string> problems = [];

    private Visit(IPage page, Look look)
    {
        Page = page;
        Look = look;
    }

    public IPage Page { get; }

    public Look Look { get; private set; }

    public IReadOnlyList<string> Problems => problems;

    public static async Task<Visit> OpenAsync(IBrowserContext context, Look look)
    {
        await context.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error(`Security policy: ${e.effectiveDirective} refused ${e.blockedURI} ${e.sample}`))");
        var visit = new Visit(await context.NewPageAsync(), look);
        visit.Listen();

        return visit;
    }

    public async Task SignInAsync(string email)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("[name='Input.Email']", email);
        await Page.FillAsync("[name='Input.Password']", DemoAccounts.Password);
        await Page.PressAsync("[name='Input.Password']", "Enter");
        await Page.WaitForSelectorAsync(".bar-user", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Opens a page and waits until it looks as it will stay.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        response.ShouldNotBeNull().Status.ShouldBe(status, path);
        await Page.EvaluateAsync("document.fonts.ready");
    }

    /// <summary>What a person reads in the first such place.</summary>
    public async Task<string> TextAsync(string selector)
    {
        return (await Page.Locator(selector).First.InnerTextAsync()).Trim();
    }

    /// <summary>Follows a link to another page.</summary>
    public async Task FollowAsync(string selector)
    {
        var here = Page.Url;
        await Page.Locator(selector).First.ClickAsync();
        await Page.WaitForURLAsync(url => url != here, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await Page.EvaluateAsync("document.readyState === 'loading' && new Promise(done => document.addEventListener('DOMContentLoaded', done))");
    }

    public async Task ResizeAsync(int width)
    {
        Look = Look with { Width = width };
        await Page.SetViewportSizeAsync(width, Page.ViewportSize!.Height);
    }

    /// <summary>For a test that planted the problems itself.</summary>
    public void Forgive()
    {
        problems.Clear();
    }

    private void Listen()
    {
        Page.PageError += (_, error) => problems.Add($"Script error: {error}");
        Page.Console += (_, message) => NoteConsole(message);
        Page.Response += (_, response) => NoteResponse(response);
    }

    private void NoteConsole(IConsoleMessage message)
    {
        // Chromium's own line about a failed request; the response says more.
        var isAboutResponse = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal);

        if (message.Type == "error" && !isAboutResponse)
        {
            problems.Add($"{message.Text} ({Page.Url})");
        }
    }

    private void NoteResponse(IResponse response)
    {
        // A page may say "not found"; no page fails, and nothing that a page needs is missing.
        var tolerated = response.Request.IsNavigationRequest ? 499 : 399;

        if (response.Status > tolerated)
        {
            problems.Add($"{response.Url} answered {response.Status}");
        }
    }
}
