using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Answers what no handler of the page takes, such as a made-up handler name or another method. Razor Pages would show the page
/// without having loaded anything. The error page has no handlers on purpose.
/// </summary>
internal sealed class HandledRequestsOnly : IPageFilter
{
    public static void ApplyTo(PageApplicationModel page)
    {
        if (page.ViewEnginePath != "/Error")
        {
            page.Filters.Add(new HandledRequestsOnly());
        }
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing is decided before binding.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
        {
            var method = context.HttpContext.Request.Method;
            var isKnown = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method);
            context.Result = new StatusCodeResult(isKnown ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing is left to do.
    }
}
