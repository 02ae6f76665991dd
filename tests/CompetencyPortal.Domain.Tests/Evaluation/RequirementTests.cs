using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Catalog.Document;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class RequirementTests
{
    private static readonly Facts Facts = new() { AsOf = Day("2017-11-30") };

    [Theory]
    [InlineData("", Status.Met, Status.NotMet)]
    [InlineData("M", Status.Met, Status.Met)]
    [InlineData("N", Status.NotMet, Status.NotMet)]
    [InlineData("U", Status.Undetermined, Status.Undetermined)]
    [InlineData("MU", Status.Undetermined, Status.Met)]
    [InlineData("UM", Status.Undetermined, Status.Met)]
    [InlineData("NU", Status.NotMet, Status.Undetermined)]
    [InlineData("UN", Status.NotMet, Status.Undetermined)]
    [InlineData("MN", Status.NotMet, Status.Met)]
    [InlineData("MUN", Status.NotMet, Status.Met)]
    public void All_and_any_have_three_values(string parts, Status all, Status any)
    {
        var statuses = parts.Select(part => part switch { 'M' => Status.Met, 'N' => Status.NotMet, _ => Status.Undetermined });

        StatusRules.All(statuses).ShouldBe(all);
        StatusRules.Any(statuses).ShouldBe(any);
    }

    [Fact]
    public void A_result_has_a_node_for_every_node_of_the_catalog()
    {
        var trial = new Trial(
            """{"all":[{"any":[{"flag":{"key":"reseller"}},{"all":[{"staffing":{"seats":[{"key":"s","count":1,"holds":"A1"}]}}]}]},{"metric":{"measure":"seats","atLeast":1,"window":"latest"}}]}""");

        var all = trial.Judge<AllResult>(Facts);

        all.At.ShouldBe("");
        var any = all.Children[0].ShouldBeOfType<AnyResult>();
        any.At.ShouldBe("/all/0");
        any.Children[0].ShouldBeOfType<FlagResult>().At.ShouldBe("/all/0/any/0");
        any.Children[1].ShouldBeOfType<AllResult>().Children[0].ShouldBeOfType<StaffingResult>().At.ShouldBe("/all/0/any/1/all/0");
        all.Children[1].ShouldBeOfType<MetricResult>().At.ShouldBe("/all/1");
    }

    [Fact]
    public void Every_shape_of_the_small_document_can_be_judged()
    {
        var result = new Evaluator(Catalogs.Of(new SmallDocument().ToString())).Evaluate("competency", Facts);

        result.Options[0].Tiers[0].Status.ShouldBe(Status.Undetermined);
    }

    [Theory]
    [InlineData("2017-11-30", null, Status.Met)]
    [InlineData("2017-12-01", null, Status.NotMet)]
    [InlineData(null, null, Status.Met)]
    [InlineData("2017-01-01", "2017-11-30", Status.Met)]
    [InlineData("2017-01-01", "2017-11-29", Status.NotMet)]
    public void A_flag_counts_from_its_day_to_its_last(string? on, string? until, Status status)
    {
        var flag = new FlagFacts("reseller", on is null ? null : Day(on), until is null ? null : Day(until));

        var result = new Trial("""{"flag":{"key":"reseller"}}""").Judge<FlagResult>(Facts with { Flags = [flag] });

        result.ShouldBe(new FlagResult("", status, "reseller", flag.On, flag.Until));
    }

    [Theory]
    [InlineData("2017-09-01", Status.Met)]
    [InlineData("2017-08-31", Status.Met)]
    [InlineData("2017-08-30", Status.NotMet)]
    [InlineData("2017-12-01", Status.NotMet)]
    [InlineData(null, Status.NotMet)]
    public void A_flag_may_have_to_be_recent(string? on, Status status)
    {
        var trial = new Trial("""{"flag":{"key":"reseller","withinMonths":3}}""");

        trial.Judge(Facts with { Flags = [new FlagFacts("reseller", on is null ? null : Day(on))] }).Status.ShouldBe(status);
    }

    [Fact]
    public void Of_several_flags_one_that_counts_is_enough()
    {
        var trial = new Trial("""{"flag":{"key":"reseller"}}""");
        var ended = new FlagFacts("reseller", Day("2010-01-01"), Day("2011-01-01"));
        var ahead = new FlagFacts("reseller", Day("2018-01-01"));
        var counting = new FlagFacts("reseller", Day("2017-01-01"), Day("2017-12-31"));

        trial.Judge(Facts with { Flags = [ended, ahead, counting] }).ShouldBe(new FlagResult("", Status.Met, "reseller", counting.On, counting.Until));
    }

    [Theory]
    [InlineData(true, Status.NotMet)]
    [InlineData(false, Status.Undetermined)]
    public void Without_flags_nothing_is_known(bool areThereAny, Status status)
    {
        new Trial("""{"flag":{"key":"reseller"}}""").Judge(Facts with { Flags = areThereAny ? [] : null }).Status.ShouldBe(status);
    }

    [Fact]
    public void Tiers_stand_by_rank_and_the_highest_that_is_met_is_attained()
    {
        var trial = new Trial(
            """{"flag":{"key":"reseller"}}""",
            ($"{SmallDocument.Option}/tiers/gold", """{"flag":{"key":"other"}}"""),
            ("/flags/1", """{"key":"other","name":{"en":"Other"}}"""));

        Attained().ShouldBe((null, "silver gold"));
        Attained("reseller").ShouldBe(("silver", "silver gold"));
        Attained("other").ShouldBe(("gold", "silver gold"));
        Attained("reseller", "other").ShouldBe(("gold", "silver gold"));

        (string? Attained, string Tiers) Attained(params string[] flags)
        {
            var option = trial.Evaluate(Facts with { Flags = flags.Select(flag => new FlagFacts(flag)).ToValueList() }).Options[0];

            return (option.Attained, string.Join(' ', option.Tiers.Select(tier => tier.Tier)));
        }
    }

    [Fact]
    public void Without_version_in_force_there_are_no_options()
    {
        var trial = new Trial("""{"flag":{"key":"reseller"}}""");

        var result = trial.Evaluate(Facts with { AsOf = Day("2016-12-31") });

        result.Version.ShouldBeNull();
        result.Options.ShouldBeEmpty();
    }

    [Fact]
    public void A_competency_that_the_catalog_lacks_is_a_mistake_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => CloudCrm.Evaluator.Evaluate("none", Facts));
        Should.Throw<ArgumentException>(() => CloudCrm.Evaluator.NextChangeOn("none", Facts));
    }

    [Fact]
    public void Facts_that_name_what_the_catalog_lacks_are_pointed_out()
    {
        var trial = new Trial("""{"flag":{"key":"reseller"}}""");
        var facts = trial.Facts(
            """
            {"asOf":"2017-11-30",
             "people":[{"id":"e1","credentials":[{"code":"A1","earnedOn":"2017-01-01"},{"code":"a1","earnedOn":"2017-01-01"}]}],
             "measurements":[{"measure":"revenue","on":"2017-01-01","value":1,"product":"cloud","association":"dpor"},
                             {"measure":"profit","on":"2017-01-01","value":1,"product":"phone","association":"friend"}],
             "flags":[{"key":"reseller"},{"key":"wholesaler"}]}
            """);

        trial.Evaluate(facts).Warnings.ShouldBe(
        [
            new(WarningCode.UnknownCredential, "/people/0/credentials/1/code", "a1"),
            new(WarningCode.UnknownMeasure, "/measurements/1/measure", "profit"),
            new(WarningCode.UnknownProduct, "/measurements/1/product", "phone"),
            new(WarningCode.UnknownAssociation, "/measurements/1/association", "friend"),
            new(WarningCode.UnknownFlag, "/flags/1/key", "wholesaler"),
        ]);
    }

    [Fact]
    public void Keys_are_free_where_the_catalog_declares_none()
    {
        var facts = new Facts { AsOf = Day("2017-11-30"), Flags = [new FlagFacts("anything")] };

        CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts).Warnings.ShouldBeEmpty();
    }
}
