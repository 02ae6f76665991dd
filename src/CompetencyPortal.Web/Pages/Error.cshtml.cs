using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages;

/// <summary>What a person reads instead of the page: not found, not allowed, unreadable, or broken.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "Error";

    public string? Reference { get; private set; }

    /// <summary>
    /// The page has no handlers: it answers whatever method the request had that it stands in for. The status comes from the
    /// route: an unreadable form would fail again if anything were bound from it.
    /// </summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var isFailure = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var status = int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var given) ? given : 404;

        (Kind, Response.StatusCode) = (isFailure, status) switch
        {
            (true, _) => ("Error", 500),
            (_, 403) => ("Error.Denied", 403),
            (_, >= 400 and < 500 and not 404 and not 405) => ("Error.BadRequest", status),
            (_, 405) => ("Error.NotFound", 405),
            _ => ("Error.NotFound", 404),
        };
        Reference = isFailure ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;
    }
}
