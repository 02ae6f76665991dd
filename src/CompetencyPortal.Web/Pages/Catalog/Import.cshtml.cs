using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Standings;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Catalog;

/// <summary>A catalog document is looked at first: what is wrong with it, or what it would change. Then exactly that is imported.</summary>
[RequestSizeLimit(MostBytesOfRequest)]
internal sealed class ImportModel(
    CatalogImport import, CatalogDifferenceText difference, StandingsProgress progress, IStringLocalizer<PortalText> text) : PageModel
{
    /// <summary>A file, the text beside it, and a second character for each of its line ends.</summary>
    private const int MostBytesOfRequest = 4 * CatalogUpload.LengthLimit;

    [BindProperty]
    public string? Document { get; set; }

    /// <summary>That the preview was made against; null where there was none.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    public IReadOnlyList<CatalogError> Errors { get; private set; } = [];

    /// <summary>Null where nothing was looked at, or where it cannot be imported.</summary>
    public CatalogPreview? Preview { get; private set; }

    /// <summary>Another document came into force between preview and import.</summary>
    public bool IsOutrun { get; private set; }

    /// <summary>What is new, under the key of its heading.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> News { get; private set; } = [];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        var upload = await CatalogUpload.ReadAsync(file, Document, cancellationToken);

        return await ShowAsync(upload, cancellationToken);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken)
    {
        var upload = CatalogUpload.Typed(Document);

        if (upload.Text is not { } document)
        {
            return await ShowAsync(upload, cancellationToken);
        }

        var outcome = await import.ImportAsync(document, Revision, cancellationToken);

        if (outcome.Errors.Count > 0 || outcome.IsOutrun)
        {
            IsOutrun = outcome.IsOutrun;

            return await ShowAsync(upload, cancellationToken);
        }

        TempData["Message"] = text["Import.Done", outcome.Revision ?? 0].Value;

        return RedirectToPage("Index", new { of = await progress.StartAsync(cancellationToken) });
    }

    private async Task<IActionResult> ShowAsync(CatalogUpload upload, CancellationToken cancellationToken)
    {
        ModelState.Clear();

        if (upload.Text is not { } document)
        {
            ModelState.AddModelError(nameof(Document), text[upload.Problem!]);

            return Page();
        }

        Document = document;
        var preview = await import.PreviewAsync(document, cancellationToken);
        Errors = preview.Errors;

        if (preview.Difference is { } found)
        {
            Preview = preview;
            Revision = preview.Revision;
            News = [.. NewsOf(preview, found).Where(part => part.Lines.Count > 0)];
        }

        return Page();
    }

    private IEnumerable<(string Heading, IReadOnlyList<string> Lines)> NewsOf(CatalogPreview preview, CatalogDifference found) =>
    [
        ("Import.Rules", [.. difference.Competencies(found), .. difference.Versions(found)]),
        ("Import.Credentials", [.. difference.Credentials(preview)]),
        ("Import.Others", [.. difference.Others(found)]),
    ];
}
