using CompetencyPortal.Domain.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Standings;

/// <summary>The standings that pages show: as stored, or evaluated where what is stored no longer holds.</summary>
public sealed partial class CurrentStandings(PortalContext db, ILogger<CurrentStandings> logger)
{
    /// <summary>All standings of an organization in the session's scope, by competency; each holds today. None for one out of scope.</summary>
    public async Task<IReadOnlyList<Standing>> OfAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.AnyAsync(organization => organization.Id == organizationId, cancellationToken))
        {
            return [];
        }

        if (await StoredAsync(organizationId, cancellationToken) is { } stored)
        {
            return stored;
        }

        var fresh = await EvaluateAsync(organizationId, cancellationToken);
        await TryStoreAsync(organizationId, cancellationToken);

        return fresh;
    }

    /// <summary>The standing in one competency; null where the organization is out of scope or follows it not.</summary>
    public async Task<Standing?> OfAsync(Guid organizationId, string competency, CancellationToken cancellationToken)
    {
        return (await OfAsync(organizationId, cancellationToken)).FirstOrDefault(standing => standing.Competency == competency);
    }

    /// <summary>The organizations in the session's scope that have a standing that no longer holds.</summary>
    public async Task<IReadOnlyList<Guid>> DueOrganizationsAsync(CancellationToken cancellationToken)
    {
        return await (await DueAsync(cancellationToken)).Select(standing => standing.OrganizationId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Stores the organizations' standings as they are now; says of how many. One that cannot be stored does not hold up the others.</summary>
    public async Task<int> StoreAsync(IEnumerable<Guid> organizations, CancellationToken cancellationToken)
    {
        var stored = 0;

        foreach (var organizationId in organizations)
        {
            stored += await TryStoreAsync(organizationId, cancellationToken) ? 1 : 0;
        }

        return stored;
    }

    /// <summary>How many organizations in the session's scope have a standing that no longer holds.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken)
    {
        return await (await DueAsync(cancellationToken)).Select(standing => standing.OrganizationId).Distinct().CountAsync(cancellationToken);
    }

    /// <summary>Which of the standings, by their ids, no longer hold.</summary>
    public async Task<IReadOnlySet<Guid>> DueAmongAsync(IEnumerable<Guid> standings, CancellationToken cancellationToken)
    {
        var ids = standings.ToList();

        return (await (await DueAsync(cancellationToken)).Where(standing => ids.Contains(standing.Id))
            .Select(standing => standing.Id).ToListAsync(cancellationToken)).ToHashSet();
    }

    [LoggerMessage(LogLevel.Warning, "The standings of organization {OrganizationId} were evaluated but not stored.")]
    private partial void StandingsNotStored(Guid organizationId, Exception exception);

    /// <summary>Null where one of them does not hold today.</summary>
    private async Task<List<Standing>?> StoredAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);
        if (await OrganizationStandings.Due(db, db.Session.Today, catalog.Revision).AnyAsync(standing => standing.OrganizationId == organizationId, cancellationToken))
        {
            return null;
        }

        var followed = await OrganizationStandings.FollowedAsync(db, organizationId, catalog, cancellationToken);
        var stored = await db.Standings.AsNoTracking().Include(standing => standing.Tiers.OrderBy(tier => tier.Place))
            .Where(standing => standing.OrganizationId == organizationId).OrderBy(standing => standing.Competency).ToListAsync(cancellationToken);

        return followed.SetEquals(stored.Select(standing => standing.Competency)) ? stored : null;
    }

    private async Task<List<Standing>> EvaluateAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var fresh = await OrganizationStandings.EvaluateAsync(db, organizationId, cancellationToken);

        return [.. fresh.Evaluated.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => InMemory(pair.Key, pair.Value, fresh.Basis))];

        Standing InMemory(string competency, FreshStanding evaluated, StandingBasis basis)
        {
            var standing = new Standing(Guid.CreateVersion7(), organizationId, competency);
            standing.Store(basis, evaluated.Currencies, evaluated.Outcome, db.Session.Now);

            return standing;
        }
    }

    /// <summary>A page shows what it evaluated, whether or not that could be kept.</summary>
    private async Task<bool> TryStoreAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        try
        {
            await db.StoreStandingsAsync(organizationId, cancellationToken);

            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            StandingsNotStored(organizationId, exception);

            return false;
        }
    }

    private async Task<IQueryable<Standing>> DueAsync(CancellationToken cancellationToken)
    {
        return OrganizationStandings.Due(db, db.Session.Today, (await db.CatalogAsync(cancellationToken)).Revision);
    }
}
