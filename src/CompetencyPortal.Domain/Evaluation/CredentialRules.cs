using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>When a record counts, and when a credential can be taken. All days are included.</summary>
internal static class CredentialRules
{
    /// <summary>Whether the record counts on the day.</summary>
    public static bool Counts(CredentialFacts record, CredentialDefinition credential, DateOnly day) =>
        record.EarnedOn <= day && !(credential.RetiredOn < record.EarnedOn) && day <= LastDay(record, credential);

    /// <summary>Whether the record counts on the day or has counted before.</summary>
    public static bool HasCounted(CredentialFacts record, CredentialDefinition credential, DateOnly day) =>
        record.EarnedOn <= day
        && !(credential.RetiredOn < record.EarnedOn)
        && record.EarnedOn <= LastDay(record, credential);

    /// <summary>The last day on which the record can count.</summary>
    public static DateOnly LastDay(CredentialFacts record, CredentialDefinition credential)
    {
        var expires = record.ValidUntil
            ?? (credential.ValidForMonths is { } months ? Calendar.MonthsAfter(record.EarnedOn, months) : DateOnly.MaxValue);

        return credential.AcceptedUntil < expires ? credential.AcceptedUntil.Value : expires;
    }

    /// <summary>Whether somebody can earn the credential on the day, and it counts. A derived one is never taken itself.</summary>
    public static bool CanBeTaken(CredentialDefinition credential, DateOnly day) =>
        credential.DerivedFrom is null
        && !(day < credential.AvailableFrom)
        && !(credential.RetiredOn < day)
        && !(credential.AcceptedUntil < day);
}
