using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class EvaluationJsonTests
{
    private static readonly DateOnly Day = new(2017, 11, 30);

    [Fact]
    public void A_result_reads_as_the_contract_says()
    {
        var json = EvaluationJson.Serialize(Result);

        json.ShouldBe(
            """
            {"id":"佐藤","asOf":"2017-11-30","market":null,"competency":"cloud-crm","version":"2017-11-16",
            "warnings":[{"code":"unknownCredential","at":"/people/0/credentials/0/code","value":"70-000"}],
            "options":[{"option":"reseller","attained":null,"tiers":[{"tier":"silver","status":"notMet",
            "requirement":{"node":"all","at":"","status":"notMet","children":[
            {"node":"metric","at":"/all/0","status":"undetermined","measure":"revenue","value":120000.5,"threshold":null,"shortfall":null,"unit":"USD",
            "window":{"from":"2016-12-01","to":"2017-11-30"},"entriesCounted":9,"entriesExcluded":{"outsideWindow":3,"association":1},"unreportedMonths":["2017-10"],"unconvertedCurrencies":["EUR","JPY"]},
            {"node":"flag","at":"/all/1","status":"met","key":"reseller","on":"2017-01-15","until":null},
            {"node":"staffing","at":"/all/2","status":"notMet","seats":[{"seat":"functional","count":2,"filled":[{"person":"e1","credentials":["MB2-710","MB2-714"]}]}],
            "people":[{"person":"e2","reason":"incomplete","missing":["MB2-707"]},{"person":"e9","reason":"notYetJoined"}],
            "certificate":{"seats":["functional"],"places":2,"people":1}}]}}]}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void A_result_read_back_is_equal()
    {
        var json = EvaluationJson.Serialize(Result);

        EvaluationJson.Deserialize(json).ShouldBe(Result);
    }

    [Fact]
    public void What_there_is_nothing_of_is_left_out()
    {
        var known = Metric with { UnreportedMonths = [], UnconvertedCurrencies = [] };

        var json = EvaluationJson.Serialize(Result with
        {
            Options = [new("reseller", "silver", [new("silver", Status.Met, known)])],
        });

        json.ShouldNotContain("unreportedMonths");
        json.ShouldNotContain("unconvertedCurrencies");
        EvaluationJson.Deserialize(json).Options[0].Tiers[0].Requirement.ShouldBe(known);
    }

    [Fact]
    public void The_deepest_requirement_that_can_be_read_can_be_stored()
    {
        const int Deepest = 27;
        var requirement = Enumerable.Range(0, Deepest).Aggregate("""{"flag":{"key":"reseller"}}""", (inner, _) => $$"""{"all":[{{inner}}]}""");

        var result = new Trial(requirement).Evaluate(new Facts { AsOf = Day });

        EvaluationJson.Deserialize(EvaluationJson.Serialize(result)).ShouldBe(result);
        Should.Throw<ShouldAssertException>(() => new Trial($$"""{"all":[{{requirement}}]}"""));
    }

    private static MetricResult Metric { get; } = new(
        "/all/0",
        Status.Undetermined,
        "revenue",
        120000.5000m,
        null,
        null,
        "USD",
        new WindowDays(new DateOnly(2016, 12, 1), Day),
        9,
        new Dictionary<EntryReason, int> { [EntryReason.Association] = 1, [EntryReason.OutsideWindow] = 3 }.ToValueMap())
    {
        UnreportedMonths = [new Month(2017, 10)],
        UnconvertedCurrencies = ["EUR", "JPY"],
    };

    private static EvaluationResult Result { get; } = new(
        "佐藤",
        Day,
        null,
        "cloud-crm",
        new DateOnly(2017, 11, 16),
        [new EvaluationWarning(WarningCode.UnknownCredential, "/people/0/credentials/0/code", "70-000")],
        [
            new("reseller", null,
            [
                new("silver", Status.NotMet, new AllResult("", Status.NotMet,
                [
                    Metric,
                    new FlagResult("/all/1", Status.Met, "reseller", new DateOnly(2017, 1, 15), null),
                    new StaffingResult(
                        "/all/2",
                        Status.NotMet,
                        [new("functional", 2, [new("e1", ["MB2-710", "MB2-714"])])],
                        [new("e2", PersonReason.Incomplete, ["MB2-707"]), new("e9", PersonReason.NotYetJoined, null)],
                        new StaffingCertificate(["functional"], 2, 1)),
                ])),
            ]),
        ]);
}
