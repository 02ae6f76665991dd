using System.Net;
using Microsoft.AspNetCore.HostFiltering;
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

/// <summary>Outside Development the portal speaks https, itself or through a trusted proxy, knows its own names, and refuses to run otherwise.</summary>
internal static partial class Transport
{
    private const int HttpsPortOfProxy = 443;

    /// <summary>What the check of the host takes for "every host".</summary>
    private static readonly string[] AnyHost = ["*", "0.0.0.0", "[::]"];

    public static void AddTransport(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ProxyOptions>().Bind(builder.Configuration.GetSection("Proxy"))
            .Validate(options => options.Addresses.All(address => IPAddress.TryParse(address, out _)), "Proxy:Addresses holds something that is no IP address.")
            .ValidateOnStart();
        builder.Services.AddOptions<HttpsRedirectionOptions>().Configure<IOptions<ProxyOptions>>(
            (redirection, proxy) => redirection.HttpsPort = proxy.Value.Addresses.Length > 0 ? HttpsPortOfProxy : redirection.HttpsPort);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) =>
        {
            // With nobody to believe the framework would believe everybody.
            var isBehindProxy = proxy.Value.Addresses.Length > 0;
            headers.ForwardedHeaders = isBehindProxy ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            Array.ForEach(proxy.Value.Addresses, address => headers.KnownProxies.Add(IPAddress.Parse(address)));
        });
        builder.AddHosts();
    }

    public static void UseSecureTransport(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseHttpsRedirection();
        app.Lifetime.ApplicationStarted.Register(() => RefuseInsecure(app));
    }

    /// <summary>Redirects and one-time links repeat the host of the request: only a name of the portal's own may stand there.</summary>
    private static void AddHosts(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<HostFilteringOptions>()
            .Configure(hosts => hosts.AllowEmptyHosts = false)
            .Validate(
                hosts => builder.Environment.IsDevelopment() || !hosts.AllowedHosts.Intersect(AnyHost, StringComparer.Ordinal).Any(),
                "AllowedHosts does not name the hosts under which the portal is reached, such as portal.example.com.")
            .ValidateOnStart();

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
