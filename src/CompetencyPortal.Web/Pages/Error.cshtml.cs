using System.Diagnostics;
using System.Globalization;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages;

/// <summary>What a person reads instead of the page: not found, not allowed, too much, unreadable, sent too late, or broken.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "Error";

    public string? Reference { get; private set; }

    /// <summary>What was typed, where it can be sent again.</summary>
    public PostedForm? Form { get; private set; }

    /// <summary>
    /// The page has no handlers: it answers whatever method the request had that it stands in for. The status comes from the
    /// route: an unreadable form would fail again if anything were bound from it.
    /// </summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var isFailure = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var status = int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var given) ? given : 404;

        Form = HttpContext.Features.Get<PostedForm>();
        (Kind, Response.StatusCode) = (isFailure, status) switch
        {
            (true, _) => ("Error", 500),
            (_, 400) when Form is not null => ("Error.Expired", 400),
            (_, 403) => ("Error.Denied", 403),
            (_, 413) => ("Error.TooLarge", 413),
            (_, 429) => ("Error.TooMany", 429),
            (_, >= 400 and < 500 and not 404 and not 405) => ("Error.BadRequest", status),
            (_, 405) => ("Error.NotFound", 405),
            _ => ("Error.NotFound", 404),
        };
        Reference = isFailure ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;
        // Here already: Razor Pages has an answer of its own to OPTIONS.
        context.Result = Page();
    }
}
