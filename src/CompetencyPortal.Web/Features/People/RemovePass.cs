using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Deletes a pass that was entered by mistake; its content stays in the journal.</summary>
internal sealed class RemovePass(PortalContext db, CurrentUser user)
{
    public async Task<SaveOutcome> ExecuteAsync(int number, Guid pass, CancellationToken cancellationToken)
    {
        var personId = await db.Employees.Where(one => one.Number == number).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellationToken);

        if (!await db.ExamPasses.AnyAsync(one => one.Id == pass && one.EmployeeId == personId, cancellationToken))
        {
            return SaveOutcome.NotFound;
        }

        return await db.EditAsync(() => db.RecordAsync(
            user.OrganizationId,
            async token => db.ExamPasses.Remove(await db.ExamPasses.SingleOrConflictAsync(one => one.Id == pass, token)),
            cancellationToken));
    }
}
