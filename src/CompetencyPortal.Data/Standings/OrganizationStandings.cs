using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Standings;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Standings;

/// <summary>An organization's evaluation in each competency that it follows, and what all were made from.</summary>
internal sealed record FreshStandings(StandingBasis Basis, IReadOnlyDictionary<string, FreshStanding> Evaluated);

internal sealed record FreshStanding(IReadOnlyList<string> Currencies, StandingOutcome Outcome);

/// <summary>Evaluates an organization in the competencies that it follows.</summary>
internal static class OrganizationStandings
{
    /// <summary>Puts the standings as they are now into the context, to be saved with what changed them.</summary>
    public static async Task StoreAsync(PortalContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var fresh = await EvaluateAsync(db, organizationId, cancellationToken);
        var stored = await db.Standings.Include(standing => standing.Tiers)
            .Where(standing => standing.OrganizationId == organizationId).ToListAsync(cancellationToken);

        db.RemoveRange(stored.Where(standing => !fresh.Evaluated.ContainsKey(standing.Competency)));
        foreach (var (competency, evaluated) in fresh.Evaluated)
        {
            var standing = stored.Find(standing => standing.Competency == competency) ?? Add(db, organizationId, competency);
            standing.Store(fresh.Basis, evaluated.Currencies, evaluated.Outcome, db.Session.Now);
        }
    }

    public static async Task<FreshStandings> EvaluateAsync(PortalContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);
        var basis = await BasisAsync(db, organizationId, catalog, cancellationToken);
        var facts = await FactsOf.ReadAsync(db, organizationId, cancellationToken);
        var followed = await FollowedAsync(db, organizationId, catalog, cancellationToken);

        return new FreshStandings(basis, followed.ToDictionary(
            competency => competency,
            competency => Evaluate(catalog, facts, competency, basis.AsOf),
            StringComparer.Ordinal));
    }

    private static async Task<StandingBasis> BasisAsync(
        PortalContext db, Guid organizationId, CompiledCatalog catalog, CancellationToken cancellationToken)
    {
        var versions = await db.Organizations.Where(organization => organization.Id == organizationId)
            .Select(organization => new
            {
                organization.FactsVersion,
                RatesVersion = db.ProgramStates.Select(state => state.RatesVersion).Single(),
            })
            .SingleAsync(cancellationToken);

        return new StandingBasis(db.Session.Today, versions.FactsVersion, catalog.Revision, versions.RatesVersion);
    }

    /// <summary>The competencies followed that the catalog has.</summary>
    public static async Task<HashSet<string>> FollowedAsync(
        PortalContext db, Guid organizationId, CompiledCatalog catalog, CancellationToken cancellationToken)
    {
        var followed = await db.FollowedCompetencies.Where(row => row.OrganizationId == organizationId)
            .Select(row => row.Competency).ToListAsync(cancellationToken);

        return followed.Where(competency => catalog.Program.Competency(competency) is not null).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The standings in scope that do not hold on the day. What facts change is stored with them, so they never make one due.</summary>
    public static IQueryable<Standing> Due(PortalContext db, DateOnly today, int catalogRevision)
    {
        return db.Standings.Where(standing => standing.NextChangeOn <= today
            || standing.AsOf > today
            || standing.CatalogRevision != catalogRevision
            || db.RatedCurrencies.Any(rated => rated.ChangedIn > standing.RatesVersion && standing.Currencies.Contains(rated.Currency)));
    }

    private static FreshStanding Evaluate(CompiledCatalog catalog, FactsOf facts, string competency, DateOnly day)
    {
        var known = facts.For(catalog.Program, competency, day).Facts;
        var announced = facts.Announced(catalog, competency, day);
        var changes = new[]
        {
            catalog.Evaluator.NextChangeOn(competency, known),
            announced.Count > 0 ? facts.NextChangeAfter(day) : facts.NextMarketAfter(day),
        };

        return new FreshStanding(
            [.. (known.Measurements ?? []).Select(entry => entry.Currency).OfType<string>().Distinct(StringComparer.Ordinal)],
            StandingOutcome.Of(catalog.Evaluator.Evaluate(competency, known), announced, changes.Min(), catalog.Program));
    }

    private static Standing Add(PortalContext db, Guid organizationId, string competency)
    {
        var standing = new Standing(Guid.CreateVersion7(), organizationId, competency);
        db.Add(standing);

        return standing;
    }
}
