using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Security;

/// <summary>How many requests a minute are answered.</summary>
internal sealed class RateLimits
{
    /// <summary>Of one signed-in user, or of one network address that is not signed in.</summary>
    public int Requests { get; set; } = 300;

    /// <summary>That carry a password or a secret link, of one network address.</summary>
    public int SignIns { get; set; } = 60;
}

/// <summary>How much and how often one may send.</summary>
internal static class RequestLimits
{
    /// <summary>Name of the policy for pages that take a password from whoever comes.</summary>
    public const string SignIns = "SignIns";

    private const long MostBytesOfBody = 1024 * 1024;

    /// <summary>The first bytes of an IPv6 address name the network; its owner has all addresses in it.</summary>
    private const int BytesOfNetwork = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfBody;
        });

        builder.Services.AddOptions<RateLimits>().Bind(builder.Configuration.GetSection("RateLimits"))
            .Validate(limits => limits is { Requests: > 0, SignIns: > 0 }, "RateLimits holds a number that is not positive.")
            .ValidateOnStart();
        builder.Services.AddRateLimiter();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimits>>((limiter, limits) => Configure(limiter, limits.Value));
    }

    private static void Configure(RateLimiterOptions limiter, RateLimits limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
            http => IsErrorPage(http) ? Unlimited() : PerMinute(UserOrNetwork(http), limits.Requests));
        limiter.AddPolicy(SignIns, http => HttpMethods.IsPost(http.Request.Method) ? PerMinute(Network(http), limits.SignIns) : Unlimited());
    }

    private static RateLimitPartition<string> Unlimited() => RateLimitPartition.GetNoLimiter(string.Empty);

    private static RateLimitPartition<string> PerMinute(string sender, int limit) => RateLimitPartition.GetFixedWindowLimiter(
        sender, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Window });

    /// <summary>The page that is shown for a request that was counted already.</summary>
    private static bool IsErrorPage(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string UserOrNetwork(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Network(http);

    /// <summary>One of 65,536 numbers, so that no flood of addresses fills the memory. Which addresses share one, nobody outside can tell.</summary>
    private static string Network(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        var hash = default(HashCode);
        hash.AddBytes(bytes.AsSpan(0, Math.Min(bytes.Length, BytesOfNetwork)));

        return $"network {hash.ToHashCode() & ushort.MaxValue}";
    }
}
