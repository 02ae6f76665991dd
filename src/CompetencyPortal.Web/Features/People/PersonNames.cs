using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.People;

/// <summary>What an organization's people are called before the signed-in user: by name where its own admin or its permission asks for that, else by number.</summary>
internal sealed class PersonNames(PortalContext db, CurrentUser user, IStringLocalizer<PortalText> text)
{
    /// <summary>Whether the user may know the names.</summary>
    /// <param name="showsNames"><see cref="Organization.ShowsNames"/>.</param>
    public bool AreShown(bool showsNames) => user.IsPartnerAdmin || showsNames;

    /// <summary>Who is who, by <see cref="Employee.FactsId"/>. Names that the user must not know are not even read.</summary>
    /// <param name="showsNames"><see cref="Organization.ShowsNames"/>.</param>
    public async Task<Func<string, string>> OfAsync(Guid organization, bool showsNames, CancellationToken cancellationToken)
    {
        if (!AreShown(showsNames))
        {
            return Pseudonym;
        }

        var people = await db.Employees.Where(person => person.OrganizationId == organization)
            .Select(person => new { person.Number, person.Name })
            .ToDictionaryAsync(person => person.Number.ToString(CultureInfo.InvariantCulture), person => person.Name, StringComparer.Ordinal, cancellationToken);

        return person => people[person];
    }

    /// <summary>What people are called amid a sentence: a name with what courtesy adds to it, a number without.</summary>
    /// <param name="nameOf">As <see cref="OfAsync"/> says.</param>
    /// <param name="showsNames"><see cref="Organization.ShowsNames"/>.</param>
    public Func<string, string> Spoken(Func<string, string> nameOf, bool showsNames) =>
        AreShown(showsNames) ? person => text["Person.Spoken", nameOf(person)] : nameOf;

    private string Pseudonym(string person) => text["Person.Pseudonym", person];
}
