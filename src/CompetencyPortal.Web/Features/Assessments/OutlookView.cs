using CompetencyPortal.Domain.Standings;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Until when a tier that is met holds, and what ends it.</summary>
/// <param name="Tier">The tier's key.</param>
/// <param name="Until">The sentence that answers it.</param>
/// <param name="End">Null where no end is in sight.</param>
internal sealed record OutlookView(string Tier, string TierName, string Until, OutlookEndView? End);

/// <summary>How a tier ends.</summary>
/// <param name="LastDay">The last day on which it is met.</param>
/// <param name="Days">From the day that was judged to <paramref name="LastDay"/>.</param>
/// <param name="Warning">How soon it ends.</param>
/// <param name="Cause">The day and what ends it.</param>
/// <param name="Events">What changes on the way; the last one ends the tier.</param>
/// <param name="Keep">The plan of the first day without the tier; null where there is none.</param>
internal sealed record OutlookEndView(
    DateOnly LastDay, int Days, string Warning, string Cause, IReadOnlyList<OutlookEventView> Events, string? Keep, IReadOnlyList<PlanWayView> Ways)
{
    public bool IsSoon => Days <= Standing.SoonDays;
}

/// <param name="After">What the measure comes to then; null where none changes.</param>
internal sealed record OutlookEventView(DateOnly On, string Happening, string? After);

/// <summary>Somebody whose departure costs tiers.</summary>
/// <param name="Number">The person's number in the organization.</param>
internal sealed record CriticalPersonView(string Number, string Name, string Sentence);
