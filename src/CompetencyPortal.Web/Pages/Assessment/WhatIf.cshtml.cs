using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Assessment;

/// <summary>
/// A what-if: what is supposed stands in the address, so that it can be shared and the back button works; nothing is saved.
/// Only what differs from the facts is sent.
/// </summary>
internal sealed class WhatIfModel(
    PortalContext db, ReadAssessment read, ProgramCalendar calendar, CurrentUser user, AssessmentText explain, Formats formats, IStringLocalizer<PortalText> text) : PageModel
{
    [BindProperty(Name = "p", SupportsGet = true)]
    public List<string> Passes { get; set; } = [];

    [BindProperty(Name = "l", SupportsGet = true)]
    public List<string> Leavers { get; set; } = [];

    [BindProperty(Name = "f", SupportsGet = true)]
    public List<string> Flags { get; set; } = [];

    [BindProperty(Name = "a", SupportsGet = true)]
    public Dictionary<string, decimal?> Amounts { get; set; } = [];

    [BindProperty(Name = "d", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Option { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The page of the list of people.</summary>
    [BindProperty(Name = "at", SupportsGet = true)]
    public int At { get; set; } = 1;

    public WhatIfView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);

        if ((await read.FollowedAsync(user.OrganizationId, cancellationToken)).FirstOrDefault(each => each.Key == competency) is not { } followed
            || await read.ReadAsync(user.OrganizationId, cancellationToken) is not { } known)
        {
            return NotFound();
        }

        Check();
        View = new WhatIfView(Supposed(), new WhatIfList(Search, At), known, catalog, followed, calendar.Today, explain);

        return Page();
    }

    /// <summary>The field of a figure.</summary>
    public static string FieldOf(WhatIfFigure figure) => $"a[{figure.Key}]";

    /// <summary>What stands in the field of a figure: as it was typed.</summary>
    public string? TypedOf(WhatIfFigure figure) => ModelState.TryGetValue(FieldOf(figure), out var entry) ? entry.AttemptedValue : null;

    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors is [var error, ..] ? error.ErrorMessage : null;

    /// <summary>What is refused is not supposed.</summary>
    private void Check()
    {
        if (Day is { } day && !FactDays.Contains(day))
        {
            ModelState.AddModelError("d", text["Validation.DayRange", formats.Day(FactDays.Earliest), formats.Day(FactDays.Latest)]);
            Day = null;
        }

        foreach (var (key, amount) in Amounts)
        {
            if (amount is { } number && !RevenueEntry.IsAmount(Math.Abs(number)))
            {
                ModelState.AddModelError($"a[{key}]", text["WhatIf.Amount.TooLarge"]);
                Amounts[key] = null;
            }
        }
    }

    private WhatIfQuery Supposed() => new()
    {
        Passes = [.. Passes.OfType<string>()],
        Leavers = [.. Leavers.OfType<string>()],
        Flags = [.. Flags.OfType<string>()],
        Amounts = Amounts,
        Day = Day,
        Option = Option,
    };
}
