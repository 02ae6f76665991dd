using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CompetencyPortal.Data;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>A portal, and what tests of accounts do again and again.</summary>
public sealed class AccountsPortal : PortalFactory
{
    public const string Password = "four words make sense";

    internal Task<Visitor> ProgramManagerAsync() => SignInAsync(DemoAccounts.ProgramManager);

    internal Task<Guid> OrganizationAsync(string name) => InDatabaseAsync(db => db.Organizations.Where(one => one.Name.StartsWith(name)).Select(one => one.Id).SingleAsync());

    internal Task<User?> UserAsync(string email) => InDatabaseAsync(db => db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Email == email));

    internal Task<ListedAccount> AccountAsync(string email) => InDatabaseAsync(db => db.Accounts().SingleAsync(account => account.Email == email));

    internal async Task<string> PageOfAsync(string email) => $"/admin/users/{(await AccountAsync(email)).Id}";

    /// <summary>Invites somebody as the program manager, and answers with the link.</summary>
    internal static async Task<string> InviteAsync(Visitor manager, string email, string role, Guid? organization = null)
    {
        var screen = await manager.FillAsync(
            "/admin/users/invite",
            handler: null,
            ("Input.Name", $"Owner of {email}"),
            ("Input.Email", email),
            ("Input.Role", role),
            ("Input.OrganizationId", organization?.ToString() ?? string.Empty));

        return LinkOn(screen) ?? throw new InvalidOperationException(screen.Text);
    }

    /// <summary>The same, and the invited person is in.</summary>
    internal async Task<Visitor> WelcomeAsync(Visitor manager, string email, string role, Guid? organization = null)
    {
        var visitor = Visit();
        var screen = await visitor.FillAsync(await InviteAsync(manager, email, role, organization), handler: null, ("Input.Password", Password));
        screen.Document.QuerySelector(".bar-user").ShouldNotBeNull(screen.Text);

        return visitor;
    }

    /// <summary>The one-time link that the page shows, without the host.</summary>
    internal static string? LinkOn(Screen screen) =>
        screen.Document.QuerySelector("#one-time-link")?.GetAttribute("value") is { } link ? new Uri(link).PathAndQuery : null;

    /// <summary>The form that a button of the value belongs to, as if the button was pressed.</summary>
    internal static Form Pressed(Screen screen, string handler, string name, Guid value)
    {
        var form = screen.Document.QuerySelectorAll<IHtmlFormElement>("main form")
            .First(each => each.Action.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase));

        return new Form(form).With((name, value.ToString()));
    }

    /// <summary>Posts to a handler whose form the page does not show.</summary>
    internal static async Task<Screen> ForgeAsync(Visitor visitor, string address, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.GetAsync("/")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var values = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values) };

        return await visitor.SendAsync(request);
    }
}
