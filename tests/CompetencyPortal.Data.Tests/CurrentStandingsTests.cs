using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public sealed class CurrentStandingsTests : IAsyncLifetime
{
    private static readonly DateOnly Sale = new(2017, 6, 15);

    private Portal _portal = null!;
    private Guid _organization;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _organization = await _portal.AddOrganizationAsync();
        await _portal.RecordAsync(_organization, db =>
        {
            db.Add(new RevenueEntry(Guid.CreateVersion7(), _organization, new RevenueDetails(
                "crm-net-new-revenue", Sale, 1_000_000, "JPY", Product: "dynamics-365-plan-1", Association: "dpor")));

            return Task.CompletedTask;
        });
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_standing_that_holds_is_shown_as_stored()
    {
        var stored = await StoredAsync();

        var shown = await ShownAsync();

        (shown.Id, shown.EvaluatedAt).ShouldBe((stored.Id, stored.EvaluatedAt));
        shown.ReadResult().Competency.ShouldBe("cloud-crm");
    }

    [Fact]
    public async Task The_next_change_is_the_end_of_the_month_that_has_no_figures_yet()
    {
        (await StoredAsync()).NextChangeOn.ShouldBe(new DateOnly(2017, 12, 1));
        await DueAsync(0);

        _portal.Clock.Now = new DateTimeOffset(2017, 12, 1, 0, 0, 0, TimeSpan.Zero);

        await DueAsync(1);
        (await ShownAsync()).AsOf.ShouldBe(new DateOnly(2017, 12, 1));
        (await StoredAsync()).AsOf.ShouldBe(new DateOnly(2017, 12, 1));
        await DueAsync(0);
    }

    [Fact]
    public async Task A_market_row_ahead_is_a_next_change()
    {
        var day = new DateOnly(2017, 11, 30);
        _portal.Clock.Now = new DateTimeOffset(2017, 11, 20, 0, 0, 0, TimeSpan.Zero);

        await _portal.RecordAsync(_organization, db => Task.FromResult(
            db.Add(new OrganizationMarket(Guid.CreateVersion7(), _organization, "developing", day))));

        (await StoredAsync()).NextChangeOn.ShouldBe(day);
    }

    [Fact]
    public async Task A_new_rate_makes_the_standings_with_entries_in_its_currency_due_and_no_others()
    {
        var other = await _portal.AddOrganizationAsync("Fabrikam");
        var before = await StoredAsync(other);
        (await SilverAsync()).Actual.ShouldBe(0);
        _portal.Clock.Now = _portal.Clock.Now.AddMinutes(1);

        await AddRateAsync();

        await DueAsync(1);
        await WorkOffAsync(1);
        await DueAsync(0);
        (await SilverAsync()).Actual.ShouldBe(8_800);
        (await StoredAsync(other)).EvaluatedAt.ShouldBe(before.EvaluatedAt);
        (await StoredAsync()).EvaluatedAt.ShouldBeGreaterThan(before.EvaluatedAt);
    }

    [Fact]
    public async Task A_rate_that_is_corrected_or_removed_makes_due_again()
    {
        await AddRateAsync();
        await WorkOffAsync(1);

        await ChangeRatesAsync(async db => (await db.ExchangeRates.SingleAsync()).Correct(0.01m));
        await WorkOffAsync(1);
        (await SilverAsync()).Actual.ShouldBe(10_000);

        await ChangeRatesAsync(async db => db.Remove(await db.ExchangeRates.SingleAsync()));
        await WorkOffAsync(1);
        (await SilverAsync()).Actual.ShouldBe(0);
    }

    [Fact]
    public async Task A_rate_of_a_currency_that_nobody_uses_makes_nothing_due()
    {
        await ChangeRatesAsync(db => Task.FromResult(db.Add(new ExchangeRate(Guid.CreateVersion7(), "EUR", "USD", new DateOnly(2017, 1, 1), 1.2m))));

        await DueAsync(0);
    }

    [Fact]
    public async Task A_new_catalog_makes_every_standing_due()
    {
        await using var work = _portal.EnterAll();
        var text = await File.ReadAllTextAsync(Path.Combine(Portal.Catalogs, "cloud-crm.json"));

        (await work.Get<CatalogImport>().ImportAsync(text + "\n", CancellationToken.None)).Revision.ShouldBe(2);

        await DueAsync(1);
        await WorkOffAsync(1);
        await DueAsync(0);
        (await StoredAsync()).CatalogRevision.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_shown_all_the_same()
    {
        await AddRateAsync();
        await using var locked = new SqliteConnection($"Data Source={_portal.File};Pooling=False");
        await locked.OpenAsync();
        await using var transaction = await locked.BeginTransactionAsync();

        (await SilverAsync()).Actual.ShouldBe(8_800);

        await transaction.RollbackAsync();
        (await StoredAsync()).RatesVersion.ShouldBe(0);
    }

    [Fact]
    public async Task An_organization_out_of_scope_has_no_standing()
    {
        var other = await _portal.AddOrganizationAsync("Fabrikam");
        await using var work = _portal.Enter(OrganizationScope.One(_organization));

        (await work.Get<CurrentStandings>().OfAsync(other, CancellationToken.None)).ShouldBeEmpty();
        (await work.Get<CurrentStandings>().OfAsync(other, "cloud-crm", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_followed_no_longer_has_no_standing()
    {
        await _portal.RecordAsync(_organization, async db => db.Remove(await db.FollowedCompetencies.SingleAsync()));

        await using var work = _portal.Enter(OrganizationScope.One(_organization));
        (await work.Db.Standings.AnyAsync()).ShouldBeFalse();
        (await work.Get<CurrentStandings>().OfAsync(_organization, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Until_the_next_change_nothing_but_the_window_differs()
    {
        await using var work = _portal.Enter(OrganizationScope.One(_organization));
        var catalog = await work.Db.CatalogAsync(CancellationToken.None);
        var facts = await FactsOf.ReadAsync(work.Db, _organization, CancellationToken.None);
        var next = (await StoredAsync()).NextChangeOn.ShouldNotBeNull();

        var tiers = Days(new DateOnly(2017, 11, 30), next).Select(TiersOn).ToList();

        tiers.ShouldAllBe(each => each.SequenceEqual(tiers[0]));

        IReadOnlyList<TierOutcome> TiersOn(DateOnly day)
        {
            var known = facts.For(catalog.Program, "cloud-crm", day).Facts;

            return StandingOutcome.Of(catalog.Evaluator.Evaluate("cloud-crm", known), [], null, catalog.Program).Tiers;
        }
    }

    [Fact]
    public async Task Until_the_next_change_rules_that_are_announced_come_to_the_same()
    {
        await AddSilverAsync();
        var (first, rulesOf) = (new DateOnly(2017, 7, 10), new DateOnly(2017, 11, 16));
        var outlooks = new List<DateOnly?>();

        for (DateOnly day = first, next; day < rulesOf; day = next)
        {
            var outcome = await EvaluateOnAsync(day);
            next = outcome.NextChangeOn.ShouldNotBeNull();
            outlooks.Add(outcome.HoldsUntil);

            foreach (var later in Days(day, next))
            {
                (await EvaluateOnAsync(later)).HoldsUntil.ShouldBe(outcome.HoldsUntil, $"{later:O}, as on {day:O}");
            }
        }

        outlooks.Distinct().Count().ShouldBeGreaterThan(1);
    }

    // The customizer is away for two weeks, so that what is known differs from day to day.
    private Task AddSilverAsync()
    {
        return _portal.RecordAsync(_organization, async db =>
        {
            var organization = await db.Organizations.SingleAsync();
            var functional = new Employee(Guid.CreateVersion7(), organization, new PersonDetails("佐藤 花子"), new EmploymentSpan(null, null));
            var customizer = new Employee(
                Guid.CreateVersion7(),
                organization,
                new PersonDetails("田中 太郎"),
                new EmploymentSpan(null, new DateOnly(2017, 9, 10)),
                new EmploymentSpan(new DateOnly(2017, 9, 25), null));
            db.AddRange(functional, customizer);
            db.AddRange(Pass(functional, "MB2-714"), Pass(functional, "MB2-710"), Pass(customizer, "MB2-712"));
            db.Add(new RevenueEntry(Guid.CreateVersion7(), _organization, new RevenueDetails(
                "crm-net-new-revenue", Sale, 120_000, "USD", Product: "dynamics-365-plan-1", Association: "dpor")));
        });

        static ExamPass Pass(Employee employee, string code)
        {
            return new ExamPass(Guid.CreateVersion7(), employee, code, new DateOnly(2017, 1, 15), null);
        }
    }

    private async Task<StandingOutcome> EvaluateOnAsync(DateOnly day)
    {
        _portal.Clock.Now = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        await using var work = _portal.Enter(OrganizationScope.One(_organization));

        return (await OrganizationStandings.EvaluateAsync(work.Db, _organization, CancellationToken.None)).Evaluated["cloud-crm"].Outcome;
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly end)
    {
        return Enumerable.Range(0, end.DayNumber - first.DayNumber).Select(first.AddDays);
    }

    private Task AddRateAsync()
    {
        return ChangeRatesAsync(db => Task.FromResult(db.Add(new ExchangeRate(Guid.CreateVersion7(), "JPY", "USD", new DateOnly(2017, 1, 1), 0.0088m))));
    }

    private async Task ChangeRatesAsync(Func<PortalContext, Task> change)
    {
        await using var work = _portal.EnterAll();
        await work.Db.RecordProgramAsync(_ => change(work.Db), CancellationToken.None);
    }

    private async Task WorkOffAsync(int organizations)
    {
        await using var work = _portal.EnterAll();

        var standings = work.Get<CurrentStandings>();

        (await standings.StoreAsync(await standings.DueOrganizationsAsync(CancellationToken.None), CancellationToken.None)).ShouldBe(organizations);
    }

    private async Task<Standing> StoredAsync(Guid? organization = null)
    {
        await using var work = _portal.EnterAll();

        return await work.Db.Standings.SingleAsync(standing => standing.OrganizationId == (organization ?? _organization));
    }

    private async Task<Standing> ShownAsync()
    {
        await using var work = _portal.Enter(OrganizationScope.One(_organization));

        return (await work.Get<CurrentStandings>().OfAsync(_organization, "cloud-crm", CancellationToken.None)).ShouldNotBeNull();
    }

    private async Task<StandingTier> SilverAsync()
    {
        return (await ShownAsync()).Tiers.Single(tier => tier.Tier == "silver");
    }

    private async Task DueAsync(int count)
    {
        await using var work = _portal.EnterAll();

        (await work.Get<CurrentStandings>().CountDueAsync(CancellationToken.None)).ShouldBe(count);
    }
}
