using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Answers what no handler of the page takes, such as a made-up handler name, or a form where there is none. Razor Pages would
/// show the page without having loaded anything. The error page has no handlers on purpose.
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
            context.Result = new StatusCodeResult(IsPostToNoForm(context) ? Refuse(context.HttpContext.Response) : StatusCodes.Status404NotFound);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing is left to do.
    }

    private static bool IsPostToNoForm(PageHandlerExecutingContext context) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && context.ActionDescriptor.HandlerMethods.All(handler => handler.HttpMethod != "Post");

    private static int Refuse(HttpResponse response)
    {
        response.Headers.Allow = "GET, HEAD";

        return StatusCodes.Status405MethodNotAllowed;
    }
}
