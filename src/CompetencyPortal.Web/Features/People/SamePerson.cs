using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.People;

/// <summary>
/// Keeps one person from standing twice in an organization. E-mail, employee number and certification id are unique there;
/// of two people with one name, each needs one of the three to be told apart.
/// </summary>
internal sealed class SamePerson(PortalContext db)
{
    /// <summary>The property in which somebody else has the same identity, or null.</summary>
    /// <param name="self">Number of the person who is edited, if any.</param>
    public async Task<string?> TakenFieldAsync(PersonInput input, int? self, CancellationToken cancellationToken)
    {
        var (email, employeeNumber, certificationId) = (Normalized(input.Email), Normalized(input.EmployeeNumber), Normalized(input.CertificationId));
        var name = BoundedText.Normalize(input.Name ?? string.Empty);
        var isNamedOnly = (email ?? employeeNumber ?? certificationId) is null;

        var others = await db.Employees
            .Where(person => person.Number != self)
            .Where(person => (email != null && person.NormalizedEmail == email)
                || (employeeNumber != null && person.NormalizedEmployeeNumber == employeeNumber)
                || (certificationId != null && person.NormalizedCertificationId == certificationId)
                || (person.NormalizedName == name
                    && (isNamedOnly || (person.NormalizedEmail ?? person.NormalizedEmployeeNumber ?? person.NormalizedCertificationId) == null)))
            .Select(person => new { person.NormalizedEmail, person.NormalizedEmployeeNumber, person.NormalizedCertificationId })
            .ToListAsync(cancellationToken);

        if (others.Count == 0)
        {
            return null;
        }

        return others switch
        {
            _ when email is not null && others.Exists(other => other.NormalizedEmail == email) => nameof(input.Email),
            _ when employeeNumber is not null && others.Exists(other => other.NormalizedEmployeeNumber == employeeNumber) => nameof(input.EmployeeNumber),
            _ when certificationId is not null && others.Exists(other => other.NormalizedCertificationId == certificationId) => nameof(input.CertificationId),
            _ => nameof(input.Name),
        };
    }

    private static string? Normalized(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : BoundedText.Normalize(typed);
}
