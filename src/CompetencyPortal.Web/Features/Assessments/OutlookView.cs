namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Until when a tier that is met holds, and what ends it.</summary>
/// <param name="Tier">The tier's key.</param>
/// <param name="Until">The sentence that answers it.</param>
/// <param name="End">Null where no end is in sight.</param>
internal sealed record OutlookView(string Tier, string TierName, string Until, OutlookEndView? End);

/// <summary>How a tier ends.</summary>
/// <param name="LastDay">The last day on which it is met.</param>
/// <param name="Cause">The day and what ends it.</param>
/// <param name="Events">What changes on the way, the last one ending the tier; none where new rules end it.</param>
/// <param name="Keep">The plan of the first day without the tier, under the rules of that day; null where there is none.</param>
internal sealed record OutlookEndView(DateOnly LastDay, string Cause, IReadOnlyList<OutlookEventView> Events, string? Keep, IReadOnlyList<PlanWayView> Ways);

/// <summary>That a tier ends soon, under today's rules or by those that are announced.</summary>
/// <param name="Tier">The tier's key.</param>
/// <param name="Warning">How soon.</param>
/// <param name="Cause">The day and what ends it.</param>
internal sealed record EndsSoonView(string Tier, string Warning, string Cause);

/// <param name="After">What the measure comes to then; null where none changes.</param>
internal sealed record OutlookEventView(DateOnly On, string Happening, string? After);

/// <summary>Somebody whose departure costs tiers.</summary>
/// <param name="Number">The person's number in the organization.</param>
internal sealed record CriticalPersonView(string Number, string Name, string Sentence);
