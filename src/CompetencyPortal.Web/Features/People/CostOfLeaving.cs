using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
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
        var loss = LossOf(ends, end => LastDayBefore(day, spans) is { } lastDay ? Lost(end, "Leaving.Lost", person.Name, formats.Day(lastDay)) : Changed(end));

        return loss.Question.Count > 0 ? loss : loss with { Outcome = [text["Leaving.Nothing"], .. Anyway(ends)] };
    }

    /// <summary>When the person is deleted as if they had never been there.</summary>
    public async Task<LossView> OfDeletionAsync(int number, long version, CancellationToken cancellationToken)
    {
        if (await PersonAsync(number, cancellationToken) is not { } person || person.Version != version)
        {
            return LossView.None;
        }

        var ends = await EndsAsync(calendar.Today, facts => WhatIf.Apply(facts, new WhatIfChanges { Leavers = [person.FactsId] }), cancellationToken);

        return LossOf(ends, end => Lost(end, "Leaving.Deleted", person.Name));
    }

    /// <summary>When a pass is deleted.</summary>
    public async Task<LossView> OfDeletionAsync(int number, Guid pass, long version, CancellationToken cancellationToken)
    {
        if (await PassAsync(number, pass, version, cancellationToken) is not var (person, stored))
        {
            return LossView.None;
        }

        var ends = await EndsAsync(calendar.Today, facts => Corrected(facts, person, RecordOf(stored), corrected: null), cancellationToken);

        return LossOf(ends, end => Lost(end, "Leaving.PassDeleted", person.Name, stored.Code));
    }

    /// <summary>When a pass is corrected.</summary>
    /// <param name="corrected">The pass as it is to be.</param>
    public async Task<LossView> OfCorrectionAsync(int number, Guid pass, long version, CredentialFacts corrected, CancellationToken cancellationToken)
    {
        if (await PassAsync(number, pass, version, cancellationToken) is not var (person, stored))
        {
            return LossView.None;
        }

        var ends = await EndsAsync(calendar.Today, facts => Corrected(facts, person, RecordOf(stored), corrected), cancellationToken);

        return LossOf(ends, Changed);
    }

    /// <summary>The last day of who is gone for good on the day; null of who is still to come.</summary>
    private static DateOnly? LastDayBefore(DateOnly day, IReadOnlyList<EmploymentSpan> spans) =>
        spans.Any(span => span.Joined > day) ? null : spans.Where(span => span.LastDay < day).Max(span => span.LastDay);

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

    /// <summary>Until when the tiers that are met today hold with the change and without it.</summary>
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
               let facts = known.For(catalog.Program, competency.Key, day).Facts
               let before = catalog.Evaluator.Evaluate(competency.Key, facts)
               let after = catalog.Evaluator.Evaluate(competency.Key, change(facts))
               let today = day == calendar.Today ? before : EvaluateToday(catalog, known, competency)
               from tier in catalog.Program.TiersByRank.Reverse()
               where Met(before, tier.Key).Any() || Met(today, tier.Key).Any()
               select new TierEnd(
                   competency.Name.Shown(),
                   tier.Name.Shown(),
                   day,
                   LastDay(before, tier.Key) ?? LastDay(today, tier.Key)!.Value,
                   LastDay(after, tier.Key),
                   IsThere: Met(before, tier.Key).Any(),
                   PlanIn(after, tier.Key, before)),
        ];
    }

    private EvaluationResult EvaluateToday(CompiledCatalog catalog, FactsOf known, CompetencyDefinition competency) =>
        catalog.Evaluator.Evaluate(competency.Key, known.For(catalog.Program, competency.Key, calendar.Today).Facts);

    /// <summary>The plan of the option that met the tier before.</summary>
    private static Plan? PlanIn(EvaluationResult after, string tier, EvaluationResult before) =>
        before.Options.Zip(after.Options).Where(pair => pair.First.Tiers.Any(each => each.Tier == tier && each.Status == Status.Met))
            .Select(pair => pair.Second.Tiers.Single(each => each.Tier == tier).Plan).FirstOrDefault();

    private static IEnumerable<TierResult> Met(EvaluationResult result, string tier) =>
        result.Options.SelectMany(option => option.Tiers).Where(each => each.Tier == tier && each.Status == Status.Met);

    /// <summary>Null where the tier is not met; the end of all days where no end is in sight.</summary>
    private static DateOnly? LastDay(EvaluationResult result, string tier) => Met(result, tier).Max(each => (DateOnly?)(each.HoldsUntil ?? DateOnly.MaxValue));

    private LossView LossOf(IReadOnlyList<TierEnd> ends, Func<TierEnd, string> lost)
    {
        var sooner = ends.Where(end => end.IsSooner).ToList();

        return new LossView([.. sooner.Select(end => end.IsLost ? lost(end) : Sooner(end))], [.. sooner.Select(Done)]);
    }

    private string Lost(TierEnd end, string key, params string[] about)
    {
        object[] places = [end.Tier, end.Competency, .. about];

        return end.WayBack is { } plan && progress.Missing(plan) is { } missing ? text[$"{key}.Cost", [.. places, missing]] : text[key, places];
    }

    /// <summary>Lost by what is typed, whatever that is.</summary>
    private string Changed(TierEnd end) => Lost(end, "Leaving.Changed", formats.Day(end.Day));

    private string Sooner(TierEnd end) => end.Before == DateOnly.MaxValue
        ? text["Leaving.Sooner", end.Tier, end.Competency, formats.Day(end.After!.Value)]
        : text["Leaving.Sooner.Than", end.Tier, end.Competency, formats.Day(end.After!.Value), formats.Day(end.Before)];

    /// <summary>Once it is saved.</summary>
    private string Done(TierEnd end) => end switch
    {
        { IsLost: true } when end.Day <= calendar.Today => text["Leaving.Done.Lost", end.Tier, end.Competency],
        { After: { } after } => text["Leaving.Done.Until", end.Tier, end.Competency, formats.Day(after)],
        _ => text["Leaving.Done.Until", end.Tier, end.Competency, formats.Day(end.Day.AddDays(-1))],
    };

    private IEnumerable<string> Anyway(IEnumerable<TierEnd> ends) =>
        from end in ends
        where !end.IsThere
        select text["Leaving.Anyway", end.Tier, end.Competency, formats.Day(end.Before)].Value;

    /// <summary>Until when a tier holds with and without a change.</summary>
    /// <param name="Day">The first day on which the change takes something away.</param>
    /// <param name="Before">The last day without the change; before <paramref name="Day"/> where the tier has ended by then.</param>
    /// <param name="After">The last day with the change; null where the tier is not met on <paramref name="Day"/>.</param>
    /// <param name="IsThere">Without the change the tier is met on <paramref name="Day"/>.</param>
    /// <param name="WayBack">The plan with the change; null where the tier is met, or there is none.</param>
    private sealed record TierEnd(string Competency, string Tier, DateOnly Day, DateOnly Before, DateOnly? After, bool IsThere, Plan? WayBack)
    {
        public bool IsLost => IsThere && After is null;

        public bool IsSooner => IsLost || (IsThere && After < Before);
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
