namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>An exam, certification, assessment or other body's certificate. All days are included.</summary>
/// <param name="AvailableFrom">The first day it can be taken; limits plans only.</param>
/// <param name="RetiredOn">The last day it can be passed.</param>
/// <param name="AcceptedUntil">The last day it counts.</param>
/// <param name="ValidForMonths">How long a pass counts that names no end of its own; at least 1.</param>
/// <param name="DerivedFrom">Whoever satisfies this holds the credential; names no group.</param>
/// <param name="Cost">Weight in a plan, above 0; 1 where the document says nothing.</param>
public sealed record CredentialDefinition(
    string Code,
    CredentialKind Kind,
    LocalizedText Title,
    string? Issuer = null,
    string? Url = null,
    DateOnly? AvailableFrom = null,
    DateOnly? RetiredOn = null,
    DateOnly? AcceptedUntil = null,
    int? ValidForMonths = null,
    Holds? DerivedFrom = null,
    decimal Cost = 1m);

public enum CredentialKind
{
    Exam,
    Certification,
    Assessment,
    Other,
}
