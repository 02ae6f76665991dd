using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class MetricTests
{
    private const string Revenue = """{"metric":{"measure":"revenue","atLeast":100000,"window":{"trailingMonths":12}}}""";

    private static readonly Facts Facts = new() { AsOf = Day("2017-11-30"), Market = "developed", Measurements = [] };

    [Theory]
    [InlineData("99999.99", Status.NotMet)]
    [InlineData("100000", Status.Met)]
    [InlineData("100000.01", Status.Met)]
    public void Revenue_threshold_is_inclusive(string value, Status status)
    {
        var trial = new Trial(Revenue);

        var result = trial.Judge<MetricResult>(trial.Facts($$"""
            {"asOf":"2017-11-30","measurements":[{"measure":"revenue","on":"2017-05-01","value":{{value}}}]}
            """));

        result.Status.ShouldBe(status);
        result.Shortfall.ShouldBe(status == Status.Met ? 0m : 0.01m);
    }

    [Theory]
    [InlineData("2017-11-30", "2016-11-30", EntryReason.OutsideWindow)]
    [InlineData("2017-11-30", "2016-12-01", null)]
    [InlineData("2017-11-30", "2017-11-30", null)]
    [InlineData("2017-11-30", "2017-12-01", EntryReason.Future)]
    [InlineData("2017-02-28", "2016-02-28", EntryReason.OutsideWindow)]
    [InlineData("2017-02-28", "2016-02-29", null)]
    [InlineData("2017-03-01", "2016-02-29", EntryReason.OutsideWindow)]
    [InlineData("2017-03-01", "2016-03-01", EntryReason.OutsideWindow)]
    [InlineData("2017-03-01", "2016-03-02", null)]
    [InlineData("2020-02-29", "2019-02-28", EntryReason.OutsideWindow)]
    [InlineData("2020-02-29", "2019-03-01", null)]
    public void The_window_reaches_from_the_day_after_to_the_day(string asOf, string on, EntryReason? reason)
    {
        var facts = Facts with { AsOf = Day(asOf), Measurements = [new Measurement("revenue", Day(on), 5)] };

        new Trial(Revenue).Breakdown(facts).Entries[0].Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("2017-03-31", "2017-02-28", EntryReason.OutsideWindow)]
    [InlineData("2017-03-31", "2017-03-01", null)]
    [InlineData("2017-03-30", "2017-02-28", EntryReason.OutsideWindow)]
    [InlineData("2017-06-30", "2017-05-30", EntryReason.OutsideWindow)]
    [InlineData("2017-06-30", "2017-05-31", null)]
    [InlineData("2017-07-01", "2017-05-31", EntryReason.OutsideWindow)]
    public void A_window_of_one_month_minds_the_ends_of_months(string asOf, string on, EntryReason? reason)
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":1,"window":{"trailingMonths":1}}}""");
        var facts = Facts with { AsOf = Day(asOf), Measurements = [new Measurement("revenue", Day(on), 5)] };

        trial.Breakdown(facts).Entries[0].Reason.ShouldBe(reason);
    }

    [Fact]
    public void The_first_reason_that_applies_is_given()
    {
        var trial = new Trial(
            """
            {"metric":{"measure":"revenue","atLeast":1,"window":{"trailingMonths":12},
                       "products":["cloud"],"associations":["dpor"],"excludeTags":["renewal"]}}
            """);
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-30","measurements":[
              {"measure":"revenue","on":"2017-12-01","value":1,"currency":"JPY","product":"server","tags":["renewal"]},
              {"measure":"revenue","on":"2016-11-30","value":1,"currency":"JPY","product":"server","tags":["renewal"]},
              {"measure":"revenue","on":"2017-11-30","value":1,"currency":"JPY","product":"server","tags":["renewal"]},
              {"measure":"revenue","on":"2017-11-30","value":1,"currency":"JPY","tags":["renewal"]},
              {"measure":"revenue","on":"2017-11-30","value":1,"currency":"JPY","product":"cloud","tags":["renewal"]},
              {"measure":"revenue","on":"2017-11-30","value":1,"currency":"JPY","product":"cloud","association":"dpor","tags":["x","renewal"]},
              {"measure":"revenue","on":"2017-11-30","value":1,"currency":"JPY","product":"cloud","association":"dpor","tags":["x"]},
              {"measure":"seats","on":"2017-11-30","value":1},
              {"measure":"revenue","on":"2017-11-30","value":1,"currency":"USD","product":"cloud","association":"dpor"}]}
            """);

        trial.Breakdown(facts).Entries.Select(entry => (entry.Index, entry.Reason)).ShouldBe(
        [
            (0, EntryReason.Future),
            (1, EntryReason.OutsideWindow),
            (2, EntryReason.Product),
            (3, EntryReason.Product),
            (4, EntryReason.Association),
            (5, EntryReason.Tag),
            (6, EntryReason.Unconverted),
            (8, null),
        ]);
        trial.Judge<MetricResult>(facts).EntriesExcluded[EntryReason.Product].ShouldBe(2);
    }

    [Fact]
    public void Currencies_without_a_rate_are_named_once_and_in_order()
    {
        var facts = Facts with
        {
            Measurements =
            [
                new Measurement("revenue", Day("2017-05-01"), 1, "KRW"),
                new Measurement("revenue", Day("2017-05-02"), 1, "JPY"),
                new Measurement("revenue", Day("2017-05-03"), 1, "JPY"),
                new Measurement("revenue", Day("2017-05-04"), 1, "EUR"),
                new Measurement("revenue", Day("2010-05-04"), 1, "CHF"),
                new Measurement("revenue", Day("2017-05-05"), 1, "USD"),
            ],
            ExchangeRates = [new ExchangeRateFacts("EUR", "USD", Day("2017-01-01"), 1.1m)],
        };

        new Trial(Revenue).Judge<MetricResult>(facts).UnconvertedCurrencies.ShouldBe(["JPY", "KRW"]);
    }

    [Fact]
    public void Renewals_do_not_count_for_cloud_crm()
    {
        var sale = new Measurement(CloudCrm.Measure, Day("2017-11-01"), 100_000, Product: "crm-online", Association: "dpor");
        var facts = new Facts { AsOf = Day("2017-11-30"), Market = "developed", People = [], Measurements = [sale] };

        Silver(facts).Status.ShouldBe(Status.Met);
        Silver(facts with { Measurements = [sale with { Tags = ["renewal"] }] }).Status.ShouldBe(Status.NotMet);
    }

    [Theory]
    [InlineData("developed", "2017-07-06", Status.Met)]
    [InlineData("developing", "2017-07-06", Status.Undetermined)]
    [InlineData("developing", "2017-07-07", Status.Met)]
    [InlineData(null, "2017-07-07", Status.Undetermined)]
    public void A_market_without_threshold_is_undetermined(string? market, string day, Status status)
    {
        var facts = new Facts
        {
            AsOf = Day(day),
            Market = market,
            Measurements = [new Measurement(CloudCrm.Measure, Day(day), 100_000, Product: "crm-online", Association: "dpor")],
        };

        var result = Silver(facts);

        result.Status.ShouldBe(status);
        (result.Threshold is null).ShouldBe(status == Status.Undetermined);
        (result.Shortfall is null).ShouldBe(status == Status.Undetermined);
    }

    [Theory]
    [InlineData("100", 100)]
    [InlineData("""{"developed":100,"developing":100}""", 100)]
    [InlineData("""{"developed":100,"developing":50}""", null)]
    [InlineData("""{"developed":100}""", null)]
    public void Without_market_a_threshold_counts_that_is_the_same_everywhere(string threshold, int? expected)
    {
        var trial = new Trial($$$"""{"metric":{"measure":"revenue","atLeast":{{{threshold}}},"window":"allTime"}}""");

        trial.Judge<MetricResult>(Facts with { Market = null }).Threshold.ShouldBe(expected);
    }

    [Fact]
    public void Credits_count_against_the_sum()
    {
        var facts = Facts with
        {
            Measurements = [new Measurement("revenue", Day("2017-05-01"), 110_000), new Measurement("revenue", Day("2017-06-01"), -10_000.01m)],
        };

        var result = new Trial(Revenue).Judge<MetricResult>(facts);

        result.Value.ShouldBe(99_999.99m);
        result.Status.ShouldBe(Status.NotMet);
    }

    [Theory]
    [InlineData("2017-05-01", "2017-05-01", 10)]
    [InlineData("2017-04-30", "2017-05-01", 10)]
    [InlineData("2017-05-02", "2017-05-01", null)]
    public void A_rate_counts_from_its_day_on(string rateOn, string soldOn, int? value)
    {
        var trial = new Trial(Revenue);
        var facts = Facts with
        {
            Measurements = [new Measurement("revenue", Day(soldOn), 1000, "JPY")],
            ExchangeRates =
            [
                new ExchangeRateFacts("USD", "JPY", Day("2010-01-01"), 100),
                new ExchangeRateFacts("JPY", "USD", Day(rateOn), 0.01m),
                new ExchangeRateFacts("JPY", "USD", Day("2017-10-01"), 7),
            ],
        };

        var verdict = trial.Breakdown(facts).Entries[0];

        verdict.Value.ShouldBe(value);
        verdict.Rate.ShouldBe(value is null ? null : 0.01m);
        verdict.Reason.ShouldBe(value is null ? EntryReason.Unconverted : null);
    }

    [Theory]
    [InlineData(100_000, 1, Status.Met)]
    [InlineData(100_000, -1, Status.Undetermined)]
    [InlineData(99_999, 1, Status.Undetermined)]
    public void An_unconverted_credit_keeps_a_reached_threshold_open(int known, int unconverted, Status status)
    {
        var facts = Facts with
        {
            Measurements = [new Measurement("revenue", Day("2017-05-01"), known), new Measurement("revenue", Day("2017-05-01"), unconverted, "JPY")],
        };

        var result = new Trial(Revenue).Judge<MetricResult>(facts);

        result.Status.ShouldBe(status);
        result.Value.ShouldBe(known);
    }

    [Fact]
    public void A_conversion_beyond_all_bounds_is_none()
    {
        var trial = new Trial(Revenue);
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-30","measurements":[{"measure":"revenue","on":"2017-05-01","value":999999999999999999,"currency":"JPY"}],
             "exchangeRates":[{"from":"JPY","to":"USD","on":"2017-01-01","rate":999999999999999999}]}
            """);

        trial.Judge<MetricResult>(facts).Status.ShouldBe(Status.Undetermined);
    }

    [Fact]
    public void Without_measurements_nothing_is_known()
    {
        var result = new Trial(Revenue).Judge<MetricResult>(Facts with { Measurements = null });

        result.Status.ShouldBe(Status.Undetermined);
        result.Value.ShouldBeNull();
        result.Shortfall.ShouldBe(100_000);
    }

    [Theory]
    [InlineData("2016-10", 0, Status.NotMet)]
    [InlineData("2016-11", 1, Status.Undetermined)]
    [InlineData("2017-10", 1, Status.Undetermined)]
    [InlineData("2017-12", 0, Status.NotMet)]
    public void A_month_not_reported_counts_as_soon_as_one_of_its_days_lies_in_the_window(string month, int unreported, Status status)
    {
        var facts = Facts with { AsOf = Day("2017-11-15"), UnreportedMonths = Unreported("revenue", month) };

        var result = new Trial(Revenue).Judge<MetricResult>(facts);

        result.UnreportedMonths.Count.ShouldBe(unreported);
        result.Status.ShouldBe(status);
    }

    [Fact]
    public void A_reached_threshold_needs_no_further_months()
    {
        var facts = Facts with
        {
            Measurements = [new Measurement("revenue", Day("2017-05-01"), 100_000)],
            UnreportedMonths = Unreported("revenue", "2017-10"),
        };

        new Trial(Revenue).Judge(facts).Status.ShouldBe(Status.Met);
    }

    [Fact]
    public void Months_of_another_measure_do_not_matter()
    {
        var facts = Facts with { UnreportedMonths = Unreported("seats", "2017-10") };

        new Trial(Revenue).Judge(facts).Status.ShouldBe(Status.NotMet);
    }

    [Theory]
    [InlineData("299.99", Status.NotMet)]
    [InlineData("300", Status.Met)]
    public void A_monthly_average_is_compared_without_dividing(string sum, Status status)
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":3},"aggregate":"monthlyAverage"}}""");

        var result = trial.Judge<MetricResult>(trial.Facts($$"""
            {"asOf":"2017-11-30","measurements":[{"measure":"revenue","on":"2017-11-01","value":{{sum}}}]}
            """));

        result.Status.ShouldBe(status);
        result.Shortfall.ShouldBe(status == Status.Met ? 0m : 0.01m);
        Math.Round(result.Value.GetValueOrDefault(), 2).ShouldBe(100);
    }

    [Fact]
    public void Different_customers_count_once_whatever_they_bought()
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":2,"window":{"trailingMonths":3},"aggregate":"distinctCustomers"}}""");
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-30","measurements":[
              {"measure":"revenue","on":"2017-11-01","value":1,"customer":"Fabrikam"},
              {"measure":"revenue","on":"2017-11-02","value":-1,"customer":"Fabrikam"},
              {"measure":"revenue","on":"2017-11-03","value":0,"customer":"fabrikam"},
              {"measure":"revenue","on":"2017-11-03","value":1,"customer":""},
              {"measure":"revenue","on":"2017-11-03","value":1},
              {"measure":"revenue","on":"2017-01-03","value":1,"customer":"Adatum"}]}
            """);

        var result = trial.Judge<MetricResult>(facts);

        result.Value.ShouldBe(2);
        result.Unit.ShouldBe("customers");
        result.Status.ShouldBe(Status.Met);
    }

    [Fact]
    public void Only_the_latest_day_counts_where_the_window_says_so()
    {
        var trial = Latest();
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-30","measurements":[
              {"measure":"seats","on":"2017-12-01","value":99},
              {"measure":"seats","on":"2017-11-20","value":4},
              {"measure":"seats","on":"2017-11-20","value":6},
              {"measure":"seats","on":"2017-11-19","value":50}]}
            """);

        trial.Judge<MetricResult>(facts).Value.ShouldBe(10);
        trial.Judge(facts).Status.ShouldBe(Status.Met);
        trial.Breakdown(facts).Entries.Select(entry => entry.Reason).ShouldBe([EntryReason.Future, null, null, EntryReason.NotLatest]);
    }

    [Fact]
    public void What_enters_takes_the_latest_value_along_even_where_it_is_not_known_itself()
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":10,"window":"latest"}}""");
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-30","measurements":[
              {"measure":"revenue","on":"2017-11-20","value":20},
              {"measure":"revenue","on":"2017-12-05","value":30,"currency":"XXX"}]}
            """);

        var entering = trial.Evaluate(facts).Options[0].Tiers[0].Outlook.ShouldNotBeNull().Events.ShouldHaveSingleItem();

        (entering.On, entering.Cause, entering.Value, entering.After).ShouldBe((Day("2017-12-05"), OutlookCause.EntryEnters, -20, 0));
    }

    [Theory]
    [InlineData("2017-09", Status.Met)]
    [InlineData("2017-11", Status.Undetermined)]
    [InlineData("2017-12", Status.Met)]
    public void A_later_month_not_reported_leaves_the_latest_value_open(string month, Status status)
    {
        var facts = Facts with
        {
            Measurements = [new Measurement("seats", Day("2017-10-31"), 10)],
            UnreportedMonths = Unreported("seats", month),
        };

        Latest().Judge(facts).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(null, Status.NotMet)]
    [InlineData("2001-01", Status.Undetermined)]
    public void Without_entry_any_month_not_reported_leaves_the_latest_value_open(string? month, Status status)
    {
        var facts = Facts with { UnreportedMonths = month is null ? Facts.UnreportedMonths : Unreported("seats", month) };

        Latest().Judge(facts).Status.ShouldBe(status);
    }

    [Fact]
    public void All_time_begins_with_the_first_entry()
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":10,"window":"allTime"}}""");
        var facts = Facts with { Measurements = [new Measurement("revenue", Day("1999-12-31"), 10)] };

        trial.Judge<MetricResult>(facts).Window.ShouldBe(new WindowDays(null, facts.AsOf));
        trial.Judge(facts).Status.ShouldBe(Status.Met);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_ends_of_the_calendar_are_days_like_others(string day)
    {
        var facts = Facts with { AsOf = Day(day), Measurements = [new Measurement("revenue", Day(day), 100_000)] };
        var trial = new Trial(Revenue, ($"{Catalog.Document.SmallDocument.Version}/effectiveFrom", "\"0001-01-01\""));

        trial.Judge(facts).Status.ShouldBe(Status.Met);
        trial.NextChangeOn(facts).ShouldBe(day == "0001-01-01" ? Day("0001-03-01") : null);
    }

    private static Trial Latest() => new("""{"metric":{"measure":"seats","atLeast":10,"window":"latest"}}""");

    private static ValueMap<string, ValueList<Month>> Unreported(string measure, params string[] months) =>
        new Dictionary<string, ValueList<Month>>(StringComparer.Ordinal) { [measure] = months.Select(Month.Parse).ToValueList() }.ToValueMap();

    private static MetricResult Silver(Facts facts) =>
        CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts).Options[0].Tiers[0].Requirement
            .ShouldBeOfType<AllResult>().Children[0].ShouldBeOfType<MetricResult>();
}
