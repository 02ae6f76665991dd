using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Says until when a tier holds, why it ends then, and what is announced.</summary>
internal sealed class OutlookText(IStringLocalizer<PortalText> text, Formats formats, ProgressText progress)
{
    /// <summary>Which tier is met, and until when.</summary>
    /// <param name="tier">The tier's name.</param>
    public string Headline(string tier, DateOnly until) => text["Headline.MetUntil", tier, formats.Day(until)];

    /// <summary>That the tier is met by another option than the one that is shown.</summary>
    /// <param name="headline">Which tier is met.</param>
    /// <param name="option">The other option's name.</param>
    public string ByOther(string headline, string option) => text.Sentences([headline, text["Headline.ByOther", option]]);

    /// <param name="lastDay">Null where no end is in sight.</param>
    public string Until(DateOnly? lastDay) => lastDay is { } until ? text["Outlook.Until", formats.Day(until)] : text["Outlook.NoEnd", Outlook.Months];

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
        { Status: Status.NotMet, Plan: { } plan } when progress.Missing(plan) is { } missing => text["Announced.NotMet.Missing", formats.Day(from), tier, missing],
        _ => text[$"Announced.{then.Status}", formats.Day(from), tier],
    };

    /// <summary>What a departure costs.</summary>
    /// <param name="tiers">At least one.</param>
    /// <param name="lastDay">Of who is already leaving; null for who stays.</param>
    public string Critical(string person, IReadOnlyList<string> tiers, DateOnly? lastDay)
    {
        var lost = string.Join(text["List.Separator"], tiers);

        return lastDay is { } day ? text["Critical.Leaving", person, lost, formats.Day(day)] : text.Count("Critical.Lost", tiers.Count, person, lost);
    }

    // Entries that leave may be credits; then the metric gains.
    private static decimal ChangeOf(OutlookCause cause, decimal value) => cause == OutlookCause.EntryLeaves ? -value : value;
}
