using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Deletes a pass that was entered by mistake; its content stays in the journal.</summary>
internal sealed class RemovePass(PortalContext db, CurrentUser user)
{
    /// <param name="version">As the page showed it: what somebody corrected meanwhile is not deleted unseen.</param>
    public Task<SaveOutcome> ExecuteAsync(int number, Guid pass, long version, CancellationToken cancellationToken) => db.EditAsync(
        user.OrganizationId,
        async token =>
        {
            var personId = await db.Employees.Where(one => one.Number == number).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(token);

            if (await db.ExamPasses.SingleOrDefaultAsync(one => one.Id == pass && one.EmployeeId == personId, token) is not { } stored)
            {
                return SaveOutcome.NotFound;
            }

            db.ExpectVersion(stored, version);
            db.ExamPasses.Remove(stored);

            return SaveOutcome.Saved;
        },
        cancellationToken);
}
