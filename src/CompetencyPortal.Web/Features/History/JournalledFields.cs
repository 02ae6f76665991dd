using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.History;

/// <summary>What a value in the journal is, hence how it is said.</summary>
internal enum FieldFormat
{
    Text,
    YesNo,
    Day,
    Instant,
    Amount,
    EntryKind,
    Measure,
    Product,
    Association,
    Market,
    User,
}

/// <summary>A property of a fact as the history shows it.</summary>
/// <param name="Label">Resource key of its name; forms use the same.</param>
/// <param name="IsInSentence">Named by the sentence about the record, hence shown only where it changed.</param>
internal sealed record JournalledField(string Property, string Label, FieldFormat Format = FieldFormat.Text, bool IsInSentence = false);

/// <summary>Every property that the journal keeps, by the record's kind; a test compares this with the model.</summary>
internal static class JournalledFields
{
    private static readonly JournalledField VerifiedBy = new(nameof(ExamPass.VerifiedBy), "History.Label.VerifiedBy", FieldFormat.User);
    private static readonly JournalledField VerifiedAt = new(nameof(ExamPass.VerifiedAt), "History.Label.VerifiedAt", FieldFormat.Instant);

    /// <summary>In the order in which they are shown.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<JournalledField>> Shown =
        new Dictionary<string, IReadOnlyList<JournalledField>>(StringComparer.Ordinal)
        {
            [nameof(Organization)] =
            [
                new(nameof(Organization.Name), "History.Label.OrganizationName"),
                new(nameof(Organization.DefaultCurrency), "Organization.Currency"),
                new(nameof(Organization.ShowsNames), "Organization.ShowsNames", FieldFormat.YesNo),
            ],
            [nameof(OrganizationMarket)] =
            [
                new(nameof(OrganizationMarket.Market), "History.Label.Market", FieldFormat.Market, IsInSentence: true),
                new(nameof(OrganizationMarket.From), "History.Label.From", FieldFormat.Day),
            ],
            [nameof(FollowedCompetency)] = [],
            [nameof(FlagAnswer)] =
            [
                new(nameof(FlagAnswer.IsYes), "Flag.Choice", FieldFormat.YesNo),
                new(nameof(FlagAnswer.On), "Flag.On", FieldFormat.Day),
                new(nameof(FlagAnswer.Until), "Flag.Until", FieldFormat.Day),
            ],
            [nameof(Employee)] =
            [
                new(nameof(Employee.Name), "Person.Name", IsInSentence: true),
                new(nameof(Employee.Reading), "Person.Reading"),
                new(nameof(Employee.LatinName), "Person.LatinName"),
                new(nameof(Employee.Email), "Person.Email"),
                new(nameof(Employee.EmployeeNumber), "Person.EmployeeNumber"),
                new(nameof(Employee.CertificationId), "Person.CertificationId"),
            ],
            [nameof(EmploymentPeriod)] =
            [
                new(nameof(EmploymentPeriod.Joined), "Employment.Joined", FieldFormat.Day),
                new(nameof(EmploymentPeriod.LastDay), "Employment.LastDay", FieldFormat.Day),
            ],
            [nameof(ExamPass)] =
            [
                new(nameof(ExamPass.Code), "Pass.Code", IsInSentence: true),
                new(nameof(ExamPass.EarnedOn), "Pass.EarnedOn", FieldFormat.Day),
                new(nameof(ExamPass.ValidUntil), "Pass.ValidUntil", FieldFormat.Day),
                VerifiedBy,
                VerifiedAt,
            ],
            [nameof(RevenueEntry)] =
            [
                new(nameof(RevenueEntry.Measure), "Entry.Measure", FieldFormat.Measure, IsInSentence: true),
                new(nameof(RevenueEntry.On), "Entry.On", FieldFormat.Day, IsInSentence: true),
                new(nameof(RevenueEntry.Amount), "Entry.Amount", FieldFormat.Amount, IsInSentence: true),
                new(nameof(RevenueEntry.Kind), "Entry.Kind", FieldFormat.EntryKind),
                new(nameof(RevenueEntry.Customer), "Entry.Customer"),
                new(nameof(RevenueEntry.Product), "Entry.Product", FieldFormat.Product),
                new(nameof(RevenueEntry.Association), "Entry.Association", FieldFormat.Association),
                new(nameof(RevenueEntry.Reference), "Entry.Reference"),
                VerifiedBy,
                VerifiedAt,
            ],
            [nameof(StatedZero)] = [],
        };

    /// <summary>What needs no row of its own: it stands in the sentence and never changes, is said by who and when, or stands with another value.</summary>
    public static readonly IReadOnlySet<(string Kind, string Property)> SaidElsewhere = new HashSet<(string, string)>
    {
        (nameof(Organization), nameof(Organization.CreatedAt)),
        (nameof(FollowedCompetency), nameof(FollowedCompetency.Competency)),
        (nameof(FlagAnswer), nameof(FlagAnswer.Flag)),
        (nameof(Employee), nameof(Employee.Number)),
        (nameof(EmploymentPeriod), nameof(EmploymentPeriod.EmployeeId)),
        (nameof(ExamPass), nameof(ExamPass.EmployeeId)),
        (nameof(RevenueEntry), nameof(RevenueEntry.Currency)),
        (nameof(StatedZero), nameof(StatedZero.Measure)),
        (nameof(StatedZero), nameof(StatedZero.Month)),
        (nameof(StatedZero), nameof(StatedZero.StatedBy)),
        (nameof(StatedZero), nameof(StatedZero.StatedAt)),
    };
}
