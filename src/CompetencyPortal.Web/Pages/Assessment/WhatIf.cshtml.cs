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
/// The form is posted, since it may hold more than an address can; only what differs from the facts goes into the address.
/// </summary>
internal sealed class WhatIfModel(
    PortalContext db, ReadAssessment read, ProgramCalendar calendar, CurrentUser user, AssessmentTexts texts, Formats formats, IStringLocalizer<PortalText> text) : PageModel
{
    /// <summary>Servers on the way may refuse longer ones.</summary>
    private const int LongestAddress = 4000;

    /// <summary>Digits of an amount at most.</summary>
    private const int LongestNumber = 18;

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

    /// <summary>What is supposed is too much for an address: it is shown, and cannot be shared.</summary>
    public bool IsTooLong { get; private set; }

    public Task<IActionResult> OnGetAsync(string competency, CancellationToken cancellationToken) => ShowAsync(competency, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string competency, CancellationToken cancellationToken)
    {
        var answer = await ShowAsync(competency, cancellationToken);

        if (answer is not PageResult || !ModelState.IsValid)
        {
            return answer;
        }

        var address = Url.Page("WhatIf", new { competency }) + Supposed().ToAddress(new WhatIfList(Search, At));
        IsTooLong = address.Length > LongestAddress;

        return IsTooLong ? answer : LocalRedirect(address);
    }

    private async Task<IActionResult> ShowAsync(string competency, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);

        if ((await read.FollowedAsync(user.OrganizationId, cancellationToken)).FirstOrDefault(each => each.Key == competency) is not { } followed
            || await read.ReadAsync(user.OrganizationId, cancellationToken) is not { } known)
        {
            return NotFound();
        }

        CheckDay();
        CheckAmounts(followed.VersionInForce(Day ?? calendar.Today) is { } version ? WhatIfFigure.Of(version, catalog.Program) : []);
        View = new WhatIfView(Supposed(), new WhatIfList(Search, At), known, catalog, followed, calendar.Today, texts);

        return Page();
    }

    /// <summary>The field of a figure.</summary>
    public static string FieldOf(WhatIfFigure figure) => $"a[{figure.Key}]";

    /// <summary>What stands in the field of a figure: as it was typed.</summary>
    public string? TypedOf(WhatIfFigure figure) => TypedIn(FieldOf(figure));

    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors is [var error, ..] ? error.ErrorMessage : null;

    /// <summary>Whether a number was refused that is longer than any that can be read.</summary>
    private bool IsLongNumber(string field) => ErrorOf(field) is not null && TypedIn(field)?.Count(char.IsDigit) > LongestNumber;

    private string? TypedIn(string field) => ModelState.TryGetValue(field, out var entry) ? entry.AttemptedValue : null;

    /// <summary>What is refused is not supposed.</summary>
    private void CheckDay()
    {
        if (Day is { } day && !FactDays.Contains(day))
        {
            ModelState.AddModelError("d", text["Validation.DayRange", formats.Day(FactDays.Earliest), formats.Day(FactDays.Latest)]);
            Day = null;
        }

    }

    /// <summary>What is refused is not supposed.</summary>
    private void CheckAmounts(IReadOnlyList<WhatIfFigure> figures)
    {
        foreach (var figure in figures)
        {
            var field = FieldOf(figure);
            var isRefused = Amounts.TryGetValue(figure.Key, out var amount) && amount is { } number && !figure.Takes(number);

            if (isRefused || IsLongNumber(field))
            {
                ModelState[field]?.Errors.Clear();
                ModelState.AddModelError(field, text[figure.CountsCustomers ? "WhatIf.Amount.Customers.Range" : "WhatIf.Amount.TooLarge"]);
                Amounts.Remove(figure.Key);
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
