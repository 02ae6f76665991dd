using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Says until when a tier holds, why it ends then, and what is announced.</summary>
internal sealed class OutlookText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>Where the organization stands, and until when: by the option that keeps the tier longest.</summary>
    /// <param name="headline">The same without an end.</param>
    public string Headline(EvaluationResult result, ProgramCatalog program, string headline)
    {
        var tier = result.Furthest(program)?.Attained;
        var ends = result.Options.SelectMany(option => option.Tiers).Where(each => each.Tier == tier && each.Status == Status.Met).Select(each => each.HoldsUntil).ToList();

        return tier is not null && !ends.Contains(null) && ends.Max() is { } until
            ? text["Headline.MetUntil", program.TierName(tier), formats.Day(until)]
            : headline;
    }

    /// <param name="isUnderTodaysRules">Other rules are announced.</param>
    public string Until(TierResult tier, bool isUnderTodaysRules) => (tier.HoldsUntil, isUnderTodaysRules) switch
    {
        ({ } until, false) => text["Outlook.Until", formats.Day(until)],
        ({ } until, true) => text["Outlook.Until.TodaysRules", formats.Day(until)],
        (null, false) => text["Outlook.NoEnd", Outlook.Months],
        (null, true) => text["Outlook.NoEnd.TodaysRules", Outlook.Months],
    };

    /// <summary>How soon the tier ends.</summary>
    public string EndsIn(string tier, int days) => text.Count("Outlook.EndsIn", days, tier);

    /// <summary>The day, what happens on it, and what the measure comes to then.</summary>
    public string Cause(OutlookEventView happening) => happening.After is { } after
        ? text["Outlook.Cause.After", formats.Day(happening.On), happening.Happening, after]
        : text["Outlook.Cause", formats.Day(happening.On), happening.Happening];

    /// <summary>What changes, in one sentence.</summary>
    public string Event(OutlookEvent happening, TierParts parts, ProgramCatalog program, Func<string, string> nameOf) => happening switch
    {
        { Cause: OutlookCause.PersonLeaves, Person: { } person } => text["Outlook.PersonLeaves", nameOf(person), formats.Day(happening.On.AddDays(-1))],
        { Cause: OutlookCause.PersonJoins, Person: { } person } => text["Outlook.PersonJoins", nameOf(person)],
        { Person: { } person, Credential: { } code } => text[$"Outlook.{happening.Cause}", nameOf(person), code],
        { Person: { } person } => text[$"Outlook.{happening.Cause}.Unnamed", nameOf(person)],
        { Cause: OutlookCause.FlagEnds } => text["Outlook.FlagEnds", program.FlagName(((FlagRequirement)parts.Requirement(happening.At)).Flag)],
        { Measure: { } measure, Value: { } value } => text[
            $"Outlook.{happening.Cause}", program.MeasureName(measure), formats.Change(ChangeOf(happening.Cause, value), parts.Unit(happening.At))],
        { Measure: { } measure } => text["Outlook.MonthUnreported", program.MeasureName(measure)],
        _ => throw new InvalidOperationException($"{happening.Cause} says too little."),
    };

    /// <summary>What the metric comes to then; null where no metric changes, or nothing is known.</summary>
    public string? After(OutlookEvent happening, TierParts parts) => happening.After is { } after ? formats.Actual(after, parts.Unit(happening.At)) : null;

    /// <summary>What a later version of the rules would mean for a tier.</summary>
    /// <param name="tier">The tier's name.</param>
    /// <param name="then">Null where the version no longer has the tier.</param>
    public string Announced(DateOnly from, string tier, TierResult? then) => then switch
    {
        null => text["Announced.Gone", formats.Day(from), tier],
        { Status: Status.NotMet, Plan: { Status: PlanStatus.Possible, Ways: null or { Count: <= 1 }, Steps.Count: > 0 and var exams } } =>
            text.Count("Announced.NotMet.Exams", exams, formats.Day(from), tier),
        _ => text[$"Announced.{then.Status}", formats.Day(from), tier],
    };

    /// <summary>What a departure costs.</summary>
    /// <param name="tiers">At least one.</param>
    public string Critical(string person, IReadOnlyList<string> tiers) =>
        text.Count("Critical.Lost", tiers.Count, person, string.Join(text["List.Separator"], tiers));

    // Entries that leave may be credits; then the metric gains.
    private static decimal ChangeOf(OutlookCause cause, decimal value) => cause == OutlookCause.EntryLeaves ? -value : value;
}
