using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Catalog.Document;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

/// <summary>No SQL Server runs here: that a query has SQL for it is shown by asking for the SQL.</summary>
public sealed class ServerQueryTests : IDisposable
{
    private readonly SqlServerPortalContext _db = new SqlServerPortalContextFactory().CreateDbContext([]);

    public void Dispose()
    {
        _db.Dispose();
    }

    [Fact]
    public async Task Every_table_of_facts_is_read_in_t_sql()
    {
        using var server = new ServerPortal();

        await FactsOf.ReadAsync(server.Db, Guid.CreateVersion7(), CancellationToken.None);

        server.Statements.Count.ShouldBe(8);
        server.Statements.SelectMany(TransactSql.Errors).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_catalogs_rows_are_replaced_in_t_sql()
    {
        using var server = new ServerPortal();
        var catalog = ProgramCatalog.Merge([CatalogCache.Read(ShippedCatalog.Read().Text)]).Catalog.ShouldNotBeNull();

        await CatalogProjection.RemakeAsync(server.Db, catalog, CancellationToken.None);

        server.Statements.Count.ShouldBe(11);
        server.Statements.SelectMany(TransactSql.Errors).ShouldBeEmpty();
    }

    [Fact]
    public void Lists_read_through_the_scope()
    {
        _db.Session.Enter(null, OrganizationScope.Assigned(Guid.CreateVersion7()));

        var sql = _db.RevenueEntries.Where(entry => entry.Amount > 10).OrderBy(entry => entry.On).Take(20).ToQueryString();

        sql.ShouldContain("[r].[OrganizationId] IN (");
        sql.ShouldContain("[Assignments]");
    }

    [Fact]
    public void The_queue_of_standings_that_are_due_translates()
    {
        _db.Session.Enter(null, OrganizationScope.Everything);

        var sql = OrganizationStandings.Due(_db, new DateOnly(2017, 11, 30), 1).Select(standing => standing.OrganizationId).Distinct().Take(10).ToQueryString();

        sql.ShouldContain("[RatesVersion]");
    }

    [Fact]
    public void A_portfolio_sorted_by_what_is_missing_translates()
    {
        _db.Session.Enter(null, OrganizationScope.Everything);

        var list = from standing in _db.Standings
                   join tier in _db.StandingTiers on standing.Id equals tier.StandingId
                   join organization in _db.Organizations on standing.OrganizationId equals organization.Id
                   where tier.Shortfall > 0
                   orderby tier.Shortfall, organization.Name
                   select new { organization.Name, standing.Headline, tier.Tier, tier.Shortfall };

        list.ToQueryString().ShouldContain("ORDER BY");
    }

    [Fact]
    public void Entries_without_a_rate_translate()
    {
        _db.Session.Enter(null, OrganizationScope.Everything);

        var sql = _db.RevenueEntries
            .Where(entry => entry.Currency != null && !_db.ExchangeRates.Any(rate => rate.From == entry.Currency && rate.On <= entry.On))
            .GroupBy(entry => entry.Currency!)
            .Select(entries => new
            {
                entries.Key,
                First = entries.Min(entry => entry.On),
                Organizations = entries.Select(entry => entry.OrganizationId).Distinct().Count(),
            })
            .ToQueryString();

        sql.ShouldContain("COUNT(DISTINCT");
        TransactSql.Errors(sql).ShouldBeEmpty();
    }

    [Fact]
    public void A_persons_history_translates()
    {
        var (organization, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var id = person.ToString();
        _db.Session.Enter(null, OrganizationScope.One(organization));

        var sql = _db.Journal
            .Where(row => row.Scope == organization && row.Sequence < 100)
            .Where(row => row.RecordId == person || row.Before!.Contains(id) || row.After!.Contains(id))
            .OrderByDescending(row => row.Sequence).Take(51)
            .ToQueryString();

        TransactSql.Errors(sql).ShouldBeEmpty();
    }

    [Fact]
    public void Months_of_revenue_translate()
    {
        _db.Session.Enter(null, OrganizationScope.One(Guid.CreateVersion7()));

        var months = _db.RevenueEntries.GroupBy(entry => new { entry.On.Year, entry.On.Month })
            .Select(month => new { month.Key.Year, month.Key.Month, Sum = month.Sum(entry => entry.Amount) });

        months.ToQueryString().ShouldContain("SUM");
    }
}
