using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>A requirement's node with its result, and what it takes to say both.</summary>
internal sealed record NodeView(
    ProgramCatalog Program,
    VersionDefinition Version,
    string? Market,
    RuleText Rule,
    Func<string, string> NameOf,
    Requirement Requirement,
    NodeResult Result);

/// <summary>One bar for a measure, a mark a tier.</summary>
/// <param name="Anchor">Of the row, whose heading names the bar.</param>
/// <param name="Value">Null while nothing is reported.</param>
/// <param name="Scale">The bar's right end, above 0.</param>
internal sealed record BarView(string Anchor, string Unit, decimal? Value, decimal Scale, IReadOnlyList<BarMark> Marks);

internal sealed record BarMark(string Tier, decimal Threshold);

internal sealed record MetricView(string Measure, string Unit, decimal? Value, MetricBreakdown Breakdown, IReadOnlyList<EntryView> Entries);

/// <param name="Typed">As entered, in <paramref name="TypedUnit"/>; a credit is negative.</param>
internal sealed record EntryView(
    Guid Id,
    DateOnly On,
    string? Customer,
    RevenueKind Kind,
    decimal Typed,
    string TypedUnit,
    bool IsConverted,
    string Unit,
    EntryVerdict Verdict);

internal sealed record StaffingView(IReadOnlyList<string> Certificates, IReadOnlyList<PersonView> People);

/// <param name="Number">The person's number in the organization.</param>
/// <param name="Name">What the reader calls the person.</param>
/// <param name="Seat">What the person counts as; null where a reason says why not.</param>
/// <param name="Missing">Codes of the exams that would make the person fit for a seat.</param>
internal sealed record PersonView(string Number, string Name, IReadOnlyList<CredentialFacts> Passes, string? Seat, string? Reason, IReadOnlyList<string> Missing);

/// <summary>The seats of a tier, and who is in them.</summary>
internal sealed record StaffedTier(string Name, StaffingRequirement Requirement, StaffingResult Result)
{
    public IEnumerable<(string Person, FilledSeat Seat)> Fillings() =>
        from seat in Result.Seats.Zip(Requirement.Seats)
        from filling in seat.First.Filled
        select (filling.Person, new FilledSeat(AssessmentText.SeatName(seat.Second), Name));

    /// <summary>The people who can fill the certificate's seats: a largest filling uses every one of them.</summary>
    public IEnumerable<string> AbleTo() =>
        from seat in Result.Seats
        where Result.Certificate?.Seats.Contains(seat.Seat, StringComparer.Ordinal) == true
        from filling in seat.Filled
        select filling.Person;
}

/// <summary>A kind of seat that a person fills in a tier, by their names.</summary>
internal sealed record FilledSeat(string Seat, string Tier);
