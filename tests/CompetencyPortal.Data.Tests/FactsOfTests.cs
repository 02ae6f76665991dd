using System.Globalization;
using System.Text.Json.Nodes;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public sealed class FactsOfTests : IAsyncLifetime
{
    private const string Revenue = "crm-net-new-revenue";

    private const string SilverRevenue = "competencies/0/versions/1/options/0/tiers/silver/all/0/metric";
    private const string GoldRevenue = "competencies/0/versions/1/options/0/tiers/gold/all/0/metric";
    private const string SilverStaffing = "competencies/0/versions/1/options/0/tiers/silver/all/1";

    private static readonly DateOnly MidNovember = new(2017, 11, 15);

    private Portal _portal = null!;
    private Guid _organization;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _organization = await _portal.AddOrganizationAsync();
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_entered_is_nothing_known()
    {
        var facts = await FactsAsync(MidNovember);

        facts.People.ShouldBeNull();
        facts.Measurements.ShouldNotBeNull().ShouldBeEmpty();
        facts.Flags.ShouldNotBeNull().ShouldBeEmpty();
        facts.Market.ShouldBe("developed");
        facts.UnreportedMonths[Revenue].ShouldBe(Month.Between(new Month(2016, 11), new Month(2017, 10)));
    }

    [Fact]
    public async Task One_invoice_in_October_leaves_eleven_months_unreported()
    {
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 10, 5), 10_000, "USD", Product: "dynamics-365-plan-1", Association: "dpor"));

        var months = (await FactsAsync(MidNovember)).UnreportedMonths[Revenue];
        var metric = await SilverRevenueAsync(MidNovember);

        months.Count.ShouldBe(11);
        months[0].ShouldBe(new Month(2016, 11));
        months[^1].ShouldBe(new Month(2017, 9));
        (metric.Status, metric.Shortfall, metric.UnreportedMonths.Count).ShouldBe((Status.Undetermined, 90_000m, 11));
    }

    [Fact]
    public async Task With_all_months_reported_too_little_is_not_met()
    {
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 10, 5), 10_000, "USD", Product: "dynamics-365-plan-1", Association: "dpor"));
        await StateZerosAsync(new Month(2016, 11), new Month(2017, 9));

        (await FactsAsync(MidNovember)).UnreportedMonths[Revenue].ShouldBeEmpty();
        (await SilverRevenueAsync(MidNovember)).Status.ShouldBe(Status.NotMet);
    }

    [Theory]
    [InlineData("2017-11-29", "2016-11", "2017-10")]
    [InlineData("2017-11-30", "2016-12", "2017-10")]
    [InlineData("2017-12-01", "2016-12", "2017-11")]
    public async Task The_window_decides_which_months_are_asked_for(string day, string first, string last)
    {
        var months = (await FactsAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture))).UnreportedMonths[Revenue];

        months[0].ShouldBe(Month.Parse(first));
        months[^1].ShouldBe(Month.Parse(last));
    }

    [Theory]
    [InlineData("allTime")]
    [InlineData("latest")]
    public async Task An_open_window_asks_from_the_first_figures_on(string window)
    {
        await ImportAsync(ShippedCatalog.Read().With(SilverRevenue + "/window", window).With(GoldRevenue + "/window", window));
        (await FactsAsync(MidNovember)).UnreportedMonths[Revenue].ShouldBe([new Month(2017, 10)]);

        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 7, 5), 10, "USD"));
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 9, 5), 10, "USD"));
        (await FactsAsync(MidNovember)).UnreportedMonths[Revenue].ShouldBe([new Month(2017, 8), new Month(2017, 10)]);
    }

    [Fact]
    public async Task Figures_of_this_month_alone_leave_nothing_to_ask()
    {
        await ImportAsync(ShippedCatalog.Read().With(SilverRevenue + "/window", "allTime").With(GoldRevenue + "/window", "latest"));
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 11, 1), 10, "USD"));

        (await FactsAsync(MidNovember)).UnreportedMonths[Revenue].ShouldBeEmpty();
    }

    [Fact]
    public async Task One_flag_without_an_answer_makes_all_unknown()
    {
        await ImportAsync(ShippedCatalog.Read().With(SilverStaffing, JsonNode.Parse(
            """{ "any": [ { "flag": { "key": "first" } }, { "flag": { "key": "second" } } ] }""")!));

        await AnswerAsync("first", isYes: true);
        (await FactsAsync(MidNovember)).Flags.ShouldBeNull();

        await AnswerAsync("second", isYes: false);
        (await FactsAsync(MidNovember)).Flags.ShouldBe([new FlagFacts("first", new DateOnly(2017, 1, 1), new DateOnly(2017, 12, 31))]);
    }

    [Fact]
    public async Task A_month_with_a_renewal_or_a_credit_is_reported()
    {
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 8, 5), 10, "USD", RevenueKind.Renewal));
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 9, 5), 20, "USD", RevenueKind.Credit));

        var facts = await FactsAsync(MidNovember);

        facts.UnreportedMonths[Revenue].Count.ShouldBe(10);
        facts.Measurements.ShouldNotBeNull().Select(entry => (entry.Value, entry.Tags)).ShouldBe([(10m, ["renewal"]), (-20m, [])]);
    }

    [Fact]
    public async Task Each_measurement_leads_back_to_its_entry()
    {
        var later = await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 9, 5), 2, "USD"));
        var earlier = await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 8, 5), 1, "USD"));
        await AddAsync(new RevenueDetails("another-measure", new DateOnly(2017, 7, 5), 3, "USD"));

        await using var work = _portal.Enter(OrganizationScope.One(_organization));
        var catalog = await work.Db.CatalogAsync(CancellationToken.None);
        var facts = (await FactsOf.ReadAsync(work.Db, _organization, CancellationToken.None)).For(catalog.Program, "cloud-crm", MidNovember);

        facts.Entries.Select(entry => entry.Id).ShouldBe([earlier, later]);
        facts.Facts.Measurements.ShouldNotBeNull().Select(entry => entry.Value).ShouldBe([1m, 2m]);
    }

    [Theory]
    [InlineData("2015-06-30", "2014-04-01", "2015-06-30")]
    [InlineData("2015-07-01", "2017-01-01", "2017-06-30")]
    [InlineData("2017-06-30", "2017-01-01", "2017-06-30")]
    [InlineData("2017-07-01", "2017-01-01", "2017-06-30")]
    public async Task A_person_is_there_by_the_period_of_the_day_else_the_next_else_the_last(string day, string from, string until)
    {
        await _portal.RecordAsync(_organization, async db => db.Add(new Employee(
            Guid.CreateVersion7(),
            await db.Organizations.SingleAsync(),
            new PersonDetails("佐藤 花子"),
            Span("2014-04-01", "2015-06-30"),
            Span("2017-01-01", "2017-06-30"))));

        var person = (await FactsAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture))).People.ShouldNotBeNull().ShouldHaveSingleItem();

        person.ShouldBe(new PersonFacts("1", From: Span(from, until).Joined, Until: Span(from, until).LastDay));
    }

    [Theory]
    [InlineData("2017-06-30", "developed")]
    [InlineData("2017-07-01", "developing")]
    public async Task The_market_is_that_of_the_day(string day, string market)
    {
        await _portal.RecordAsync(_organization, db => Task.FromResult(
            db.Add(new OrganizationMarket(Guid.CreateVersion7(), _organization, "developing", new DateOnly(2017, 7, 1)))));

        (await FactsAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture))).Market.ShouldBe(market);
    }

    [Fact]
    public async Task Rates_of_the_currencies_in_use_are_given()
    {
        await AddAsync(new RevenueDetails(Revenue, new DateOnly(2017, 10, 5), 1_000_000, "JPY"));
        await using (var work = _portal.EnterAll())
        {
            await work.Db.RecordProgramAsync(
                _ =>
                {
                    work.Db.Add(new ExchangeRate(Guid.CreateVersion7(), "JPY", "USD", new DateOnly(2017, 1, 1), 0.0088m));
                    work.Db.Add(new ExchangeRate(Guid.CreateVersion7(), "EUR", "USD", new DateOnly(2017, 1, 1), 1.1m));

                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }

        (await FactsAsync(MidNovember)).ExchangeRates.ShouldBe([new ExchangeRateFacts("JPY", "USD", new DateOnly(2017, 1, 1), 0.0088m)]);
    }

    [Fact]
    public async Task Rules_that_are_announced_are_judged_by_what_they_ask_for()
    {
        await ImportAsync(ShippedCatalog.Read().With(SilverStaffing, JsonNode.Parse("""{ "flag": { "key": "first" } }""")!));
        await using var work = _portal.Enter(OrganizationScope.One(_organization));
        var catalog = await work.Db.CatalogAsync(CancellationToken.None);
        var facts = await FactsOf.ReadAsync(work.Db, _organization, CancellationToken.None);
        var day = new DateOnly(2017, 7, 1);

        var announced = facts.Announced(catalog, "cloud-crm", day);

        facts.For(catalog.Program, "cloud-crm", day).Facts.Flags.ShouldNotBeNull();
        announced.Select(result => result.AsOf).ShouldBe([new DateOnly(2017, 7, 7), new DateOnly(2017, 11, 16)]);
        announced[0].Options[0].Tiers[0].Requirement.Leaves().OfType<FlagResult>().Single().Status.ShouldBe(Status.Undetermined);
        announced[1].Options[0].Tiers[0].Requirement.Leaves().OfType<MetricResult>().Single().UnreportedMonths.Count.ShouldBe(8);
        facts.Announced(catalog, "cloud-crm", announced[1].AsOf).ShouldBeEmpty();
    }

    private static EmploymentSpan Span(string joined, string lastDay)
    {
        return new EmploymentSpan(DateOnly.Parse(joined, CultureInfo.InvariantCulture), DateOnly.Parse(lastDay, CultureInfo.InvariantCulture));
    }

    private async Task<Facts> FactsAsync(DateOnly day)
    {
        await using var work = _portal.Enter(OrganizationScope.One(_organization));
        var catalog = await work.Db.CatalogAsync(CancellationToken.None);

        return (await FactsOf.ReadAsync(work.Db, _organization, CancellationToken.None)).For(catalog.Program, "cloud-crm", day).Facts;
    }

    private async Task<MetricResult> SilverRevenueAsync(DateOnly day)
    {
        await using var work = _portal.Enter(OrganizationScope.One(_organization));
        var catalog = await work.Db.CatalogAsync(CancellationToken.None);
        var silver = catalog.Evaluator.Evaluate("cloud-crm", await FactsAsync(day)).Options[0].Tiers[0];

        return silver.Requirement.ShouldBeOfType<AllResult>().Children.OfType<MetricResult>().Single();
    }

    private async Task<Guid> AddAsync(RevenueDetails details)
    {
        var id = Guid.CreateVersion7();
        await _portal.RecordAsync(_organization, db => Task.FromResult(db.Add(new RevenueEntry(id, _organization, details))));

        return id;
    }

    private Task AnswerAsync(string flag, bool isYes)
    {
        return _portal.RecordAsync(_organization, db => Task.FromResult(db.Add(new FlagAnswer(
            Guid.CreateVersion7(), _organization, flag, isYes, new DateOnly(2017, 1, 1), new DateOnly(2017, 12, 31)))));
    }

    /// <summary>Nobody is judged by the version of July yet, so it may change.</summary>
    private async Task ImportAsync(ShippedCatalog catalog)
    {
        await using var work = _portal.EnterAll();

        (await work.Get<CatalogImport>().ImportAsync(catalog.Text, CancellationToken.None)).Errors.ShouldBeEmpty();
    }

    private Task StateZerosAsync(Month first, Month last)
    {
        return _portal.RecordAsync(_organization, db =>
        {
            db.AddRange(Month.Between(first, last).Select(month =>
                new StatedZero(Guid.CreateVersion7(), _organization, Revenue, month.First, null, db.Session.Now)));

            return Task.CompletedTask;
        });
    }
}
