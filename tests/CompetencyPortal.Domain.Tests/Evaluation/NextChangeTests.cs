using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Catalog.Document;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class NextChangeTests
{
    private const string Revenue = """{"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":12}}}""";
    private const string Flag = """{"flag":{"key":"reseller"}}""";
    private const string Seat = """{"staffing":{"seats":[{"key":"seat","count":1,"holds":{"group":"group-a"}}]}}""";

    private static readonly Facts Facts = new() { AsOf = Day("2017-11-15"), Market = "developed", People = [], Flags = [] };

    [Theory]
    [InlineData("2017-11-16", "2017-11-16")]
    [InlineData("2016-11-16", "2017-11-16")]
    [InlineData("2016-11-17", "2017-11-17")]
    [InlineData("2016-11-15", "2017-12-01")]
    [InlineData("2017-11-15", "2018-01-01")]
    public void An_entry_enters_and_leaves_the_window(string on, string change)
    {
        var facts = Facts with { Measurements = [new Measurement("revenue", Day(on), 5)] };

        new Trial(Revenue).NextChangeOn(facts).ShouldBe(Day(change));
    }

    [Theory]
    [InlineData("2019-02-27", "2018-02-28", "2019-02-28")]
    [InlineData("2020-02-27", "2019-02-28", "2020-02-28")]
    [InlineData("2021-02-27", "2020-02-28", "2021-02-28")]
    [InlineData("2021-02-28", "2020-02-29", "2021-03-01")]
    public void The_29th_of_February_leaves_on_the_first_of_March(string asOf, string on, string change)
    {
        var facts = Facts with { AsOf = Day(asOf), Measurements = [new Measurement("revenue", Day(on), 5)] };

        new Trial(Revenue).NextChangeOn(facts).ShouldBe(Day(change));
    }

    [Fact]
    public void The_31st_leaves_a_window_of_one_month_on_the_first_after_a_short_month()
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":1,"window":{"trailingMonths":1}}}""");
        var facts = Facts with
        {
            AsOf = Day("2017-06-30"),
            Measurements = [new Measurement("revenue", Day("2017-05-31"), 5), new Measurement("revenue", Day("2017-06-01"), 5)],
        };

        trial.NextChangeOn(facts).ShouldBe(Day("2017-07-01"));
    }

    [Fact]
    public void A_month_not_reported_leaves_the_window_with_its_last_day()
    {
        var facts = Facts with
        {
            AsOf = Day("2017-11-29"),
            UnreportedMonths = new Dictionary<string, ValueList<Month>>(StringComparer.Ordinal) { ["revenue"] = [new Month(2016, 11)] }.ToValueMap(),
        };

        new Trial(Revenue).NextChangeOn(facts).ShouldBe(Day("2017-11-30"));
    }

    [Theory]
    [InlineData("2017-11-30", "2017-12-01")]
    [InlineData("2017-12-01", "2018-01-01")]
    public void A_month_without_entries_ends(string asOf, string change)
    {
        new Trial(Revenue).NextChangeOn(Facts with { AsOf = Day(asOf), Measurements = [] }).ShouldBe(Day(change));
    }

    [Fact]
    public void The_first_month_without_entries_is_what_ends()
    {
        var facts = Facts with { Measurements = [new Measurement("revenue", Day("2017-11-01"), 5), new Measurement("revenue", Day("2017-11-15"), 5)] };

        new Trial(Revenue).NextChangeOn(facts).ShouldBe(Day("2018-01-01"));
    }

    [Fact]
    public void Where_nothing_is_known_of_a_measure_no_month_matters()
    {
        new Trial(Revenue).NextChangeOn(Facts).ShouldBeNull();
    }

    [Theory]
    [InlineData("2017-11-16", null, "2017-11-16")]
    [InlineData("2017-11-15", "2017-11-15", "2017-11-16")]
    [InlineData("2017-11-15", "2017-11-14", null)]
    [InlineData("2017-11-15", "9999-12-31", null)]
    [InlineData("2017-11-15", null, null)]
    public void A_person_joins_and_leaves(string from, string? until, string? change)
    {
        var facts = Facts with { People = [new PersonFacts("e1", null, Day(from), until is null ? null : Day(until))] };

        $"{new Trial(Seat).NextChangeOn(facts):O}".ShouldBe(change ?? "");
    }

    [Theory]
    [InlineData("A1", "2017-11-20", null, "2017-11-20")]
    [InlineData("A1", "2017-01-01", "2017-11-20", "2017-11-21")]
    [InlineData("A1", "2017-01-01", null, null)]
    [InlineData("B1", "2017-11-20", null, null)]
    public void A_pass_begins_and_ends(string code, string earnedOn, string? validUntil, string? change)
    {
        var pass = new CredentialFacts(code, Day(earnedOn), validUntil is null ? null : Day(validUntil));
        var facts = Facts with { People = [new PersonFacts("e1") { Credentials = [pass] }] };

        $"{new Trial(Seat).NextChangeOn(facts):O}".ShouldBe(change ?? "");
    }

    [Theory]
    [InlineData("availableFrom", "\"2017-12-01\"", "2017-12-01")]
    [InlineData("retiredOn", "\"2017-11-30\"", "2017-12-01")]
    [InlineData("acceptedUntil", "\"2017-11-30\"", "2017-12-01")]
    [InlineData("validForMonths", "11", "2017-12-02")]
    public void A_credential_of_the_version_begins_and_ends(string property, string value, string change)
    {
        var facts = Facts with { People = [new PersonFacts("e1") { Credentials = [new CredentialFacts("A2", Day("2017-01-01"))] }] };

        new Trial(Seat, ($"/credentials/1/{property}", value)).NextChangeOn(facts).ShouldBe(Day(change));
    }

    [Fact]
    public void A_derivation_ends_too()
    {
        var trial = new Trial(Seat.Replace("""{"group":"group-a"}""", "\"AB\"", StringComparison.Ordinal), ("/credentials/3/acceptedUntil", "\"2017-11-30\""));

        trial.NextChangeOn(Facts).ShouldBe(Day("2017-12-01"));
    }

    [Theory]
    [InlineData(Flag, "2017-12-24", null, "2017-12-24")]
    [InlineData(Flag, "2017-01-01", "2017-11-15", "2017-11-16")]
    [InlineData(Flag, null, null, null)]
    [InlineData("""{"flag":{"key":"reseller","withinMonths":12}}""", "2016-11-30", null, "2017-11-30")]
    public void A_flag_begins_and_ends(string requirement, string? on, string? until, string? change)
    {
        var facts = Facts with { Flags = [new FlagFacts("reseller", on is null ? null : Day(on), until is null ? null : Day(until))] };

        $"{new Trial(requirement).NextChangeOn(facts):O}".ShouldBe(change ?? "");
    }

    [Theory]
    [InlineData("2016-12-31", "2017-01-01")]
    [InlineData("2017-01-01", "2017-07-01")]
    [InlineData("2017-06-30", "2017-07-01")]
    [InlineData("2017-07-01", "2018-01-01")]
    [InlineData("2018-01-01", null)]
    public void Versions_come_into_force_and_end(string asOf, string? change)
    {
        var trial = new Trial(
            Flag,
            ($"{SmallDocument.Version}/effectiveUntil", "\"2017-06-30\""),
            ("/competencies/0/versions/1", $$$"""{"effectiveFrom":"2018-01-01","options":[{"key":"x","name":{"en":"x"},"tiers":{"gold":{{{Flag}}}}}]}"""));

        $"{trial.NextChangeOn(Facts with { AsOf = Day(asOf) }):O}".ShouldBe(change ?? "");
    }
}
