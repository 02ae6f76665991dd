using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Catalog.Document;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Rules and facts of a size at which trying each with each takes minutes, and following one from another overflows the stack.</summary>
public class HostileRuleTests
{
    private const int Many = 20_000;

    private static readonly DateOnly Day = new(2020, 6, 1);
    private static readonly Facts Nobody = new() { AsOf = Day, People = [] };

    [Fact]
    public void Derivations_are_followed_however_long_their_chain_is()
    {
        var trial = Trial(Seat("\"D-0\""), Enumerable.Range(0, Many).Select(number => Exam($"D-{number}", $"""
            , "derivedFrom": "D-{number + 1}"
            """)).Append(Exam($"D-{Many}")));

        Plan(trial, Nobody).Steps.ShouldNotBeNull().Select(step => step.Credential).ShouldBe([$"D-{Many}"]);
        trial.Judge(Nobody with { People = [Person("a", $"D-{Many}")] }).Status.ShouldBe(Status.Met);
    }

    [Theory]
    [InlineData("anyOf", 1)]
    [InlineData("allOf", Many)]
    public void Groups_are_followed_however_long_their_chain_is(string kind, int cost)
    {
        var groups = Enumerable.Range(0, Many).Select(number => Group($"g-{number}", kind, number + 1 < Many
            ? $$"""
            "E-{{number}}", {"group": "g-{{number + 1}}"}
            """
            : $"\"E-{number}\""));

        var trial = Trial(Seat("""{"group": "g-0"}"""), Exams(Many), groups);

        Plan(trial, Nobody).Cost.ShouldBe(cost);
    }

    [Fact]
    public void Groups_that_use_each_other_twice_are_compiled_once()
    {
        const int last = 57;
        var groups = Enumerable.Range(0, last + 1).Select(number => Group($"g-{number}", "anyOf", number < 2
            ? $"\"E-{number}\""
            : $$"""
            {"group": "g-{{number - 1}}"}, {"group": "g-{{number - 2}}"}
            """));

        var trial = Trial(Seat($$"""{"group": "g-{{last}}"}"""), Exams(2), groups);

        trial.Judge(Nobody with { People = [Person("a", "E-0")] }).Status.ShouldBe(Status.Met);
        trial.Judge(Nobody).Status.ShouldBe(Status.NotMet);
    }

    [Fact]
    public void A_way_through_as_many_choices_is_found()
    {
        const int pairsAsked = 8_000;
        var pairs = Enumerable.Range(0, pairsAsked).Select(number => $$"""{"anyOf": ["E-{{number}}", "E-{{number + 1}}"]}""");

        var plan = Plan(Trial(Seat($$"""{"allOf": [{{string.Join(',', pairs)}}]}"""), Exams(pairsAsked + 1)), Nobody);

        plan.Proven.ShouldBeFalse();
        plan.Cost.ShouldNotBeNull().ShouldBeInRange(pairsAsked * 0.5m, pairsAsked);
    }

    [Fact]
    public void What_many_people_lack_is_worked_out_once_for_all_who_lack_the_same()
    {
        var random = new Random(1);
        var seats = Enumerable.Range(0, 20).Select(seat => $$"""
            {"key": "seat-{{seat}}", "count": 1, "holds": {"allOf": [{{string.Join(',', Enumerable.Range(seat * 50, 50).Select(exam => $"\"E-{exam}\""))}}]} }
            """);
        var people = Enumerable.Range(0, 5_000).Select(number => Person($"p-{number}", [.. Enumerable.Range(0, 10).Select(_ => $"E-{random.Next(1_000)}").Distinct()]));

        var plan = Plan(Trial($$"""{"staffing": {"seats": [{{string.Join(',', seats)}}]} }""", Exams(1_000)), Nobody with { People = people.ToValueList() });

        plan.Proven.ShouldBeTrue();
        plan.Cost.ShouldNotBeNull().ShouldBeLessThan(20 * 50);
    }

    [Fact]
    public void Fifty_kinds_of_seat_with_many_places_are_filled_and_everybody_in_them_is_needed()
    {
        const int kinds = 50;
        const int places = 200;
        var seats = Enumerable.Range(0, kinds).Select(kind => $$"""
            {"key": "seat-{{kind}}", "count": {{places}}, "holds": {"anyOf": ["E-{{kind}}", "E-{{(kind + 1) % kinds}}"]} }
            """);
        var trial = Trial($$"""{"staffing": {"seats": [{{string.Join(',', seats)}}]} }""", Exams(kinds));
        var needed = Enumerable.Range(0, kinds * places).Select(number => Person($"{number:D5}", $"E-{number * 7 % kinds}")).ToValueList();

        Critical(needed).ShouldBe(needed.Select(person => person.Id));
        Critical([.. needed, Person("zz", "E-7")]).ShouldBeEmpty();

        ValueList<string> Critical(ValueList<PersonFacts> people) =>
            trial.Evaluate(Nobody with { People = people }).Options[0].Tiers[0].CriticalPeople.ShouldNotBeNull();
    }

    [Fact]
    public void A_plan_leaves_all_that_a_wide_rule_asks_for_in_its_order()
    {
        const int wide = 60_000;
        const string flag = """{"flag": {"key": "reseller"}}""";
        var metrics = Enumerable.Repeat("""{"metric": {"measure": "revenue", "atLeast": 1, "window": "allTime"}}""", wide);

        var plan = Plan(Trial($$"""{"all": [{{string.Join(',', metrics.Prepend($$"""{"any": [{{flag}}, {{Seat("\"A1\"")}}]}"""))}}]}""", []), Nobody);

        plan.Flags.ShouldBe(["reseller"]);
        plan.Amounts.ShouldNotBeNull().Select(amount => amount.At).ShouldBe(Enumerable.Range(1, wide).Select(place => $"/all/{place}"));
    }

    private static Plan Plan(Trial trial, Facts facts) => trial.Evaluate(facts).Options[0].Tiers[0].Plan.ShouldNotBeNull();

    private static PersonFacts Person(string id, params string[] codes) =>
        new(id) { Credentials = codes.Select(code => new CredentialFacts(code, Day)).ToValueList() };

    private static Trial Trial(string requirement, IEnumerable<string> exams, IEnumerable<string>? groups = null) => new(
        requirement,
        ("/credentials", $"[{string.Join(',', [.. exams, Exam("A1"), Exam("A2"), Exam("B1"), Exam("AB")])}]"),
        ($"{SmallDocument.Version}/examGroups", $"[{string.Join(',', [.. groups ?? [], Group("group-a", "anyOf", "\"A1\""), Group("group-b", "anyOf", "\"B1\"")])}]"));

    private static IEnumerable<string> Exams(int count) => Enumerable.Range(0, count).Select(number => Exam($"E-{number}"));

    private static string Exam(string code, string more = "") => $$"""{"code": "{{code}}", "kind": "exam", "title": {"en": "Exam"}{{more}} }""";

    private static string Group(string key, string kind, string parts) => $$"""{"key": "{{key}}", "name": {"en": "Group"}, "{{kind}}": [{{parts}}]}""";

    private static string Seat(string holds) => $$"""{"staffing": {"seats": [{"key": "seat", "count": 1, "holds": {{holds}} } ] } }""";
}
