using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.People;

/// <summary>
/// What it costs when somebody is there no longer, or a pass: a sentence for each tier that is lost, or lost sooner, in every competency
/// followed. Nothing is saved. A record that is not as its page showed it costs nothing yet: saving says so first.
/// </summary>
internal sealed class CostOfLeaving(
    PortalContext db, CurrentUser user, ProgramCalendar calendar, ProgressText progress, Formats formats, IStringLocalizer<PortalText> text)
{
    /// <param name="spans">When the person is to have been there.</param>
    public async Task<LossView> OfEmploymentAsync(int number, long version, IReadOnlyList<EmploymentSpan> spans, CancellationToken cancellationToken)
    {
        if (await PersonAsync(number, cancellationToken) is not { } person
            || person.Version != version
            || EmploymentSpan.FirstDayLost(calendar.Today, person.Periods.Select(period => period.Span), spans) is not { } day)
        {
            return LossView.None;
        }

        var ends = await EndsAsync(day, facts => Employed(facts, person, EmploymentSpan.For(day, spans)), cancellationToken);
        var lastDay = LastDayBefore(day, spans);
        var loss = LossOf(
            ends,
            end => lastDay is { } gone ? Lost(end, "Leaving.Lost", person.Name, formats.Day(gone)) : Changed(end),
            (end, after) => lastDay is { } gone ? HoldsOnly(end, after, person.Name, gone) : Sooner(end, after));

        return loss.Question.Count > 0 ? loss : loss with { Outcome = [.. Anyway(ends, person.Name).DefaultIfEmpty(text["Leaving.Nothing"])] };
    }

    /// <summary>When the person is deleted as if they had never been there.</summary>
    public async Task<LossView> OfDeletionAsync(int number, long version, CancellationToken cancellationToken)
    {
        if (await PersonAsync(number, cancellationToken) is not { } person || person.Version != version)
        {
            return LossView.None;
        }

        var ends = await EndsAsync(calendar.Today, facts => WhatIf.Apply(facts, new WhatIfChanges { Leavers = [person.FactsId] }), cancellationToken);

        return LossOf(ends, end => Lost(end, "Leaving.Deleted", person.Name), Sooner);
    }

    /// <summary>When a pass is deleted.</summary>
    public async Task<LossView> OfDeletionAsync(int number, Guid pass, long version, CancellationToken cancellationToken)
    {
        if (await PassAsync(number, pass, version, cancellationToken) is not var (person, stored))
        {
            return LossView.None;
        }

        var ends = await EndsAsync(calendar.Today, facts => Corrected(facts, person, RecordOf(stored), corrected: null), cancellationToken);

        return LossOf(ends, end => Lost(end, "Leaving.PassDeleted", person.Name, stored.Code), Sooner);
    }

    /// <summary>When a pass is corrected.</summary>
    /// <param name="corrected">The pass as it is to be.</param>
    public async Task<LossView> OfCorrectionAsync(int number, Guid pass, long version, CredentialFacts corrected, CancellationToken cancellationToken)
    {
        if (await PassAsync(number, pass, version, cancellationToken) is not var (person, stored))
        {
            return LossView.None;
        }

        var day = FirstDayLost(stored, corrected);
        var ends = await EndsAsync(day, facts => Corrected(facts, person, RecordOf(stored), corrected), cancellationToken);
        var loss = LossOf(ends, Changed, Sooner);

        return loss.Question.Count > 0 ? loss : loss with { Outcome = [.. Anyway(ends.Where(end => end.IsMissedLater), person.Name)] };
    }

    /// <summary>The last day of who is gone for good on the day; null of who is still to come.</summary>
    private static DateOnly? LastDayBefore(DateOnly day, IReadOnlyList<EmploymentSpan> spans) =>
        spans.Any(span => span.Joined > day) ? null : spans.Where(span => span.LastDay < day).Max(span => span.LastDay);

    /// <summary>The day after the pass is to end, where it counts until then as it did; else today.</summary>
    private DateOnly FirstDayLost(ExamPass stored, CredentialFacts corrected) =>
        corrected.Code == stored.Code && corrected.EarnedOn <= stored.EarnedOn && corrected.ValidUntil is { } until && until >= calendar.Today
            ? until.AddDays(1)
            : calendar.Today;

    private static CredentialFacts RecordOf(ExamPass pass) => new(pass.Code, pass.EarnedOn, pass.ValidUntil);

    private static Facts Employed(Facts facts, Employee person, EmploymentSpan span) =>
        With(facts, person, each => each with { From = span.Joined, Until = span.LastDay });

    private static Facts Corrected(Facts facts, Employee person, CredentialFacts record, CredentialFacts? corrected) =>
        With(facts, person, each => each with
        {
            Credentials = each.Credentials.Where(held => held != record).Concat(corrected is null ? [] : [corrected]).ToValueList(),
        });

    private static Facts With(Facts facts, Employee person, Func<PersonFacts, PersonFacts> change) => facts with
    {
        People = facts.People?.Select(each => each.Id == person.FactsId ? change(each) : each).ToValueList(),
    };

    private Task<Employee?> PersonAsync(int number, CancellationToken cancellationToken) =>
        db.Employees.AsNoTracking().Include(person => person.Periods).SingleOrDefaultAsync(person => person.Number == number, cancellationToken);

    private async Task<(Employee Person, ExamPass Pass)?> PassAsync(int number, Guid pass, long version, CancellationToken cancellationToken) =>
        await PersonAsync(number, cancellationToken) is { } person
        && await db.ExamPasses.AsNoTracking().SingleOrDefaultAsync(one => one.Id == pass && one.EmployeeId == person.Id, cancellationToken) is { } stored
        && stored.Version == version
            ? (person, stored)
            : null;

    /// <summary>Until when tiers hold with the change and without it: those that are met today, or on the day.</summary>
    /// <param name="day">The first day on which the change takes something away.</param>
    private async Task<IReadOnlyList<TierEnd>> EndsAsync(DateOnly day, Func<Facts, Facts> change, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);
        var known = await FactsOf.ReadAsync(db, user.OrganizationId, cancellationToken);
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);

        return
        [
            .. from competency in catalog.Program.Competencies
               where followed.Contains(competency.Key, StringComparer.Ordinal)
               let today = new Prospect(catalog, known, competency.Key, calendar.Today)
               let before = new Prospect(catalog, known, competency.Key, day)
               let after = new Prospect(catalog, known, competency.Key, day, change)
               from tier in catalog.Program.TiersByRank.Reverse()
               where before.LastDay(tier.Key) is not null || today.LastDay(tier.Key) is not null
               select new TierEnd(
                   competency.Name.Shown(),
                   tier.Name.Shown(),
                   day,
                   today.LastDay(tier.Key),
                   before.LastDay(tier.Key),
                   after.LastDay(tier.Key) ?? DayBefore(day, today.LastDay(tier.Key)),
                   before.Plan(tier.Key),
                   after.Plan(tier.Key)),
        ];
    }

    /// <summary>The last day of a tier that is lost on the day; null where that is today, or the tier is not met until then.</summary>
    private DateOnly? DayBefore(DateOnly day, DateOnly? lastDay) => day > calendar.Today && lastDay >= day.AddDays(-1) ? day.AddDays(-1) : null;

    private LossView LossOf(IReadOnlyList<TierEnd> ends, Func<TierEnd, string> lost, Func<TierEnd, DateOnly, string> sooner)
    {
        var worse = ends.Where(end => end.IsSooner).ToList();

        return new LossView([.. worse.Select(end => end.After is { } after ? sooner(end, after) : lost(end))], [.. worse.Select(Done)]);
    }

    private string Lost(TierEnd end, string key, params string[] about)
    {
        object[] places = [end.Tier, end.Competency, .. about];

        return MissingOf(end) is { } missing ? text[$"{key}.Cost", [.. places, missing]] : text[key, places];
    }

    /// <summary>Lost by what is typed, whatever that is.</summary>
    private string Changed(TierEnd end) => Lost(end, "Leaving.Changed", formats.Day(end.Day));

    /// <summary>Somebody's leaving ends the tier sooner.</summary>
    private string HoldsOnly(TierEnd end, DateOnly after, string person, DateOnly lastDay)
    {
        var sentence = end.Before == DateOnly.MaxValue
            ? text["Leaving.Only", end.Tier, end.Competency, person, formats.Day(lastDay), formats.Day(after)]
            : text["Leaving.Only.Than", end.Tier, end.Competency, person, formats.Day(lastDay), formats.Day(after), formats.Day(end.Before!.Value)];

        return MissingOf(end) is { } missing ? text.Sentences([sentence, text["Leaving.WayBack", missing]]) : sentence;
    }

    private string Sooner(TierEnd end, DateOnly after) => end.Before == DateOnly.MaxValue
        ? text["Leaving.Sooner", end.Tier, end.Competency, formats.Day(after)]
        : text["Leaving.Sooner.Than", end.Tier, end.Competency, formats.Day(after), formats.Day(end.Before!.Value)];

    /// <summary>Once it is saved.</summary>
    private string Done(TierEnd end) => end.After is { } after
        ? text["Leaving.Done.Until", end.Tier, end.Competency, formats.Day(after)]
        : text["Leaving.Done.Lost", end.Tier, end.Competency];

    /// <summary>What has ended before the change takes anything away, and that the person would then be missing besides.</summary>
    private IEnumerable<string> Anyway(IEnumerable<TierEnd> ends, string person) =>
        from end in ends
        where end.EndsAnyway is not null
        let day = formats.Day(end.EndsAnyway!.Value)
        select (end.IsMissedLater ? text["Leaving.Anyway.Missing", end.Tier, end.Competency, day, person] : text["Leaving.Anyway", end.Tier, end.Competency, day]).Value;

    private string? MissingOf(TierEnd end) => end.WayBack is { } plan ? progress.Missing(plan) : null;

    /// <summary>What facts come to from a day on, under the rules of that day and those announced.</summary>
    private sealed class Prospect(CompiledCatalog catalog, FactsOf known, string competency, DateOnly day, Func<Facts, Facts>? change = null)
    {
        private readonly EvaluationResult result = catalog.Evaluator.Evaluate(
            competency, change is null ? known.For(catalog.Program, competency, day).Facts : change(known.For(catalog.Program, competency, day).Facts));

        private readonly ValueList<EvaluationResult> announced = known.Announced(catalog, competency, day, change);

        /// <summary>Null where the tier is not met on the day; the end of all days where no end is in sight.</summary>
        public DateOnly? LastDay(string tier) => TiersOf(tier).Where(each => each.Status == Status.Met)
            .Max(each => (DateOnly?)(StandingOutcome.LastDay(each.HoldsUntil, announced, tier, catalog.Program) ?? DateOnly.MaxValue));

        /// <summary>The least that the tier takes on the day; null where it is met, or there is no plan.</summary>
        public Plan? Plan(string tier) => TiersOf(tier).Any(each => each.Status == Status.Met)
            ? null
            : TiersOf(tier).Select(each => each.Plan).OfType<Plan>().MinBy(Effort);

        private IEnumerable<TierResult> TiersOf(string tier) => result.Options.SelectMany(option => option.Tiers).Where(each => each.Tier == tier);
    }

    /// <summary>What a plan asks of people, to be compared; what is impossible asks for more than anything.</summary>
    private static (decimal Cost, int NewPeople) Effort(Plan plan) =>
        plan.Status == PlanStatus.Impossible ? (decimal.MaxValue, 0) : (plan.Cost ?? 0, plan.NewPeople ?? 0);

    /// <summary>Until when a tier holds with and without a change.</summary>
    /// <param name="Day">The first day on which the change takes something away.</param>
    /// <param name="FromToday">The last day as the facts are today; null where the tier is not met today.</param>
    /// <param name="Before">The last day without the change; null where the tier is not met on <paramref name="Day"/>.</param>
    /// <param name="After">The last day with the change; null where the tier is lost today, or was not met until <paramref name="Day"/>.</param>
    /// <param name="PlanBefore">The plan of the day without the change; null where the tier is met, or there is none.</param>
    /// <param name="WayBack">The plan of the day with the change; null where the tier is met, or there is none.</param>
    private sealed record TierEnd(
        string Competency, string Tier, DateOnly Day, DateOnly? FromToday, DateOnly? Before, DateOnly? After, Plan? PlanBefore, Plan? WayBack)
    {
        public bool IsSooner => Before is not null && (After is null || After < Before);

        /// <summary>The last day of a tier that has ended before <see cref="Day"/>; null of others.</summary>
        public DateOnly? EndsAnyway => Before is null ? FromToday : null;

        /// <summary>The tier has ended by then, and with the change more is missing of people.</summary>
        public bool IsMissedLater => EndsAnyway is not null && PlanBefore is { } before && WayBack is { } after && Effort(after).CompareTo(Effort(before)) > 0;
    }
}

/// <summary>What a change costs, in sentences.</summary>
/// <param name="Question">To be confirmed before it is saved; none where nothing is lost.</param>
/// <param name="Outcome">To be said once it is saved.</param>
internal sealed record LossView(IReadOnlyList<string> Question, IReadOnlyList<string> Outcome)
{
    /// <summary>Nothing is taken away.</summary>
    public static readonly LossView None = new([], []);
}
