using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Sets which competencies the organization is judged in. Facts stay when one is no longer followed.</summary>
internal sealed class FollowCompetencies(PortalContext db, CurrentUser user)
{
    public async Task<SaveOutcome> ExecuteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var wanted = keys.Where(key => program.Competency(key) is not null).Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => Guid.CreateVersion7(), StringComparer.Ordinal);

        return await db.EditAsync(() => db.RecordAsync(user.OrganizationId, token => FollowAsync(wanted, token), cancellationToken));
    }

    private async Task FollowAsync(Dictionary<string, Guid> wanted, CancellationToken cancellationToken)
    {
        var followed = await db.FollowedCompetencies.ToListAsync(cancellationToken);

        db.FollowedCompetencies.RemoveRange(followed.Where(one => !wanted.ContainsKey(one.Competency)));

        foreach (var (key, id) in wanted.Where(each => !followed.Exists(one => one.Competency == each.Key)))
        {
            db.FollowedCompetencies.Add(new FollowedCompetency(id, user.OrganizationId, key));
        }
    }
}
