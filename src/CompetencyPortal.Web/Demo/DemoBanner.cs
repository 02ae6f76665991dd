using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CompetencyPortal.Web.Demo;

/// <summary>Prints where the demo is and how to get in, on lines of their own, once the portal listens.</summary>
internal static class DemoBanner
{
    public static void PrintWhenStarted(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

        foreach (var address in addresses)
        {
            Console.WriteLine($"Portal: {address}");
        }

        foreach (var account in DemoAccounts.All)
        {
            Console.WriteLine($"Account: {account.Email} ({account.Role})");
        }

        Console.WriteLine($"Password: {DemoAccounts.Password}");
    });
}
