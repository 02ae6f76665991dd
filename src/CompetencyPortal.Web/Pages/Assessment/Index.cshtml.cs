using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Assessment;

/// <summary>
/// Where the organization stands in a competency, and why. Everything on the page comes from one evaluation of facts that were
/// read between two looks at the same facts version, so numbers, entries and people always belong together.
/// </summary>
internal sealed class IndexModel(
    PortalContext db,
    CurrentUser user,
    ProgramCalendar calendar,
    AssessmentText explain,
    RuleText rule,
    Formats formats,
    IStringLocalizer<PortalText> text) : PageModel
{
    private Dictionary<string, PersonRow> people = new(StringComparer.Ordinal);

    private CompetencyFacts facts = null!;

    private Dictionary<Guid, RevenueEntry> entries = [];

    private Evaluator evaluator = null!;

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(Name = "option", SupportsGet = true)]
    public string? OptionKey { get; set; }

    public bool ShowsMissingOnly => Show == "missing";

    public string OrganizationName { get; private set; } = string.Empty;

    public ProgramCatalog Program { get; private set; } = null!;

    public CompetencyDefinition Competency { get; private set; } = null!;

    public IReadOnlyList<CompetencyDefinition> Followed { get; private set; } = [];

    /// <summary>Null when no rule is in force.</summary>
    public VersionDefinition? Version { get; private set; }

    public OptionDefinition? Option { get; private set; }

    public EvaluationResult Result { get; private set; } = null!;

    public IReadOnlyList<TierResult> Tiers { get; private set; } = [];

    public IReadOnlyList<RequirementRow> Rows { get; private set; } = [];

    public string? MarketName => Result.Market is { } market ? Program.Market(market)?.Name.Shown() ?? market : null;

    public string Headline => explain.Headline(Result, Program);

    /// <summary>The lowest tier of the option above what is met.</summary>
    public TierResult? Next { get; private set; }

    public LadderView Ladder => LadderView.Of(Tiers, Program, explain);

    /// <summary>The first steps, while there is nothing to judge yet.</summary>
    public StartView? Start => StartView.For(people.Count > 0, people.Values.Any(person => person.Passes.Count > 0), Program.MeasuresOf(Competency.Key).Any() ? entries.Count > 0 : null);

    public RuleView Rule => new(Program, Version!, Option!, Result.Market, MarketName, Result.AsOf, rule);

    public async Task<IActionResult> OnGetAsync(string? competency, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);

        Program = catalog.Program;
        evaluator = catalog.Evaluator;
        Followed = [.. Program.Competencies.Where(each => followed.Contains(each.Key))];

        if (competency is null)
        {
            return Followed is [var first, ..] ? RedirectToPage("Index", new { competency = first.Key }) : RedirectToPage("/Organization/Index");
        }

        if (Followed.FirstOrDefault(each => each.Key == competency) is not { } chosen)
        {
            return NotFound();
        }

        Competency = chosen;
        await ReadFactsAsync(cancellationToken);
        Judge();

        return Page();
    }

    public string TierName(string tier) => Program.TierName(tier);

    /// <summary>What stands beside a row's title: the days that count, or the rule of one seat a person.</summary>
    public string Subtitle(RequirementRow row) => row.Cells[0].Result switch
    {
        MetricResult { Window: { From: { } from, To: var to } } => text["Metric.Window", formats.Day(from), formats.Day(to)],
        MetricResult { Window.To: var to } => text["Metric.WindowUntil", formats.Day(to)],
        StaffingResult => text["Staffing.OneSeat"],
        _ => string.Empty,
    };

    public NodeView NodeOf(Requirement requirement, NodeResult result) =>
        new(Program, Version!, Result.Market, rule, NameOf, requirement, result);

    public BarView BarOf(RequirementRow row)
    {
        var metrics = row.Cells.Select(cell => (cell.Tier, Metric: (MetricResult)cell.Result)).ToList();
        var marks = metrics.Where(cell => cell.Metric.Threshold is not null).Select(cell => new BarMark(TierName(cell.Tier), cell.Metric.Threshold!.Value)).ToList();
        var value = metrics[0].Metric.EntriesCounted == 0 && metrics[0].Metric.Status == Status.Undetermined ? null : metrics[0].Metric.Value;
        var highest = marks.Select(mark => mark.Threshold).Append(value ?? 0).Append(1).Max();

        return new BarView(row.Anchor, metrics[0].Metric.Unit, value, highest * 1.2m, marks);
    }

    public MetricView MetricOf(RequirementRow row)
    {
        var cell = row.Cells[0];
        var metric = (MetricResult)cell.Result;
        var breakdown = evaluator.Breakdown(Competency.Key, Option!.Key, cell.Tier, metric.At, facts.Facts)
            ?? throw new InvalidOperationException("A row of the page is not in the version in force.");
        var verdicts = breakdown.Entries.Select(verdict => EntryOf(verdict, metric.Unit)).OrderByDescending(entry => entry.On).ToList();

        return new MetricView(metric.Measure, metric.Unit, metric.Value, breakdown, verdicts);
    }

    public StaffingView StaffingOf(RequirementRow row)
    {
        var tiers = row.Cells.Select(cell => (cell.Tier, Result: (StaffingResult)cell.Result, Seats: (StaffingRequirement)cell.Requirement)).ToList();
        var certificates = from tier in tiers
                           where tier.Result.Certificate is not null
                           select explain.Certificate(tier.Result.Certificate!, tier.Seats, TierName(tier.Tier), AbleTo(tier.Result));

        return new StaffingView([.. certificates], [.. people.Values.OrderBy(person => person.Number).Select(person => PersonIn(tiers, person))]);
    }

    private void Judge()
    {
        Result = evaluator.Evaluate(Competency.Key, facts.Facts);
        Version = Competency.VersionInForce(Result.AsOf);

        var option = Result.Options.FirstOrDefault(each => each.Option == OptionKey)
            ?? Result.Furthest(Program);

        if (Version is not null && option is not null)
        {
            Option = Version.Options.Single(each => each.Key == option.Option);
            Tiers = option.Tiers;
            Next = option.Next();
            Rows = RequirementRow.Align(Option, option);
        }
    }

    private async Task ReadFactsAsync(CancellationToken cancellationToken)
    {
        long before;

        do
        {
            before = await FactsVersionAsync(cancellationToken);
            facts = (await FactsOf.ReadAsync(db, user.OrganizationId, cancellationToken)).For(Program, Competency.Key, calendar.Today);
            entries = await db.RevenueEntries.AsNoTracking().ToDictionaryAsync(entry => entry.Id, cancellationToken);
            people = await PeopleAsync(cancellationToken);
        }
        while (before != await FactsVersionAsync(cancellationToken));

        OrganizationName = await db.Organizations.Select(organization => organization.Name).SingleAsync(cancellationToken);
    }

    private Task<long> FactsVersionAsync(CancellationToken cancellationToken) =>
        db.Organizations.Select(organization => organization.FactsVersion).SingleAsync(cancellationToken);

    private async Task<Dictionary<string, PersonRow>> PeopleAsync(CancellationToken cancellationToken)
    {
        var codes = Program.CredentialsOf(Competency.Key).ToHashSet(StringComparer.Ordinal);
        var passes = await db.ExamPasses
            .OrderBy(pass => pass.EarnedOn)
            .Select(pass => new { pass.EmployeeId, Pass = new PassView(pass.Code, pass.EarnedOn, pass.ValidUntil) })
            .ToListAsync(cancellationToken);
        var byPerson = passes.Where(pass => codes.Contains(pass.Pass.Code)).ToLookup(pass => pass.EmployeeId, pass => pass.Pass);
        var rows = await db.Employees.Select(person => new { person.Id, person.Number, person.Name }).ToListAsync(cancellationToken);

        return rows.ToDictionary(
            row => row.Number.ToString(CultureInfo.InvariantCulture),
            row => new PersonRow(row.Number, row.Name, [.. byPerson[row.Id]]),
            StringComparer.Ordinal);
    }

    private string NameOf(string person) => people[person].Name;

    /// <summary>The people who can fill the certificate's seats: a largest filling uses every one of them.</summary>
    private List<string> AbleTo(StaffingResult staffing) =>
    [
        .. staffing.Seats
            .Where(seat => staffing.Certificate!.Seats.Contains(seat.Seat, StringComparer.Ordinal))
            .SelectMany(seat => seat.Filled)
            .Select(filling => NameOf(filling.Person)),
    ];

    private EntryView EntryOf(EntryVerdict verdict, string unit)
    {
        var entry = entries[facts.EntryIds[verdict.Index]];
        var typedUnit = entry.Currency ?? unit;

        return new EntryView(entry.Id, entry.On, entry.Customer, entry.Kind, entry.SignedAmount, typedUnit, typedUnit != unit, unit, verdict);
    }

    private PersonView PersonIn(List<(string Tier, StaffingResult Result, StaffingRequirement Seats)> tiers, PersonRow person)
    {
        var id = person.Number.ToString(CultureInfo.InvariantCulture);
        var seats = tiers
            .SelectMany(tier => tier.Result.Seats.Zip(tier.Seats.Seats), (tier, seat) => (tier.Tier, Result: seat.First, Definition: seat.Second))
            .Where(seat => seat.Result.Filled.Any(filling => filling.Person == id))
            .GroupBy(seat => AssessmentText.SeatName(seat.Definition), seat => TierName(seat.Tier), StringComparer.Ordinal)
            .Select(seat => text["Staffing.Counts", seat.Key, string.Join(text["List.Separator"], seat)].Value);
        var filled = string.Join(text["List.Separator"], seats);

        if (filled.Length > 0)
        {
            return new PersonView(person.Number, person.Name, person.Passes, filled, Reason: null, Missing: []);
        }

        // Of the highest tier: it asks for the most.
        var unseated = tiers[^1].Result.People.First(each => each.Person == id);
        var span = facts.Facts.People!.First(each => each.Id == id);

        return new PersonView(
            person.Number, person.Name, person.Passes, Seat: null, explain.Reason(unseated, span.From, span.Until), [.. unseated.Missing ?? []]);
    }

    private sealed record PersonRow(int Number, string Name, IReadOnlyList<PassView> Passes);
}
