using CompetencyPortal.Web.Features.Accounts;

namespace CompetencyPortal.Web.Security;

/// <summary>While nobody has an account, every page leads to the setup.</summary>
internal sealed class FirstVisit(RequestDelegate next, SetupToken token)
{
    public Task InvokeAsync(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()?.ViewEnginePath;

        if (!token.IsOpen || page is null or "/Account/Setup" or "/Preferences" or "/Error")
        {
            return next(context);
        }

        context.Response.Redirect("/setup");

        return Task.CompletedTask;
    }
}
