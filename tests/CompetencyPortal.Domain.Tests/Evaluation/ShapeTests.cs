using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>How the shapes of real programs are said, each on its own. People are written as what they hold: <c>A1 B1|A2</c> are two.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("A1|A2", Status.Met)]
    [InlineData("A1 A2", Status.NotMet)]
    [InlineData("A1|B1", Status.NotMet)]
    public void K_people_each_with_one_of_A(string people, Status status)
    {
        Judge("""{"staffing":{"seats":[{"key":"s","count":2,"holds":{"group":"group-a"}}]}}""", people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1 B1", Status.Met)]
    [InlineData("A1|B1", Status.NotMet)]
    [InlineData("A1 A2", Status.NotMet)]
    public void The_same_person_also_one_of_B(string people, Status status)
    {
        Judge("""{"staffing":{"seats":[{"key":"s","count":1,"holds":{"allOf":[{"group":"group-a"},"B1"]}}]}}""", people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1|B1", Status.Met)]
    [InlineData("A1 B1|A2", Status.Met)]
    [InlineData("A1 B1", Status.NotMet)]
    [InlineData("A1|A2", Status.NotMet)]
    public void Another_person_one_of_C(string people, Status status)
    {
        Judge(
            """{"staffing":{"seats":[{"key":"a","count":1,"holds":{"group":"group-a"}},{"key":"c","count":1,"holds":{"anyOf":["B1"]}}]}}""", people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1 B1|A1 B1|A1|A1", Status.Met)]
    [InlineData("A1|A1 B1|A1 B1|A1 B1", Status.Met)]
    [InlineData("A1 B1|A1|A1|A1", Status.NotMet)]
    [InlineData("A1 B1|A1 B1|A1|B1", Status.NotMet)]
    [InlineData("A1 B1|A1 B1|A1", Status.NotMet)]
    public void Four_people_with_X_of_whom_two_also_have_Y(string people, Status status)
    {
        Judge(
            """{"staffing":{"seats":[{"key":"both","count":2,"holds":{"allOf":["A1","B1"]}},{"key":"x","count":2,"holds":"A1"}]}}""", people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1 B1|A1 B1", Status.Met)]
    [InlineData("A1|A1|B1|B1", Status.Met)]
    [InlineData("A1 B1|A1|B1", Status.Met)]
    [InlineData("A1|A1|B1", Status.NotMet)]
    public void K_with_X_and_k_with_Y_the_same_or_others(string people, Status status)
    {
        Judge(
            """
            {"all":[{"staffing":{"seats":[{"key":"x","count":2,"holds":"A1"}]}},
                    {"staffing":{"seats":[{"key":"y","count":2,"holds":"B1"}]}}]}
            """,
            people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1|A1", Status.Met)]
    [InlineData("A2|A2", Status.Met)]
    [InlineData("A1|A2", Status.NotMet)]
    public void Exams_or_the_certification_as_whole_blocks(string people, Status status)
    {
        Judge(
            """
            {"any":[{"staffing":{"seats":[{"key":"exams","count":2,"holds":"A1"}]}},
                    {"staffing":{"seats":[{"key":"certification","count":2,"holds":"A2"}]}}]}
            """,
            people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1|A1", Status.Met)]
    [InlineData("A1|A2", Status.Met)]
    [InlineData("A1|B1", Status.NotMet)]
    public void Exams_or_the_certification_person_by_person(string people, Status status)
    {
        Judge("""{"staffing":{"seats":[{"key":"s","count":2,"holds":{"anyOf":["A1","A2"]}}]}}""", people).ShouldBe(status);
    }

    [Theory]
    [InlineData("A1 A2", Status.Met)]
    [InlineData("A2 B1", Status.Met)]
    [InlineData("A1 B1", Status.NotMet)]
    [InlineData("A1|A2", Status.NotMet)]
    public void All_exams_of_any_one_area(string people, Status status)
    {
        Judge(
            """{"staffing":{"seats":[{"key":"s","count":1,"holds":{"anyOf":[{"allOf":["A1","A2"]},{"allOf":["A2","B1"]}]}}]}}""", people).ShouldBe(status);
    }

    [Theory]
    [InlineData("25000", "75000", Status.Met)]
    [InlineData("100000", "0", Status.Met)]
    [InlineData("24999.99", "75000.01", Status.NotMet)]
    [InlineData("25000", "74999.99", Status.NotMet)]
    [InlineData("0", "100000", Status.NotMet)]
    public void An_amount_of_which_so_much_is_cloud(string cloud, string server, Status status)
    {
        var trial = new Trial(
            """
            {"all":[{"metric":{"measure":"revenue","atLeast":100000,"window":{"trailingMonths":12}}},
                    {"metric":{"measure":"revenue","atLeast":25000,"window":{"trailingMonths":12},"products":["cloud"]}}]}
            """);

        trial.Judge(trial.Facts(
            $$"""
            {"asOf":"2017-11-30","measurements":[{"measure":"revenue","on":"2017-03-01","value":{{cloud}},"product":"cloud"},
                                                 {"measure":"revenue","on":"2017-03-01","value":{{server}},"product":"server"}]}
            """)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("developing", 50_000, Status.Met)]
    [InlineData("developing", 49_999, Status.NotMet)]
    [InlineData("developed", 1_000_000, Status.Undetermined)]
    public void Silver_only_in_developing_markets_by_a_threshold_that_the_other_lacks(string market, int value, Status status)
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":{"developing":50000},"window":"allTime"}}""");

        trial.Judge(trial.Facts(
            $$"""{"asOf":"2017-11-30","market":"{{market}}","measurements":[{"measure":"revenue","on":"2017-03-01","value":{{value}}}]}""")).Status.ShouldBe(status);
    }

    [Fact]
    public void A_tier_that_an_option_does_not_have_is_not_judged()
    {
        var trial = new Trial("""{"flag":{"key":"reseller"}}""");

        trial.Catalog.Program.Tiers.Count.ShouldBe(2);
        trial.Evaluate(trial.Facts("""{"asOf":"2017-11-30"}""")).Options[0].Tiers.Select(tier => tier.Tier).ShouldBe(["silver"]);
    }

    [Theory]
    [InlineData("2017-06-30", "2017-12-31", Status.Met)]
    [InlineData("2017-07-01", "2017-12-31", Status.NotMet)]
    [InlineData("2017-06-30", "2018-01-01", Status.NotMet)]
    public void A_retiring_exam_can_be_passed_until_one_day_and_counts_until_another(string earnedOn, string asOf, Status status)
    {
        var trial = new Trial(
            """{"staffing":{"seats":[{"key":"s","count":1,"holds":"A1"}]}}""",
            ("/credentials/0/retiredOn", "\"2017-06-30\""),
            ("/credentials/0/acceptedUntil", "\"2017-12-31\""));

        trial.Judge(trial.Facts(
            $$"""{"asOf":"{{asOf}}","people":[{"id":"e1","credentials":[{"code":"A1","earnedOn":"{{earnedOn}}"}]}]}""")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("A1|A1|A1|A1|A1", 0, Status.NotMet)]
    [InlineData("A1|A1|A1|A1|A1", 1, Status.Undetermined)]
    [InlineData("A1|A1|A1", 1, Status.Undetermined)]
    [InlineData("A1|A1", 1, Status.NotMet)]
    [InlineData("B1", 0, Status.NotMet)]
    public void Points_for_several_parts(string people, int unreportedMonths, Status status)
    {
        // Growth earns 40 points or none, each A1 4 points up to 20, and 3 A1 earn 10.5.
        var trial = new Trial("""{"score":{"scorecard":"points","atLeast":60,"everyPartAbove":0}}""");
        var facts = trial.Facts("""{"asOf":"2017-11-30","market":"developed","measurements":[]}""") with
        {
            People = People(people),
            UnreportedMonths = new Dictionary<string, ValueList<Month>>(StringComparer.Ordinal)
            {
                ["revenue"] = Enumerable.Repeat(Month.Of(Day("2017-05-01")), unreportedMonths).ToValueList(),
            }.ToValueMap(),
        };

        trial.Judge(facts).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("12000", "A1|A1|A1", Status.Met)]
    [InlineData("11999.99", "A1|A1|A1", Status.NotMet)]
    [InlineData("12000", "A1|A1", Status.NotMet)]
    public void Points_that_reach_the_number_with_every_part_above_the_bound(string revenue, string people, Status status)
    {
        var trial = new Trial("""{"score":{"scorecard":"points","atLeast":62.5,"everyPartAbove":0}}""");
        var facts = trial.Facts(
            $$"""
            {"asOf":"2017-11-30","market":"developed",
             "measurements":[{"measure":"revenue","on":"2017-03-01","value":{{revenue}},"product":"cloud","association":"dpor"}]}
            """);

        trial.Judge(facts with { People = People(people) }).Status.ShouldBe(status);
    }

    private static Status Judge(string requirement, string people) =>
        new Trial(requirement).Judge(new Facts { AsOf = Day("2017-11-30"), People = People(people) }).Status;

    private static ValueList<PersonFacts> People(string people) => people.Split('|').Select((codes, index) => new PersonFacts($"e{index + 1}")
    {
        Credentials = codes.Split(' ').Select(code => new CredentialFacts(code, Day("2017-01-01"))).ToValueList(),
    }).ToValueList();
}
