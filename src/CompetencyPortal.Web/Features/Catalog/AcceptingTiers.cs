using CompetencyPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Catalog;

/// <summary>A seat of a tier that accepts a credential, directly or through groups and derivations; by keys of the catalog.</summary>
/// <param name="Seats">How many such seats there are; 0 for a score, which counts everybody.</param>
internal sealed record AcceptingTier(
    string Code, string Competency, DateOnly EffectiveFrom, string Option, int OptionPlace, string Tier, int Rank, string Seat, int Seats);

/// <summary>Answers which tiers accept a credential, from the rows of the catalog.</summary>
internal sealed class AcceptingTiers(PortalContext db)
{
    /// <summary>Of every credential, lowest tier first.</summary>
    public Task<List<AcceptingTier>> AllAsync(CancellationToken cancellationToken) => Query(code: null).ToListAsync(cancellationToken);

    /// <summary>Of one credential, lowest tier first.</summary>
    public Task<List<AcceptingTier>> OfAsync(string code, CancellationToken cancellationToken) => Query(code).ToListAsync(cancellationToken);

    private IQueryable<AcceptingTier> Query(string? code) =>
        from accepted in db.SeatCredentials
        where code == null || accepted.Code == code
        join seat in db.Seats on accepted.SeatId equals seat.Id
        join requirement in db.Requirements on seat.RequirementId equals requirement.Id
        join tier in db.Tiers on requirement.TierId equals tier.Id
        join option in db.CompetencyOptions on tier.OptionId equals option.Id
        join version in db.CompetencyVersions on option.VersionId equals version.Id
        join competency in db.Competencies on version.CompetencyId equals competency.Id
        orderby competency.Key, version.EffectiveFrom descending, option.Place, tier.Rank, seat.Key
        select new AcceptingTier(
            accepted.Code, competency.Key, version.EffectiveFrom, option.Key, option.Place, tier.Key, tier.Rank, seat.Key, seat.Count);
}
