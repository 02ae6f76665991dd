using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>Records of a demo organization, for addresses.</summary>
internal sealed record KnownRecords(Guid Organization, int Person, Guid Pass, Guid Entry)
{
    /// <summary>Of an organization that has entered nothing: ids that lead nowhere.</summary>
    private static readonly (int Person, Guid Pass, Guid Entry) None = (1, Guid.Empty, Guid.Empty);

    public IReadOnlyDictionary<string, string> RouteValues => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organization"] = $"{Organization}",
        ["number"] = $"{Person}",
        ["pass"] = $"{Pass}",
        ["id"] = $"{Entry}",
        ["competency"] = "cloud-crm",
        ["flag"] = "authorized-reseller",
        ["status"] = "404",
    };

    public static Task<KnownRecords> OfAsync(PortalFactory portal, string organization) => portal.InDatabaseAsync(async db =>
    {
        var id = await db.Organizations.Where(one => one.Name.StartsWith(organization)).Select(one => one.Id).SingleAsync();
        var pass = await db.ExamPasses.Where(one => one.OrganizationId == id)
            .OrderBy(one => one.Id)
            .Join(db.Employees, one => one.EmployeeId, person => person.Id, (one, person) => new { one.Id, person.Number })
            .FirstOrDefaultAsync();
        var entry = await db.RevenueEntries.Where(one => one.OrganizationId == id).OrderBy(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync();

        return new KnownRecords(id, pass?.Number ?? None.Person, pass?.Id ?? None.Pass, entry);
    });

    public static Task<Employee> PersonAsync(PortalFactory portal, Guid organization, string name) =>
        portal.InDatabaseAsync(db => db.Employees.AsNoTracking().SingleAsync(one => one.OrganizationId == organization && one.Name == name));
}
