using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Security;

/// <summary>
/// Finds out why a form came without a good token. One that is too large is answered so. One that a page of the portal sent, and
/// that was made for whoever sends it, is offered again: all the error page then needs is that person's consent. Everything else
/// might be another site's, and gets nothing to press.
/// </summary>
internal sealed class RefusedForms(FormOwner owner, IOptions<AntiforgeryOptions> antiforgery) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.Request.HasFormContentType)
        {
            context.Result = new StatusCodeResult(await RefuseAsync(context.HttpContext));
        }

        await next();
    }

    private async Task<int> RefuseAsync(HttpContext http)
    {
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);

            if (IsFromOwnPage(http.Request) && owner.Made(form[FormOwner.Field].ToString()))
            {
                http.Features.Set(PostedForm.Of(http.Request, form, antiforgery.Value.FormFieldName));
            }

            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>Browsers say where a request comes from, in headers that no script can write; old ones say it by the origin alone.</summary>
    private static bool IsFromOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
