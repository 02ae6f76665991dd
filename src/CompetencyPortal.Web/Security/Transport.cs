using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Security;

internal sealed class ProxyOptions
{
    /// <summary>Addresses of the proxies whose forwarded scheme and address are believed.</summary>
    public string[] Addresses { get; set; } = [];
}

/// <summary>Outside Development the portal speaks https, itself or through a trusted proxy, and refuses to run otherwise.</summary>
internal static partial class Transport
{
    private const int HttpsPortOfProxy = 443;

    public static void AddTransport(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ProxyOptions>().Bind(builder.Configuration.GetSection("Proxy"))
            .Validate(options => options.Addresses.All(address => IPAddress.TryParse(address, out _)), "Proxy:Addresses holds something that is no IP address.")
            .ValidateOnStart();
        builder.Services.AddOptions<HttpsRedirectionOptions>().Configure<IOptions<ProxyOptions>>(
            (redirection, proxy) => redirection.HttpsPort = proxy.Value.Addresses.Length > 0 ? HttpsPortOfProxy : redirection.HttpsPort);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            Array.ForEach(proxy.Value.Addresses, address => headers.KnownProxies.Add(IPAddress.Parse(address)));
        });
    }

    public static void UseSecureTransport(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseHttpsRedirection();
        app.Lifetime.ApplicationStarted.Register(() => RefuseInsecure(app));
    }

    private static void RefuseInsecure(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var isSecure = addresses.Any(address => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

        if (!isSecure && app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Addresses.Length == 0)
        {
            NotSecure(app.Logger);
            Environment.ExitCode = 1;
            app.Lifetime.StopApplication();
        }
    }

    [LoggerMessage(LogLevel.Critical, "The portal listens on plain http only. Give it an https address with a certificate, or name the proxy that ends https in Proxy:Addresses.")]
    private static partial void NotSecure(ILogger logger);
}
