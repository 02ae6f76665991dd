using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>One revenue entry: a new one, or one to correct or delete.</summary>
internal sealed class EntryModel(
    PortalContext db,
    ProgramCalendar calendar,
    EntryChoices choices,
    SaveRevenueEntry save,
    RemoveRevenueEntry remove,
    CostOfFigures cost,
    CurrentUser user,
    ChangeHistory changes,
    MissingRates missing,
    Formats formats,
    IValidator<SaveRevenueEntry.Command> validator,
    IStringLocalizer<PortalText> text) : PageModel, IHasConflict
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public SaveRevenueEntry.Command Input { get; set; } = new();

    /// <summary>Where the history goes on; null begins with the newest change.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>Null for an entry that is not there yet.</summary>
    public HistoryView? History { get; private set; }

    /// <summary>That the entry as it is stored cannot be converted; null where it can.</summary>
    public string? Unconverted { get; private set; }

    public ConflictReport? Conflict { get; private set; }

    /// <summary>Of the competencies followed: those that a new entry can be of.</summary>
    public IReadOnlyList<MeasureDefinition> Measures { get; private set; } = [];

    public MeasureDefinition? Measure { get; private set; }

    public bool IsCount => Measure?.Kind == MeasureKind.Count;

    /// <summary>Each entry is a customer by name; there is no number to enter.</summary>
    public bool CountsCustomers { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Currencies { get; private set; } = [];

    /// <summary>Null where the catalog declares no list: then any text goes. Empty where no requirement looks at it.</summary>
    public IReadOnlyList<SelectListItem>? Products { get; private set; }

    public IReadOnlyList<SelectListItem>? Associations { get; private set; }

    /// <summary>What the number is called: an amount, or what is counted.</summary>
    public string NumberLabel
    {
        get
        {
            var key = IsCount ? $"Unit.{Measure!.Unit}.Number" : "Entry.Amount";

            return text[key].ResourceNotFound ? "Entry.Number" : key;
        }
    }

    public async Task<IActionResult> OnGetAsync(string? measure, Month? month, CancellationToken cancellationToken)
    {
        var stored = Id is null ? await BlankAsync(measure, month, cancellationToken) : await StoredAsync(cancellationToken);

        if (stored is null)
        {
            return NotFound();
        }

        Input = stored;
        Unconverted = Id is null ? null : await MissingRateAsync(stored, cancellationToken);

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync(string? take, bool another, CancellationToken cancellationToken)
    {
        if (take is not null)
        {
            return await ShowConflictAsync(take, cancellationToken);
        }

        CheckCurrencySign();

        if (!await validator.CheckAsync(Input, ModelState, nameof(Input), cancellationToken))
        {
            return await ShowAsync(cancellationToken);
        }

        var before = await cost.ReadAsync(cancellationToken);
        var outcome = await save.ExecuteAsync(Id, Input, cancellationToken);

        switch (outcome.Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text.Sentences([text["Entry.Saved"], .. await cost.SinceAsync(before, cancellationToken)]);
                TempData["Warning"] = await MissingRateAsync(Input, cancellationToken);
                return another
                    ? RedirectToPage("Entry", new { measure = Input.Measure, month = Month.Of(Input.On!.Value) })
                    : ToMonth();
            case SaveResult.Conflict:
                return await ShowConflictAsync(take: null, cancellationToken);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostDeleteAsync(long version, CancellationToken cancellationToken)
    {
        if (Id is not { } id)
        {
            return NotFound();
        }

        var before = await cost.ReadAsync(cancellationToken);

        switch ((await remove.ExecuteAsync(id, version, cancellationToken)).Result)
        {
            case SaveResult.Saved:
                TempData["Message"] = text.Sentences([text["Entry.Deleted"], .. await cost.SinceAsync(before, cancellationToken)]);
                return RedirectToPage("Index", new { id = (Guid?)null });
            case SaveResult.Conflict when await StoredAsync(cancellationToken) is { } stored:
                Input = stored;
                ModelState.Clear();
                ModelState.AddModelError(string.Empty, text["Conflict.NotDeleted"]);
                return await ShowAsync(cancellationToken);
            default:
                return NotFound();
        }
    }

    private async Task<string?> MissingRateAsync(SaveRevenueEntry.Command entry, CancellationToken cancellationToken) =>
        entry.On is { } on && await missing.IsMissingAsync(entry.Measure, entry.Currency, on, cancellationToken)
            ? text["Entry.NoRate", entry.Currency!, formats.Day(on)].Value
            : null;

    /// <summary>Yen typed into a form in dollars must not become dollars.</summary>
    private void CheckCurrencySign()
    {
        var field = $"{nameof(Input)}.{nameof(Input.Amount)}";
        var meant = LenientText.CurrenciesOfSign(ModelState[field]?.AttemptedValue);

        if (meant is not null && Input.Currency is { Length: > 0 } chosen && !meant.Contains(chosen, StringComparer.Ordinal))
        {
            ModelState.AddErrorOnce(field, text["Entry.Amount.OtherCurrency", chosen]);
        }
    }

    /// <summary>Back to where the entry stands now, whatever its month.</summary>
    private RedirectToPageResult ToMonth()
    {
        var month = Month.Of(Input.On!.Value);
        var isRecent = month.Last >= calendar.Today.AddMonths(-12) && month <= Month.Of(calendar.Today);

        return RedirectToPage(
            "Index", pageHandler: null, new { id = (Guid?)null, measure = Input.Measure, until = isRecent ? (Month?)null : month }, $"m-{month}");
    }

    private async Task<SaveRevenueEntry.Command?> BlankAsync(string? measure, Month? month, CancellationToken cancellationToken)
    {
        var followed = await choices.MeasuresAsync(cancellationToken);

        if (followed.Count == 0)
        {
            return null;
        }

        var chosen = followed.FirstOrDefault(each => each.Key == measure) ?? followed[0];
        var currencies = await choices.CurrenciesAsync(chosen.Key, cancellationToken);
        var program = await choices.ProgramAsync(cancellationToken);

        return new SaveRevenueEntry.Command
        {
            FormKey = Guid.CreateVersion7(),
            Measure = chosen.Key,
            On = DayIn(month ?? Month.Of(calendar.Today)),
            Currency = currencies is [var first, ..] ? first : null,
            Product = await LastProductAsync(chosen.Key, cancellationToken) ?? program.ProductsCountedFor(chosen.Key).FirstOrDefault(),
            Association = await LastAssociationAsync(chosen.Key, cancellationToken) ?? OnlyOne(program.AssociationsCountedFor(chosen.Key)),
            Amount = program.CountsCustomers(chosen.Key) ? 1 : null,
        };
    }

    /// <summary>Who sells one product enters it again and again.</summary>
    private Task<string?> LastProductAsync(string measure, CancellationToken cancellationToken) => db.RevenueEntries
        .Where(entry => entry.Measure == measure)
        .OrderByDescending(entry => entry.On)
        .Select(entry => entry.Product)
        .FirstOrDefaultAsync(cancellationToken);

    private Task<string?> LastAssociationAsync(string measure, CancellationToken cancellationToken) => db.RevenueEntries
        .Where(entry => entry.Measure == measure)
        .OrderByDescending(entry => entry.On)
        .Select(entry => entry.Association)
        .FirstOrDefaultAsync(cancellationToken);

    private static string? OnlyOne(IEnumerable<string> keys) => keys.Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    /// <summary>Today in the current month, else the month's last day, as invoices are dated.</summary>
    private DateOnly DayIn(Month month) => month == Month.Of(calendar.Today) ? calendar.Today : month.Last;

    private async Task<SaveRevenueEntry.Command?> StoredAsync(CancellationToken cancellationToken) =>
        await db.RevenueEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == Id, cancellationToken) is { } stored
            ? SaveRevenueEntry.From(stored)
            : null;

    private async Task<IActionResult> ShowConflictAsync(string? take, CancellationToken cancellationToken)
    {
        if (await StoredAsync(cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Conflict = ConflictReport.Show(nameof(Input), Input, stored, stored.Version, take, ModelState);

        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id && !await db.RevenueEntries.AnyAsync(entry => entry.Id == id, cancellationToken))
        {
            return NotFound();
        }

        var program = await choices.ProgramAsync(cancellationToken);
        var measure = Input.Measure ?? string.Empty;

        History = Id is { } entry ? await changes.OfEntryAsync(user.OrganizationId, entry, Before, cancellationToken) : null;
        Measures = await choices.MeasuresAsync(cancellationToken);
        Measure = program.Measure(measure);
        CountsCustomers = program.CountsCustomers(measure);
        Kinds = [.. (await choices.KindsAsync(measure, cancellationToken)).Select(kind => new SelectListItem(text[IsCount ? $"Entry.Kind.Count.{kind}" : $"Entry.Kind.{kind}"], kind.ToString()))];
        Currencies = [.. (await choices.CurrenciesAsync(Input.Measure, cancellationToken)).Select(currency => new SelectListItem(currency, currency))];
        Products = Options(program.Products, program.ProductsCountedFor(measure), Input.Product);
        Associations = Options(program.Associations, program.AssociationsCountedFor(measure), Input.Association);

        return Page();
    }

    /// <summary>Of the list, what makes a difference for the measure, and what the entry names already.</summary>
    private List<SelectListItem>? Options(IReadOnlyList<NamedKey>? list, IEnumerable<string> counted, string? chosen)
    {
        var keys = counted.Append(chosen).ToHashSet(StringComparer.Ordinal);
        var named = list?.Where(each => keys.Contains(each.Key)).Select(each => new SelectListItem(each.Name.Shown(), each.Key)).ToList();

        return named is { Count: > 0 } ? [new SelectListItem(text["Entry.None"], string.Empty), .. named] : named;
    }
}
