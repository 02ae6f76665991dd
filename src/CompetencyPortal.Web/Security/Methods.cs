using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Security;

/// <summary>Only methods that exist: another one gets 405 with those that do, and 404 where there is nothing, before anybody is asked to sign in.</summary>
internal static class Methods
{
    private static readonly HttpMethodMetadata OfPages = new([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]);

    /// <summary>The error page takes all: it stands in for whatever was refused.</summary>
    public static void TakeKnownMethods(this PageActionEndpointConventionBuilder pages) => pages.Add(page =>
    {
        if (page.Metadata.OfType<PageActionDescriptor>().All(one => one.ViewEnginePath != "/Error"))
        {
            page.Metadata.Add(OfPages);
        }
    });

    public static void UseMethodsThatExist(this IApplicationBuilder app) => app.Use((context, next) => context.GetEndpoint() switch
    {
        null when !OfPages.HttpMethods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase) => NotFoundAsync(context),
        // Routing's own answer: what is mapped is a RouteEndpoint.
        { RequestDelegate: { } refuse } and not RouteEndpoint => refuse(context),
        _ => next(context),
    });

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return Task.CompletedTask;
    }
}
