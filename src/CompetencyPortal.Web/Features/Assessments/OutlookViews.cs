using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Makes the outlook of an assessment readable.</summary>
/// <param name="isAnnounced">Whether a later version of the rules is known.</param>
/// <param name="nameOf">What the reader calls a person.</param>
internal sealed class OutlookViews(AssessmentTexts texts, AssessedVersion version, bool isAnnounced, PlanViews plans, Func<string, string> nameOf)
{
    /// <param name="tier">One that is met.</param>
    public OutlookView Of(TierResult tier, TierParts parts)
    {
        var name = version.Program.TierName(tier.Tier);

        return new OutlookView(
            tier.Tier,
            name,
            texts.Outlook.Until(tier, isAnnounced),
            tier is { HoldsUntil: { } until, Outlook: { } outlook } ? EndOf(until, outlook, parts) : null);
    }

    /// <summary>Those whose departure costs tiers, each once.</summary>
    public IReadOnlyList<CriticalPersonView> CriticalPeople(IEnumerable<TierResult> tiers)
    {
        var losses = from tier in tiers
                     from person in tier.CriticalPeople ?? []
                     select (Person: person, Tier: version.Program.TierName(tier.Tier));

        return
        [
            .. losses.GroupBy(loss => loss.Person, loss => loss.Tier, StringComparer.Ordinal)
                .Select(lost => new CriticalPersonView(lost.Key, nameOf(lost.Key), texts.Outlook.Critical(nameOf(lost.Key), [.. lost], plans.LastDayOf(lost.Key)))),
        ];
    }

    private OutlookEndView EndOf(DateOnly until, Outlook outlook, TierParts parts)
    {
        var events = outlook.Events.Select(happening => EventOf(happening, parts)).ToList();

        return new OutlookEndView(
            until,
            events is [.., var last] ? texts.Outlook.Cause(last) : string.Empty,
            events,
            outlook.Then.Plan is { } plan ? texts.Plan.Sentence(plan, version.Program) : null,
            outlook.Then.Plan is { } keeping ? plans.WaysOf(keeping, parts) : []);
    }

    private OutlookEventView EventOf(OutlookEvent happening, TierParts parts) =>
        new(happening.On, texts.Outlook.Event(happening, parts, version.Program, nameOf), texts.Outlook.After(happening, parts));
}
