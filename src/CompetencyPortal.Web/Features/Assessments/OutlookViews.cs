using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Makes the outlook of an assessment readable: under the rules of each day, today's and those announced.</summary>
/// <param name="option">The key of the option that is shown.</param>
/// <param name="announced">What is known today comes to under the versions announced, in order.</param>
internal sealed class OutlookViews(
    AssessmentTexts texts,
    ProgramCatalog program,
    CompetencyDefinition competency,
    string option,
    EvaluationResult today,
    ValueList<EvaluationResult> announced,
    IReadOnlyList<PersonFacts> people,
    KnownOrganization known)
{
    /// <summary>Until when a tier that is met holds; null where no end is in sight.</summary>
    public DateOnly? LastDayOf(TierResult tier) => StandingOutcome.LastDay(tier.HoldsUntil, announced, tier.Tier, program);

    /// <param name="tier">One that is met.</param>
    public OutlookView Of(TierResult tier)
    {
        var lastDay = LastDayOf(tier);

        return new OutlookView(tier.Tier, program.TierName(tier.Tier), texts.Outlook.Until(lastDay), lastDay is { } day ? EndOf(tier, day) : null);
    }

    /// <summary>What later rules would mean for a tier.</summary>
    public string Announced(EvaluationResult later, TierResult tier) => texts.Outlook.Announced(later.AsOf, program.TierName(tier.Tier), TierIn(later, tier.Tier));

    /// <summary>Those whose departure costs tiers, each once.</summary>
    public IReadOnlyList<CriticalPersonView> CriticalPeople(IEnumerable<TierResult> tiers)
    {
        var losses = from tier in tiers
                     from person in tier.CriticalPeople ?? []
                     select (Person: person, Tier: program.TierName(tier.Tier));
        var plans = PlansIn(today);

        return
        [
            .. losses.GroupBy(loss => loss.Person, loss => loss.Tier, StringComparer.Ordinal)
                .Select(lost => new CriticalPersonView(lost.Key, known.NameOf(lost.Key), texts.Outlook.Critical(known.NameOf(lost.Key), [.. lost], plans.LastDayOf(lost.Key)))),
        ];
    }

    /// <summary>By the rules that are in force on the day after.</summary>
    private OutlookEndView EndOf(TierResult tier, DateOnly lastDay) => announced.LastOrDefault(later => later.AsOf <= lastDay.AddDays(1)) switch
    {
        null => EndIn(today, option, tier, lastDay),
        { } later when later.AsOf > lastDay => EndBy(later, tier, lastDay),
        { } later => EndIn(later, tier.Tier, lastDay),
    };

    /// <summary>New rules end the tier on their first day.</summary>
    private OutlookEndView EndBy(EvaluationResult later, TierResult tier, DateOnly lastDay)
    {
        var cause = Announced(later, tier);

        return TierIn(later, tier.Tier) is { Plan: { } plan } then
            ? new OutlookEndView(lastDay, cause, [], texts.Plan.Sentence(plan, program), PlansIn(later).WaysOf(plan, PartsOf(later, option, then)))
            : new OutlookEndView(lastDay, cause, [], Keep: null, []);
    }

    /// <summary>New rules keep the tier until then: by itself, or else by what holds as long.</summary>
    private OutlookEndView EndIn(EvaluationResult later, string tier, DateOnly lastDay)
    {
        var (by, keeper) = (from each in later.Options
                            from one in each.Tiers
                            where one.HoldsUntil == lastDay
                            orderby one.Tier != tier
                            select (each.Option, one)).First();

        return EndIn(later, by, keeper, lastDay);
    }

    private OutlookEndView EndIn(EvaluationResult result, string by, TierResult tier, DateOnly lastDay)
    {
        var parts = PartsOf(result, by, tier);
        var events = (tier.Outlook?.Events ?? []).Select(happening => EventOf(happening, parts)).ToList();
        var plan = tier.Outlook?.Then.Plan;

        return new OutlookEndView(
            lastDay,
            events is [.., var last] ? texts.Outlook.Cause(last) : string.Empty,
            events,
            plan is null ? null : texts.Plan.Sentence(plan, program),
            plan is null ? [] : PlansIn(result).WaysOf(plan, parts));
    }

    /// <summary>Null where the version no longer has the tier in the option.</summary>
    private TierResult? TierIn(EvaluationResult result, string tier) =>
        result.Options.FirstOrDefault(each => each.Option == option)?.Tiers.FirstOrDefault(each => each.Tier == tier);

    private VersionDefinition VersionOf(EvaluationResult result) => competency.VersionInForce(result.AsOf)
        ?? throw new InvalidOperationException("A result with tiers has a version.");

    private PlanViews PlansIn(EvaluationResult result) => new(texts, new AssessedVersion(program, VersionOf(result), result.Market, result.AsOf), people, known.NameOf);

    private TierParts PartsOf(EvaluationResult result, string by, TierResult tier) =>
        new(VersionOf(result).Options.Single(each => each.Key == by).Tiers.Single(each => each.Tier == tier.Tier).Requirement, tier.Requirement);

    private OutlookEventView EventOf(OutlookEvent happening, TierParts parts) =>
        new(happening.On, texts.Outlook.Event(happening, parts, program, known.SpokenNameOf), texts.Outlook.After(happening, parts));
}
