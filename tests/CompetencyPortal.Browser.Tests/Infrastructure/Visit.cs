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
        await GoAsync("/account/sign-in");
        await Page.FillAsync("[name='Input.Email']", email);
        await Page.FillAsync("[name='Input.Password']", DemoAccounts.Password);
        await EnterAsync("[name='Input.Password']");
        await Page.WaitForSelectorAsync(".bar-user", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Opens a page and waits until it looks as it will stay.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path);
        response.ShouldNotBeNull().Status.ShouldBe(status, path);
        await SettleAsync();
    }

    /// <summary>What a person reads in the first such place.</summary>
    public async Task<string> TextAsync(string selector)
    {
        return (await Page.Locator(selector).First.InnerTextAsync()).Trim();
    }

    /// <summary>What a person reads in all such places, once there is one.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string selector)
    {
        await Page.WaitForSelectorAsync(selector);

        return await Page.Locator(selector).AllInnerTextsAsync();
    }

    /// <summary>Clicks the first such link or form's button, and waits until the page it leads to looks as it will stay.</summary>
    public Task FollowAsync(string selector)
    {
        return LeaveAsync(() => Page.ClickAsync(selector));
    }

    /// <summary>The same by Enter in a form's field.</summary>
    public Task EnterAsync(string selector)
    {
        return LeaveAsync(() => Page.PressAsync(selector, "Enter"));
    }

    /// <summary>The same for the address where the visit is.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await SettleAsync();
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

    /// <summary>A form may answer at its own address, and much as before: only a mark on the document that is left tells it from the next one.</summary>
    private async Task LeaveAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await act();
        await Page.WaitForSelectorAsync("html:not([data-left])", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await SettleAsync();
    }

    /// <summary>Waits for the pictures and the fonts.</summary>
    private async Task SettleAsync()
    {
        await Page.EvaluateAsync(
            """
            async () => {
              document.readyState === 'complete' || await new Promise(done => addEventListener('load', done));
              await document.fonts.ready;
            }
            """);
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
