namespace CompetencyPortal.Domain.Organizations;

/// <summary>What names a person; all of it is personal and all but the name may be left out.</summary>
/// <param name="Reading">フリガナ.</param>
/// <param name="EmployeeNumber">The number that the organization itself uses.</param>
/// <param name="CertificationId">The number under which the vendor knows the person.</param>
public sealed record PersonDetails(
    string Name,
    string? Reading = null,
    string? LatinName = null,
    string? Email = null,
    string? EmployeeNumber = null,
    string? CertificationId = null);
