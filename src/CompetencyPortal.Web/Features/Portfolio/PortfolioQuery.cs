using CompetencyPortal.Data;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Features.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Portfolio;

/// <summary>An organization in one competency that it follows; without a standing where it follows none.</summary>
internal sealed class PortfolioRow
{
    public required Organization Organization { get; init; }

    public required Standing? Standing { get; init; }

    /// <summary>The key of the market that applies on the day.</summary>
    public required string? Market { get; init; }
}

/// <summary>Where an organization stands on its way to the next tier.</summary>
internal enum PortfolioState
{
    /// <summary>The highest tier is met.</summary>
    Top,
    NotMet,
    Undetermined,

    /// <summary>Nothing is followed, or no rules are in force.</summary>
    None,
}

internal enum PortfolioSort
{
    Name,

    /// <summary>The highest first.</summary>
    Tier,

    /// <summary>The smallest shortfall first, who misses no money last.</summary>
    Missing,

    /// <summary>The fewest people missing first, who misses nobody last.</summary>
    People,

    /// <summary>What ends first, then what has no end in sight.</summary>
    Ends,

    /// <summary>The cheapest plan first: least exams, then new people, then money; without a plan last.</summary>
    Plan,

    /// <summary>The latest first.</summary>
    Changed,
}

/// <summary>The portfolio as database query: all that filters and sorts is a column, and a session sees the organizations in its scope.</summary>
internal static class PortfolioQuery
{
    public static IQueryable<PortfolioRow> Portfolio(this PortalContext db, IQueryable<Organization> organizations, DateOnly today)
    {
        var markets = db.MarketsOn(today);

        return from organization in organizations.AsNoTracking()
               from standing in db.Standings.Where(standing => standing.OrganizationId == organization.Id).DefaultIfEmpty()
               select new PortfolioRow
               {
                   Organization = organization,
                   Standing = standing,
                   Market = markets.Where(market => market.OrganizationId == organization.Id).Select(market => market.Market).FirstOrDefault(),
               };
    }

    public static IQueryable<PortfolioRow> Following(this IQueryable<PortfolioRow> rows, string? competency) =>
        string.IsNullOrEmpty(competency) ? rows : rows.Where(row => row.Standing!.Competency == competency);

    public static IQueryable<PortfolioRow> InMarket(this IQueryable<PortfolioRow> rows, string? market) =>
        string.IsNullOrEmpty(market) ? rows : rows.Where(row => row.Market == market);

    /// <param name="tier">A tier's key, or <paramref name="none"/> for the rows that meet none.</param>
    public static IQueryable<PortfolioRow> AtTier(this IQueryable<PortfolioRow> rows, string? tier, string none) => tier switch
    {
        null or "" => rows,
        _ when tier == none => rows.Where(row => row.Standing != null && row.Standing.Headline == null),
        _ => rows.Where(row => row.Standing!.Headline == tier),
    };

    public static IQueryable<PortfolioRow> InState(this IQueryable<PortfolioRow> rows, PortfolioState? state) => state switch
    {
        PortfolioState.Top => rows.Where(row => row.Standing!.Headline != null && row.Standing.NextTier == null),
        PortfolioState.NotMet => rows.Where(row => row.Standing!.NextStatus == Status.NotMet),
        PortfolioState.Undetermined => rows.Where(row => row.Standing!.NextStatus == Status.Undetermined),
        PortfolioState.None => rows.Where(row => row.Standing == null || (row.Standing.Headline == null && row.Standing.NextTier == null)),
        _ => rows,
    };

    /// <summary>Only the rows whose tier ends soon, where asked for.</summary>
    public static IQueryable<PortfolioRow> EndingSoon(this IQueryable<PortfolioRow> rows, bool isAsked, DateOnly today)
    {
        var last = today.AddDays(Standing.SoonDays);

        return isAsked ? rows.Where(row => row.Standing!.HoldsUntil <= last) : rows;
    }

    /// <summary>In a total order, so that pages neither repeat nor skip a row.</summary>
    public static IQueryable<PortfolioRow> Sorted(this IQueryable<PortfolioRow> rows, PortfolioSort sort)
    {
        var sorted = sort switch
        {
            PortfolioSort.Tier => rows.OrderByDescending(row => row.Standing!.Rank).ThenBy(row => row.Organization.NormalizedName),
            PortfolioSort.Missing => rows.OrderBy(row => (row.Standing!.NextShortfall ?? 0) == 0).ThenBy(row => row.Standing!.NextShortfall)
                .ThenBy(row => row.Organization.NormalizedName),
            PortfolioSort.People => rows.OrderBy(row => (row.Standing!.NextOpenPlaces ?? 0) == 0).ThenBy(row => row.Standing!.NextOpenPlaces)
                .ThenBy(row => row.Organization.NormalizedName),
            PortfolioSort.Ends => rows.OrderBy(row => row.Standing!.HoldsUntil == null).ThenBy(row => row.Standing!.HoldsUntil)
                .ThenBy(row => row.Organization.NormalizedName),
            PortfolioSort.Plan => rows.OrderBy(row => row.Standing!.NextPlanCost == null).ThenBy(row => row.Standing!.NextPlanCost)
                .ThenBy(row => row.Standing!.NextPlanNewPeople).ThenBy(row => row.Standing!.NextShortfall ?? 0)
                .ThenBy(row => row.Organization.NormalizedName),
            PortfolioSort.Changed => rows.OrderByDescending(row => row.Organization.FactsChangedAt).ThenBy(row => row.Organization.NormalizedName),
            _ => rows.OrderBy(row => row.Organization.NormalizedName),
        };

        return sorted.ThenBy(row => row.Organization.Id).ThenBy(row => row.Standing!.Competency);
    }
}
