using CompetencyPortal.Data;
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
/// What it costs when somebody is there no longer, or a pass: a sentence for each tier that is lost, in every competency followed;
/// none where nothing is lost. Nothing is saved. A record that is not as its page showed it costs nothing yet: saving says so first.
/// </summary>
internal sealed class CostOfLeaving(
    PortalContext db, CurrentUser user, ProgramCalendar calendar, ProgressText progress, Formats formats, IStringLocalizer<PortalText> text)
{
    /// <param name="spans">When the person is to have been there.</param>
    /// <returns>Null where the person is there on every day on which they were to be before.</returns>
    public async Task<IReadOnlyList<string>?> OfEmploymentAsync(int number, long version, IReadOnlyList<EmploymentSpan> spans, CancellationToken cancellationToken)
    {
        if (await PersonAsync(number, cancellationToken) is not { } person
            || person.Version != version
            || EmploymentSpan.FirstDayLost(calendar.Today, person.Periods.Select(period => period.Span), spans) is not { } day)
        {
            return null;
        }

        var lastDay = spans.Select(span => span.LastDay).Where(last => last < day).Max() ?? day.AddDays(-1);
        var lost = await LostAsync(day, facts => Without(facts, person), cancellationToken);

        return [.. lost.Select(tier => Sentence(tier, "Leaving.Lost", person.Name, formats.Day(lastDay)))];
    }

    /// <summary>When the person is deleted as if they had never been there.</summary>
    public async Task<IReadOnlyList<string>> OfDeletionAsync(int number, long version, CancellationToken cancellationToken)
    {
        if (await PersonAsync(number, cancellationToken) is not { } person || person.Version != version)
        {
            return [];
        }

        var lost = await LostAsync(calendar.Today, facts => Without(facts, person), cancellationToken);

        return [.. lost.Select(tier => Sentence(tier, "Leaving.Deleted", person.Name))];
    }

    /// <summary>When a pass is deleted.</summary>
    public async Task<IReadOnlyList<string>> OfDeletionAsync(int number, Guid pass, long version, CancellationToken cancellationToken)
    {
        if (await PersonAsync(number, cancellationToken) is not { } person
            || await db.ExamPasses.AsNoTracking().SingleOrDefaultAsync(one => one.Id == pass && one.EmployeeId == person.Id, cancellationToken) is not { } stored
            || stored.Version != version)
        {
            return [];
        }

        var record = new CredentialFacts(stored.Code, stored.EarnedOn, stored.ValidUntil);
        var lost = await LostAsync(calendar.Today, facts => Without(facts, person, record), cancellationToken);

        return [.. lost.Select(tier => Sentence(tier, "Leaving.PassDeleted", person.Name, stored.Code))];
    }

    private static Facts Without(Facts facts, Employee person) => WhatIf.Apply(facts, new WhatIfChanges { Leavers = [person.FactsId] });

    private static Facts Without(Facts facts, Employee person, CredentialFacts record) => facts with
    {
        People = facts.People?.Select(each => each.Id == person.FactsId ? each with { Credentials = each.Credentials.Where(held => held != record).ToValueList() } : each).ToValueList(),
    };

    private static IEnumerable<LostTier> LostIn(ProgramCatalog program, CompetencyDefinition competency, EvaluationResult before, EvaluationResult after) =>
        from tier in program.TiersByRank.Reverse()
        where Met(before, tier.Key).Any() && !Met(after, tier.Key).Any()
        let option = Met(before, tier.Key).First()
        select new LostTier(
            competency.Name.Shown(),
            tier.Name.Shown(),
            after.Options.Single(each => each.Option == option.Option).Tiers.Single(each => each.Tier == tier.Key).Plan);

    private static IEnumerable<OptionResult> Met(EvaluationResult result, string tier) =>
        result.Options.Where(option => option.Tiers.Any(each => each.Tier == tier && each.Status == Status.Met));

    private Task<Employee?> PersonAsync(int number, CancellationToken cancellationToken) =>
        db.Employees.AsNoTracking().Include(person => person.Periods).SingleOrDefaultAsync(person => person.Number == number, cancellationToken);

    private async Task<IEnumerable<LostTier>> LostAsync(DateOnly day, Func<Facts, Facts> change, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);
        var known = await FactsOf.ReadAsync(db, user.OrganizationId, cancellationToken);
        var followed = await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken);

        return catalog.Program.Competencies.Where(competency => followed.Contains(competency.Key, StringComparer.Ordinal)).SelectMany(competency =>
        {
            var facts = known.For(catalog.Program, competency.Key, day).Facts;

            return LostIn(
                catalog.Program, competency, catalog.Evaluator.Evaluate(competency.Key, facts), catalog.Evaluator.Evaluate(competency.Key, change(facts)));
        });
    }

    private string Sentence(LostTier lost, string key, params string[] about)
    {
        object[] places = [lost.Tier, lost.Competency, .. about];

        return lost.Plan is { } plan && progress.Exams(plan) is { } exams ? text[$"{key}.Cost", [.. places, exams]] : text[key, places];
    }

    /// <param name="Plan">The way back; null where there is none to say.</param>
    private sealed record LostTier(string Competency, string Tier, Plan? Plan);
}
