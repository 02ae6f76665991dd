using CompetencyPortal.Data;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>What a change of figures cost, to be said once it is saved: tiers that are met no longer, or less long.</summary>
internal sealed class CostOfFigures(PortalContext db, CurrentUser user, CurrentStandings standings, Formats formats, IStringLocalizer<PortalText> text)
{
    /// <summary>The tiers that are met now, by competency.</summary>
    public async Task<IReadOnlyList<MetTier>> ReadAsync(CancellationToken cancellationToken) =>
    [
        .. (await standings.OfAsync(user.OrganizationId, cancellationToken))
            .Where(standing => standing.Headline is not null)
            .Select(standing => new MetTier(standing.Competency, standing.Headline!, standing.Rank, standing.HoldsUntil)),
    ];

    /// <summary>A sentence for each competency that stands worse than before.</summary>
    public async Task<IReadOnlyList<string>> SinceAsync(IReadOnlyList<MetTier> before, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var now = (await ReadAsync(cancellationToken)).ToDictionary(tier => tier.Competency, StringComparer.Ordinal);

        return [.. before.Select(tier => Sentence(tier, now.GetValueOrDefault(tier.Competency), program)).OfType<string>()];
    }

    private string? Sentence(MetTier before, MetTier? now, ProgramCatalog program)
    {
        var competency = program.Competency(before.Competency)!.Name.Shown();

        return now switch
        {
            null => text["Standing.Lost", program.TierName(before.Tier), competency].Value,
            { } lower when lower.Rank < before.Rank => text["Standing.Lost", program.TierName(before.Tier), competency].Value,
            { HoldsUntil: { } until } same when same.Rank == before.Rank && !(before.HoldsUntil <= until) =>
                text["Standing.Sooner", program.TierName(same.Tier), competency, formats.Day(until)].Value,
            _ => null,
        };
    }
}

/// <summary>The highest tier of a competency that is met.</summary>
/// <param name="HoldsUntil">As <see cref="Standing.HoldsUntil"/>.</param>
internal sealed record MetTier(string Competency, string Tier, int Rank, DateOnly? HoldsUntil);
