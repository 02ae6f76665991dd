using System.Diagnostics;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>One line a request: method, route template (never the values in it), status and milliseconds.</summary>
internal sealed partial class RequestLogging(RequestDelegate next, ILogger<RequestLogging> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);

        var route = context.GetEndpoint() is RouteEndpoint endpoint ? "/" + endpoint.RoutePattern.RawText?.TrimStart('/') : "(none)";
        RequestAnswered(context.Request.Method, route, context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} was answered {Status} in {Milliseconds:F1} ms.")]
    private partial void RequestAnswered(string method, string route, int status, double milliseconds);
}
