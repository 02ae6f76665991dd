using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Deletes a person who was entered by mistake, with periods and passes; the content stays in the journal, the number is not given again.</summary>
internal sealed class RemovePerson(PortalContext db, CurrentUser user)
{
    public async Task<SaveOutcome> ExecuteAsync(int number, CancellationToken cancellationToken)
    {
        if (!await db.Employees.AnyAsync(person => person.Number == number, cancellationToken))
        {
            return SaveOutcome.NotFound;
        }

        return await db.EditAsync(() => db.RecordAsync(user.OrganizationId, token => RemoveAsync(number, token), cancellationToken));
    }

    private async Task RemoveAsync(int number, CancellationToken cancellationToken)
    {
        var person = await db.Employees.Include(one => one.Periods).SingleOrConflictAsync(one => one.Number == number, cancellationToken);
        db.ExamPasses.RemoveRange(await db.ExamPasses.Where(pass => pass.EmployeeId == person.Id).ToListAsync(cancellationToken));
        db.RemoveRange(person.Periods);
        db.Employees.Remove(person);
    }
}
