using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Makes the plans of an assessment readable.</summary>
/// <param name="people">Everybody known.</param>
/// <param name="nameOf">What the reader calls a person.</param>
/// <param name="lastNewPerson">The number of the last new person who is there already; those of a plan come after.</param>
internal sealed class PlanViews(AssessmentTexts texts, AssessedVersion version, IEnumerable<PersonFacts> people, Func<string, string> nameOf, int lastNewPerson = 0)
{
    /// <summary>The last day of who is leaving; null for who stays.</summary>
    /// <param name="person">The person's id.</param>
    public DateOnly? LastDayOf(string person) => people.FirstOrDefault(each => each.Id == person)?.Until;

    /// <param name="tier">One that is not met.</param>
    public PlanView Of(TierResult tier, TierParts parts)
    {
        var isNobodyEntered = tier.Requirement.Leaves().Any(leaf => leaf is StaffingResult { Status: Status.Undetermined });
        var view = new PlanView(tier.Tier, version.Program.TierName(tier.Tier), isNobodyEntered);

        return tier.Plan is { } plan ? view with
        {
            Sentence = SentenceOf(plan),
            Proof = ProofOf(plan),
            IsProven = plan.Proven,
            Ways = WaysOf(plan, parts),
            Blocked = [.. (plan.Blocked ?? []).Select(blocked => BlockedOf(parts.Seat(blocked.At, blocked.Seat)))],
        }
        : view;
    }

    /// <summary>The ways of a plan: one where there is nothing to choose, none where it is impossible.</summary>
    public IReadOnlyList<PlanWayView> WaysOf(Plan plan, TierParts parts) => (PlanContents.Of(plan), plan.Ways) switch
    {
        (null, _) => [],
        (_, { Count: > 1 } ways) => [.. ways.Select(PlanContents.Of).Select(way => WayOf(way, parts) with { Size = texts.Plan.Size(way, version.Program) })],
        ({ } contents, _) => [WayOf(contents, parts)],
    };

    private string SentenceOf(Plan plan) => HasChoice(plan) || PlanContents.Of(plan) is not { } contents
        ? texts.Plan.Sentence(plan, version.Program)
        : texts.Plan.Size(contents, version.Program);

    private string? ProofOf(Plan plan) => HasChoice(plan) || plan.Steps is null or { Count: 0 } ? null : texts.Plan.Proof(plan, version.Program);

    private static bool HasChoice(Plan plan) => plan.Ways is { Count: > 1 };

    private PlanWayView WayOf(PlanContents contents, TierParts parts) => new(
        Size: null,
        [.. contents.Steps.GroupBy(step => (step.Person, step.NewPerson)).Select(steps => new PlanPersonView(
            steps.Key.Person,
            steps.Key.Person is { } person ? nameOf(person) : texts.Plan.NewPerson(lastNewPerson + (steps.Key.NewPerson ?? 1), lastNewPerson + contents.NewPeople),
            steps.Key.Person is { } leaver && LastDayOf(leaver) is { } day ? texts.Plan.Leaving(day) : null,
            [.. steps.Select(step => ExamOf(step, parts))]))],
        [.. contents.Amounts.Select(amount => AmountOf(amount, parts))],
        [.. contents.Flags.Select(flag => FlagOf(flag, parts))]);

    private PlanExamView ExamOf(PlanStep step, TierParts parts) => new(
        step.Credential,
        version.Program.Credential(step.Credential)?.Title.Shown(),
        AssessmentText.SeatName(parts.Seat(step.At, step.Seat)));

    private PlanAmountView AmountOf(PlanAmount amount, TierParts parts)
    {
        var (requirement, result) = (parts.Requirement(amount.At), parts.Result(amount.At));

        return new PlanAmountView(
            texts.Plan.Amount(amount, texts.Explain.Title(requirement, version.Program)),
            result.Status == Status.Undetermined ? texts.Explain.Sentence(result, requirement, version.Program, version.Market) : null);
    }

    private PlanFlagView FlagOf(string key, TierParts parts)
    {
        var (requirement, result) = parts.Flag(key);

        return new PlanFlagView(key, texts.Explain.Title(requirement, version.Program), texts.Explain.Sentence(result, requirement, version.Program, version.Market));
    }

    private BlockedSeatView BlockedOf(SeatDefinition seat) =>
        new(AssessmentText.SeatName(seat), new CredentialListView(version.Program, version.Version.CodesIn(seat.Holds), version.AsOf));
}
