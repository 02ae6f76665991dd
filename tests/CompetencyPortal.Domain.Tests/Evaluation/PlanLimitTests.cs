using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Rules so tangled, wide or dear that a search gives up or numbers come near their limits: then less is promised, and nothing wrong.</summary>
public class PlanLimitTests
{
    private static readonly Facts Nobody = new() { AsOf = new DateOnly(2020, 6, 1), People = [] };

    [Fact]
    public void A_search_that_gives_up_finds_a_way_without_anything_superfluous()
    {
        var plan = Plan(Staffing(Tangle(exams: 24, groups: 40)), 24);

        plan.Proven.ShouldBeFalse();
        plan.Bound.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(plan.Cost.ShouldNotBeNull());
        plan.Steps.ShouldNotBeNull().Count.ShouldBe((int)plan.Cost.GetValueOrDefault());
    }

    [Fact]
    public void What_a_search_for_credentials_leaves_open_no_joint_plan_proves()
    {
        var groups = Tangle(exams: 24, groups: 60).Chunk(30).Select(Staffing);

        Plan($$"""{"all": [{{string.Join(',', groups)}}]}""", 24).Proven.ShouldBeFalse();
    }

    [Fact]
    public void A_way_is_found_among_more_choices_than_are_looked_at()
    {
        var choices = Enumerable.Range(0, 9).Select(first => $$"""{"any": [{{Seat(first == 0 ? "R-0" : "E-0")}}, {{Seat("E-1")}}]}""");

        var plan = Plan($$"""{"all": [{{string.Join(',', choices)}}]}""", 2);

        $"{plan.Status} {plan.Cost}".ShouldBe("Possible 1");
    }

    [Fact]
    public void Every_seat_of_every_way_that_nobody_can_fill_is_named()
    {
        var plan = Plan($$"""{"any": [{{Seat("R-0")}}, {{Seat("R-0")}}]}""", 1);

        plan.Status.ShouldBe(PlanStatus.Impossible);
        plan.Blocked.ShouldNotBeNull().Select(seat => seat.At).ShouldBe(["/any/0", "/any/1"]);
    }

    [Fact]
    public void The_greatest_cost_for_a_thousand_places_is_still_possible()
    {
        var plan = Plan("""{"staffing": {"seats": [{"key": "seat", "count": 1000, "holds": "E-0"}]}}""", 1, cost: "999999999999999999");

        plan.Cost.ShouldBe(999999999999999999000m);
        plan.NewPeople.ShouldBe(1000);
    }

    [Fact]
    public void An_outlook_names_the_exam_that_the_seat_asks_for()
    {
        var trial = Trial($$"""{"all": [{{Seat("E-0")}}, {{Seat("E-1")}}]}""", 2);
        var until = Nobody.AsOf.AddDays(10);
        var facts = Nobody with
        {
            People = [new PersonFacts("a") { Credentials = [new("E-0", Nobody.AsOf, until), new("E-1", Nobody.AsOf, until)] }],
        };

        var events = trial.Evaluate(facts).Options[0].Tiers[0].Outlook.ShouldNotBeNull().Events;

        events.Select(each => (each.At, each.Credential)).ShouldBe([("/all/0", "E-0"), ("/all/1", "E-1")]);
    }

    private static Plan Plan(string requirement, int exams, string cost = "1") =>
        Trial(requirement, exams, cost).Evaluate(Nobody).Options[0].Tiers[0].Plan.ShouldNotBeNull();

    private static Trial Trial(string requirement, int exams, string cost = "1")
    {
        var own = Enumerable.Range(0, exams).Select(number => Exam($"E-{number}", $$"""
            "cost": {{cost}}
            """));
        var all = own.Append(Exam("R-0", """
            "retiredOn": "2019-01-01"
            """)).Concat(from code in (string[])["A1", "A2", "B1"] select Exam(code, """
            "cost": 1
            """));

        return new Trial(requirement, ("/credentials", $"[{string.Join(',', all)}]"));
    }

    private static string Exam(string code, string more) => $$"""{"code": "{{code}}", "kind": "exam", "title": {"en": "Exam"}, {{more}} }""";

    private static string Seat(string holds) => $$"""{"staffing": {"seats": [{"key": "seat", "count": 1, "holds": "{{holds}}"} ] } }""";

    private static string Staffing(IEnumerable<string> groups) =>
        $$"""{"staffing": {"seats": [{"key": "seat", "count": 1, "holds": {"allOf": [{{string.Join(',', groups)}}]} } ] } }""";

    // Groups of three that share exams with many others.
    private static string[] Tangle(int exams, int groups)
    {
        var random = new Random(1);

        return Enumerable.Range(0, groups).Select(_ =>
            $$"""{"anyOf": [{{string.Join(',', Enumerable.Range(0, exams).OrderBy(_ => random.Next()).Take(3).Select(exam => $"\"E-{exam}\""))}}]}""").ToArray();
    }
}
