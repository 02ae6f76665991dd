using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>The entries of a measure, a trailing year at a time, latest month first. It shows what was entered; what counts is the assessment's to say.</summary>
internal sealed class IndexModel(
    PortalContext db,
    ProgramCalendar calendar,
    EntryChoices choices,
    StateZero stateZero,
    Formats formats,
    IStringLocalizer<PortalText> text) : PageModel
{
    private const int MonthsShown = 13;

    private static readonly Month EarliestShown = Month.Of(FactDays.Earliest).Add(MonthsShown);

    private static readonly Month LatestShown = Month.Of(FactDays.Latest).Add(-MonthsShown);

    private ProgramCatalog? program;

    internal enum MonthState
    {
        Reported,
        Zero,
        NotReported,
        Current,
        Ahead,
    }

    [BindProperty(Name = "measure", SupportsGet = true)]
    public string? MeasureKey { get; set; }

    /// <summary>The latest month shown.</summary>
    [BindProperty(SupportsGet = true)]
    public Month? Until { get; set; }

    public IReadOnlyList<MeasureDefinition> Measures { get; private set; } = [];

    public MeasureDefinition? Measure { get; private set; }

    public bool IsCount => Measure?.Kind == MeasureKind.Count;

    /// <summary>Nothing to report although something is followed: it asks for no figures.</summary>
    public bool FollowsWithoutMeasures { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<MonthOfEntries> Months { get; private set; } = [];

    public IReadOnlyList<Month> Unreported => [.. Months.Where(month => month.State == MonthState.NotReported).Select(month => month.Month)];

    public Month Earlier => Months[^1].Month.Previous;

    public Month Later => Latest.Add(MonthsShown);

    /// <summary>A month without room for facts before or after it is answered with the current one.</summary>
    private Month Latest => Until is { } until && until > EarliestShown && until < LatestShown ? until : Month.Of(calendar.Today);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostZeroAsync(Month? month, CancellationToken cancellationToken) =>
        month is { } stated ? StateAsync([stated], cancellationToken) : Task.FromResult<IActionResult>(NotFound());

    public async Task<IActionResult> OnPostAllZeroAsync(CancellationToken cancellationToken)
    {
        if (await FollowedMeasureAsync(cancellationToken) is null)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);

        return await StateAsync(Unreported, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Month? month, CancellationToken cancellationToken)
    {
        if (month is not { } withdrawn || await FollowedMeasureAsync(cancellationToken) is not { } measure)
        {
            return NotFound();
        }

        await stateZero.WithdrawAsync(measure.Key, withdrawn, cancellationToken);
        TempData["Message"] = text["Month.Withdrawn"].Value;

        return RedirectToPage("Index", pageHandler: null, new { measure = measure.Key, Until }, $"m-{withdrawn}");
    }

    /// <summary>Product, association and reference of an entry in a line.</summary>
    public string Describe(Entry entry) => string.Join(
        " · ",
        new[]
        {
            entry.Product is null ? null : program!.Product(entry.Product)?.Name.Shown() ?? entry.Product,
            entry.Association is null ? null : program!.Association(entry.Association)?.Name.Shown() ?? entry.Association,
            entry.Reference,
        }.OfType<string>());

    private async Task<IActionResult> StateAsync(IReadOnlyList<Month> months, CancellationToken cancellationToken)
    {
        if (await FollowedMeasureAsync(cancellationToken) is not { } measure)
        {
            return NotFound();
        }

        await stateZero.ExecuteAsync(measure.Key, months, cancellationToken);
        TempData["Message"] = (months is [var only] ? text["Month.StatedOne", formats.Month(only)] : text["Month.Stated"]).Value;

        return RedirectToPage("Index", new { measure = measure.Key, Until });
    }

    private async Task<MeasureDefinition?> FollowedMeasureAsync(CancellationToken cancellationToken) =>
        (await choices.MeasuresAsync(cancellationToken)).FirstOrDefault(measure => measure.Key == MeasureKey);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        program = await choices.ProgramAsync(cancellationToken);
        Measures = await choices.MeasuresAsync(cancellationToken);
        Measure = Measures.FirstOrDefault(measure => measure.Key == MeasureKey) ?? (Measures is [var first, ..] ? first : null);

        if (Measure is not { Key: var key })
        {
            FollowsWithoutMeasures = await db.FollowedCompetencies.AnyAsync(cancellationToken);

            return;
        }

        MeasureKey = key;
        var (from, until) = (Latest.Add(1 - MonthsShown).First, Latest.Last);
        var entries = await db.RevenueEntries
            .Where(entry => entry.Measure == key && entry.On >= from && entry.On <= until)
            .OrderByDescending(entry => entry.On)
            .ThenBy(entry => entry.Customer)
            .Select(entry => new Entry(
                entry.Id, entry.On, entry.Kind, entry.Amount, entry.Currency, entry.Customer, entry.Product, entry.Association, entry.Reference))
            .ToListAsync(cancellationToken);
        var zeros = await db.StatedZeros.Where(zero => zero.Measure == key).Select(zero => zero.Month).ToListAsync(cancellationToken);
        var byMonth = entries.ToLookup(entry => Month.Of(entry.On));

        Months = [.. Enumerable.Range(0, MonthsShown)
            .Select(back => Latest.Add(-back))
            .Select(month => new MonthOfEntries(month, StateOf(month, byMonth[month].Any(), zeros.Contains(month.First)), [.. byMonth[month]]))];
    }

    private MonthState StateOf(Month month, bool hasEntries, bool isZero)
    {
        var current = Month.Of(calendar.Today);

        return (hasEntries, isZero, month.CompareTo(current)) switch
        {
            (true, _, _) => MonthState.Reported,
            (_, true, _) => MonthState.Zero,
            (_, _, < 0) => MonthState.NotReported,
            (_, _, 0) => MonthState.Current,
            _ => MonthState.Ahead,
        };
    }

    internal sealed record MonthOfEntries(Month Month, MonthState State, IReadOnlyList<Entry> Entries);

    internal sealed record Entry(
        Guid Id,
        DateOnly On,
        RevenueKind Kind,
        decimal Amount,
        string? Currency,
        string? Customer,
        string? Product,
        string? Association,
        string? Reference)
    {
        public decimal SignedAmount => Kind == RevenueKind.Credit ? -Amount : Amount;
    }
}
