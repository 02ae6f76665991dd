using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Deletes a person who was entered by mistake, with periods and passes; the content stays in the journal, the number is not given again.</summary>
internal sealed class RemovePerson(PortalContext db, CurrentUser user)
{
    /// <param name="version">As the page showed it: what somebody corrected meanwhile is not deleted unseen.</param>
    public Task<SaveOutcome> ExecuteAsync(int number, long version, CancellationToken cancellationToken) => db.EditAsync(
        user.OrganizationId,
        async token =>
        {
            if (await db.Employees.Include(one => one.Periods).SingleOrDefaultAsync(one => one.Number == number, token) is not { } person)
            {
                return SaveOutcome.NotFound;
            }

            db.ExpectVersion(person, version);
            db.ExamPasses.RemoveRange(await db.ExamPasses.Where(pass => pass.EmployeeId == person.Id).ToListAsync(token));
            db.Employees.Remove(person);

            return SaveOutcome.Saved;
        },
        cancellationToken);
}
