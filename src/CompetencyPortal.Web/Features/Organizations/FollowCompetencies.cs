using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Sets which competencies the organization is judged in. Facts stay when one is no longer followed.</summary>
internal sealed class FollowCompetencies(PortalContext db, CurrentUser user)
{
    /// <summary>Applies what the form changed, and nothing else: what somebody else followed meanwhile stays.</summary>
    /// <param name="shown">Keys that were ticked when the form was opened.</param>
    /// <param name="ticked">Keys that are ticked now.</param>
    public async Task ExecuteAsync(IEnumerable<string?> shown, IEnumerable<string?> ticked, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var before = shown.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var now = ticked.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var added = now.Except(before, StringComparer.Ordinal).Where(key => program.Competency(key) is not null).ToDictionary(key => key, _ => Guid.CreateVersion7(), StringComparer.Ordinal);

        await db.RecordAsync(user.OrganizationId, token => FollowAsync(added, before.Except(now, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal), token), cancellationToken);
    }

    private async Task FollowAsync(Dictionary<string, Guid> added, HashSet<string> dropped, CancellationToken cancellationToken)
    {
        var followed = await db.FollowedCompetencies.ToListAsync(cancellationToken);

        db.FollowedCompetencies.RemoveRange(followed.Where(one => dropped.Contains(one.Competency)));

        foreach (var (key, id) in added.Where(each => !followed.Exists(one => one.Competency == each.Key)))
        {
            db.FollowedCompetencies.Add(new FollowedCompetency(id, user.OrganizationId, key));
        }
    }
}
