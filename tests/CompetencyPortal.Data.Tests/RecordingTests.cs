using CompetencyPortal.Data.Standings;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public class RecordingTests
{
    private static readonly DateOnly Today = new(2017, 11, 30);

    [Fact]
    public async Task A_change_is_stored_with_the_standing_it_makes()
    {
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();

        await portal.RecordAsync(id, db => AddRevenueAsync(db, id, 40_000));

        await using var work = portal.Enter(OrganizationScope.One(id));
        var organization = await work.Db.Organizations.SingleAsync();
        var standing = await work.Db.Standings.Include(row => row.Tiers).SingleAsync();
        organization.FactsVersion.ShouldBe(1);
        standing.FactsVersion.ShouldBe(1);
        standing.AsOf.ShouldBe(Today);
        standing.EffectiveFrom.ShouldBe(new DateOnly(2017, 11, 16));
        standing.Headline.ShouldBeNull();
        standing.Tiers.OrderBy(tier => tier.Place).Select(tier => (tier.Tier, tier.Status, tier.Actual, tier.Shortfall, tier.FilledPlaces, tier.Places))
            .ShouldBe([("silver", Status.Undetermined, 40_000m, 60_000m, 0, 2), ("gold", Status.Undetermined, 40_000m, 260_000m, 0, 4)]);
    }

    [Fact]
    public async Task Facts_cannot_be_saved_outside_of_recording()
    {
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();
        await using var work = portal.Enter(OrganizationScope.One(id));
        (await work.Db.Organizations.SingleAsync()).Rename("Fabrikam");

        await Should.ThrowAsync<InvalidOperationException>(() => work.Db.SaveChangesAsync());
    }

    [Fact]
    public async Task What_was_changed_before_recording_is_refused_rather_than_lost()
    {
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();
        await using var work = portal.Enter(OrganizationScope.One(id));
        (await work.Db.Organizations.SingleAsync()).Rename("Fabrikam");

        await Should.ThrowAsync<InvalidOperationException>(() => work.Db.RecordAsync(id, _ => Task.CompletedTask, CancellationToken.None));
    }

    [Fact]
    public async Task A_change_that_fails_leaves_nothing()
    {
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();

        await Should.ThrowAsync<FormatException>(() => portal.RecordAsync(id, async db =>
        {
            await AddRevenueAsync(db, id, 10);
            await db.SaveChangesAsync();
            throw new FormatException("Planted.");
        }));

        await using var work = portal.Enter(OrganizationScope.One(id));
        (await work.Db.RevenueEntries.AnyAsync()).ShouldBeFalse();
        (await work.Db.Organizations.SingleAsync()).FactsVersion.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_that_must_run_again_counts_once()
    {
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();
        var entryId = Guid.CreateVersion7();
        var runs = 0;

        await portal.RecordAsync(id, async db =>
        {
            db.Add(new RevenueEntry(entryId, id, new RevenueDetails("crm-net-new-revenue", Today, 10, "USD")));
            await db.SaveChangesAsync();
            runs++;
            if (runs == 1)
            {
                throw new SqliteException("Planted: the snapshot is too old.", 5, 517);
            }
        });

        await using var work = portal.Enter(OrganizationScope.One(id));
        runs.ShouldBe(2);
        (await work.Db.RevenueEntries.SingleAsync()).Id.ShouldBe(entryId);
        (await work.Db.Organizations.SingleAsync()).FactsVersion.ShouldBe(1);
        (await work.Db.Journal.CountAsync(entry => entry.RecordId == entryId)).ShouldBe(1);
    }

    [Fact]
    public async Task Writers_at_once_leave_a_standing_equal_to_a_fresh_evaluation()
    {
        const int Rounds = 25;
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await portal.RecordAsync(id, db => AddRevenueAsync(db, id, 1_000));
            }
        })));

        await using var work = portal.Enter(OrganizationScope.One(id));
        var stored = await work.Db.Standings.AsNoTracking().SingleAsync();
        var fresh = await OrganizationStandings.EvaluateAsync(work.Db, id, CancellationToken.None);
        stored.FactsVersion.ShouldBe(4 * Rounds);
        (await work.Db.Organizations.SingleAsync()).FactsVersion.ShouldBe(4 * Rounds);
        stored.ResultJson.ShouldBe(fresh.Evaluated["cloud-crm"].Outcome.ResultJson);
        (await work.Db.StandingTiers.FirstAsync(tier => tier.Tier == "silver")).Actual.ShouldBe(100_000m);
        (await work.Db.Journal.Where(entry => entry.Scope == id).Select(entry => entry.Sequence).OrderBy(number => number).ToListAsync())
            .ShouldBe(Enumerable.Range(1, (4 * Rounds) + 3).Select(number => (long)number));
    }

    [Fact]
    public async Task An_organization_out_of_scope_cannot_be_recorded()
    {
        await using var portal = await Portal.StartAsync();
        var contoso = await portal.AddOrganizationAsync();
        var fabrikam = await portal.AddOrganizationAsync("Fabrikam");
        await using var work = portal.Enter(OrganizationScope.One(contoso));

        await Should.ThrowAsync<InvalidOperationException>(() => work.Db.RecordAsync(fabrikam, _ => Task.CompletedTask, CancellationToken.None));
    }

    private static Task AddRevenueAsync(PortalContext db, Guid id, decimal amount)
    {
        db.Add(new RevenueEntry(Guid.CreateVersion7(), id, new RevenueDetails(
            "crm-net-new-revenue", Today, amount, "USD", Product: "dynamics-365-plan-1", Association: "dpor")));

        return Task.CompletedTask;
    }
}
