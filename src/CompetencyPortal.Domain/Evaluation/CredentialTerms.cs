using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>When a record of a credential counts, and when the credential can be taken. All days are included.</summary>
internal readonly struct CredentialTerms(CredentialDefinition credential)
{
    private readonly DateOnly _availableFrom = credential.AvailableFrom ?? DateOnly.MinValue;
    private readonly DateOnly _retiredOn = credential.RetiredOn ?? DateOnly.MaxValue;
    private readonly DateOnly _acceptedUntil = credential.AcceptedUntil ?? DateOnly.MaxValue;
    private readonly int? _validForMonths = credential.ValidForMonths;
    private readonly bool _isDerived = credential.DerivedFrom is not null;

    /// <summary>Whether the record counts on the day.</summary>
    public bool Counts(CredentialFacts record, DateOnly day) =>
        record.EarnedOn <= day && record.EarnedOn <= _retiredOn && day <= LastDay(record);

    /// <summary>Whether the record counts on the day or has counted before.</summary>
    public bool HasCounted(CredentialFacts record, DateOnly day) =>
        record.EarnedOn <= day && record.EarnedOn <= _retiredOn && record.EarnedOn <= LastDay(record);

    /// <summary>The last day on which the record can count.</summary>
    public DateOnly LastDay(CredentialFacts record)
    {
        var expires = record.ValidUntil ?? (_validForMonths is { } months ? Calendar.MonthsAfter(record.EarnedOn, months) : DateOnly.MaxValue);

        return _acceptedUntil < expires ? _acceptedUntil : expires;
    }

    /// <summary>Whether somebody can earn the credential on the day, and it counts. A derived one is never taken itself.</summary>
    public bool CanBeTaken(DateOnly day) => !_isDerived && _availableFrom <= day && day <= _retiredOn && day <= _acceptedUntil;
}
