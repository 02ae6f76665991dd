using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages;

/// <summary>What a person reads instead of the page: not found, not allowed, unreadable, or broken.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "Error";

    public string? Reference { get; private set; }

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        (Kind, Response.StatusCode) = status switch
        {
            404 or 405 => ("Error.NotFound", status.Value),
            403 => ("Error.Denied", 403),
            >= 400 and < 500 => ("Error.BadRequest", status.Value),
            _ => ("Error", 500),
        };
        Reference = Kind == "Error" ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;
    }
}
