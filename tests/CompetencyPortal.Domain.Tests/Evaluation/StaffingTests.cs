using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Tests.Catalog.Document;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class StaffingTests
{
    private const string TwoSeats =
        """{"staffing":{"seats":[{"key":"first","count":1,"holds":"A1"},{"key":"second","count":1,"holds":"B1"}]}}""";

    private static readonly DateOnly Today = Day("2017-11-30");
    private static readonly Facts Facts = new() { AsOf = Today, People = [] };

    [Fact]
    public void One_person_who_holds_everything_never_fills_two_places()
    {
        var result = Judge(TwoSeats, Person("e1", "A1", "B1"));

        result.Status.ShouldBe(Status.NotMet);
        result.Seats.SelectMany(seat => seat.Filled).Count().ShouldBe(1);
        result.Certificate.ShouldBe(new StaffingCertificate(["first", "second"], 2, 1));
    }

    [Fact]
    public void Two_people_fill_two_places()
    {
        Judge(TwoSeats, Person("e1", "A1", "B1"), Person("e2", "A1")).Status.ShouldBe(Status.Met);
    }

    [Theory]
    [InlineData("e1", "e2")]
    [InlineData("e2", "e1")]
    public void Who_could_fill_several_seats_is_put_into_the_right_one(string holdsAll, string holdsFirst)
    {
        var result = Judge(TwoSeats, Person(holdsAll, "A1", "B1"), Person(holdsFirst, "A1"));

        result.Status.ShouldBe(Status.Met);
        result.Seats[0].Filled.ShouldBe([new SeatFilling(holdsFirst, ["A1"])]);
        result.Seats[1].Filled.ShouldBe([new SeatFilling(holdsAll, ["B1"])]);
    }

    [Fact]
    public void Somebody_moves_over_through_a_chain_of_seats()
    {
        var result = Judge(
            """
            {"staffing":{"seats":[{"key":"one","count":1,"holds":{"anyOf":["A1","A2"]}},
                                  {"key":"two","count":1,"holds":{"anyOf":["A2","B1"]}},
                                  {"key":"three","count":1,"holds":{"anyOf":["B1"]}}]}}
            """,
            Person("e1", "A2"),
            Person("e2", "B1"),
            Person("e3", "A2"));

        result.Status.ShouldBe(Status.Met);
        result.Seats[2].Filled.ShouldBe([new SeatFilling("e2", ["B1"])]);
    }

    [Fact]
    public void As_many_places_as_possible_are_filled_when_not_all_can_be()
    {
        var result = Judge(
            """{"staffing":{"seats":[{"key":"first","count":2,"holds":"A1"},{"key":"second","count":2,"holds":"B1"}]}}""",
            Person("e1", "A1", "B1"),
            Person("e2", "B1"),
            Person("e3", "B1"));

        result.Seats.Select(seat => seat.Filled.Count).ShouldBe([1, 2]);
        result.Certificate.ShouldBe(new StaffingCertificate(["first"], 2, 1));
    }

    [Fact]
    public void Two_staffings_know_nothing_of_each_other()
    {
        var trial = new Trial($$"""{"all":[{{TwoSeats}},{{TwoSeats}}]}""");

        trial.Judge(Facts with { People = [Person("e1", "A1"), Person("e2", "B1")] }).Status.ShouldBe(Status.Met);
    }

    [Fact]
    public void Without_people_nothing_is_known()
    {
        var result = new Trial(TwoSeats).Judge<StaffingResult>(Facts with { People = null });

        result.Status.ShouldBe(Status.Undetermined);
        result.Seats.Select(seat => (seat.Seat, seat.Count, seat.Filled.Count)).ShouldBe([("first", 1, 0), ("second", 1, 0)]);
        result.Certificate.ShouldBeNull();
    }

    [Fact]
    public void Nobody_at_all_is_not_met()
    {
        Judge(TwoSeats).Status.ShouldBe(Status.NotMet);
    }

    [Theory]
    [InlineData(null, "2017-11-30", null)]
    [InlineData(null, "2017-11-29", PersonReason.Left)]
    [InlineData("2017-11-30", null, null)]
    [InlineData("2017-12-01", null, PersonReason.NotYetJoined)]
    public void A_person_is_there_from_the_first_day_to_the_last(string? from, string? until, PersonReason? reason)
    {
        var person = Person("e1", "A1") with { From = from is null ? null : Day(from), Until = until is null ? null : Day(until) };

        Reason(OneSeat("\"A1\""), person).ShouldBe(reason);
    }

    [Theory]
    [InlineData("2017-11-30", null, null)]
    [InlineData("2017-12-01", null, PersonReason.NoCredentials)]
    [InlineData("2017-01-01", "2017-11-30", null)]
    [InlineData("2017-01-01", "2017-11-29", PersonReason.Expired)]
    public void A_pass_counts_from_its_day_to_its_last(string earnedOn, string? validUntil, PersonReason? reason)
    {
        var pass = new CredentialFacts("A1", Day(earnedOn), validUntil is null ? null : Day(validUntil));

        Reason(OneSeat("\"A1\""), new PersonFacts("e1") { Credentials = [pass] }).ShouldBe(reason);
    }

    [Theory]
    [InlineData("acceptedUntil", "\"2017-11-30\"", "2017-01-01", null)]
    [InlineData("acceptedUntil", "\"2017-11-29\"", "2017-01-01", PersonReason.Expired)]
    [InlineData("retiredOn", "\"2017-01-01\"", "2017-01-01", null)]
    [InlineData("retiredOn", "\"2016-12-31\"", "2017-01-01", PersonReason.Incomplete)]
    [InlineData("validForMonths", "3", "2017-08-30", null)]
    [InlineData("validForMonths", "3", "2017-08-31", null)]
    [InlineData("validForMonths", "3", "2017-08-29", PersonReason.Expired)]
    [InlineData("availableFrom", "\"2018-01-01\"", "2017-01-01", null)]
    public void The_catalog_ends_what_counts(string property, string value, string earnedOn, PersonReason? reason)
    {
        var person = new PersonFacts("e1") { Credentials = [new CredentialFacts("A1", Day(earnedOn))] };

        Reason(OneSeat("\"A1\"", ($"/credentials/0/{property}", value)), person).ShouldBe(reason);
    }

    [Fact]
    public void Of_two_passes_one_that_counts_is_enough()
    {
        var person = new PersonFacts("e1")
        {
            Credentials = [new CredentialFacts("A1", Day("2016-01-01"), Day("2017-01-01")), new CredentialFacts("A1", Day("2017-02-01"))],
        };

        Reason(OneSeat("\"A1\""), person).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2017-11-30", null)]
    [InlineData("2017-11-29", PersonReason.Expired)]
    public void A_derived_credential_counts_until_it_is_no_longer_accepted(string? acceptedUntil, PersonReason? reason)
    {
        var trial = acceptedUntil is null ? OneSeat("\"AB\"") : OneSeat("\"AB\"", ("/credentials/3/acceptedUntil", $"\"{acceptedUntil}\""));

        Reason(trial, Person("e1", "A2", "B1")).ShouldBe(reason);
    }

    [Fact]
    public void A_derived_credential_that_retired_long_ago_still_follows_from_its_parts()
    {
        var trial = OneSeat("\"AB\"", ("/credentials/3/retiredOn", "\"2000-01-01\""));

        Reason(trial, Person("e1", "A2", "B1")).ShouldBeNull();
        Reason(trial, Person("e1", "AB")).ShouldBe(PersonReason.Incomplete);
    }

    [Fact]
    public void The_smallest_set_that_suffices_is_shown()
    {
        var trial = OneSeat("""{"anyOf":[{"allOf":["A1","B1"]},"A2"]}""");

        trial.Judge<StaffingResult>(Facts with { People = [Person("e1", "A1", "B1", "A2")] })
            .Seats[0].Filled.ShouldBe([new SeatFilling("e1", ["A2"])]);
    }

    [Fact]
    public void One_credential_may_serve_two_groups()
    {
        var trial = OneSeat("""{"allOf":[{"anyOf":["A1","A2"]},{"anyOf":["B1","A2"]}]}""");

        trial.Judge<StaffingResult>(Facts with { People = [Person("e1", "A1", "B1", "A2")] })
            .Seats[0].Filled.ShouldBe([new SeatFilling("e1", ["A2"])]);
    }

    [Fact]
    public void What_is_missing_is_the_cheapest_set_for_one_seat()
    {
        var trial = new Trial(
            """
            {"staffing":{"seats":[{"key":"first","count":1,"holds":{"allOf":["A1","A2"]}},
                                  {"key":"second","count":1,"holds":{"allOf":["A1","B1"]}}]}}
            """,
            ("/credentials/1/cost", "1.5"));

        Missing(trial, Person("e1", "A1")).ShouldBe(["B1"]);
        Missing(trial, Person("e1", "A2")).ShouldBe(["A1"]);
        Missing(trial, Person("e1", "B1")).ShouldBe(["A1"]);
    }

    [Theory]
    [InlineData("retiredOn", "2017-11-30", true)]
    [InlineData("retiredOn", "2017-11-29", false)]
    [InlineData("acceptedUntil", "2017-11-30", true)]
    [InlineData("acceptedUntil", "2017-11-29", false)]
    [InlineData("availableFrom", "2017-11-30", true)]
    [InlineData("availableFrom", "2017-12-01", false)]
    public void Only_what_can_be_taken_on_the_day_is_missing(string property, string day, bool canBeTaken)
    {
        var trial = OneSeat("""{"allOf":["A1","A2"]}""", ($"/credentials/1/{property}", $"\"{day}\""));

        Missing(trial, Person("e1", "A1")).ShouldBe(canBeTaken ? ["A2"] : null);
    }

    [Fact]
    public void Of_a_derived_credential_its_parts_are_missing()
    {
        Missing(OneSeat("\"AB\""), Person("e1", "A2")).ShouldBe(["B1"]);
    }

    [Fact]
    public void Everyone_else_has_the_first_reason_that_applies()
    {
        var result = Judge(
            """{"staffing":{"seats":[{"key":"first","count":1,"holds":{"allOf":["A1","A2"]}}]}}""",
            Person("e1", "A1", "A2"),
            Person("e2", "A1", "A2"),
            Person("e3", "A1"),
            new PersonFacts("e4") { Credentials = [new("A1", Day("2017-01-01")), new("A2", Day("2016-01-01"), Day("2017-01-01"))] },
            Person("e5", "B1"),
            Person("e6", "A1", "A2") with { Until = Day("2017-01-01") },
            Person("e7") with { From = Day("2018-01-01") });

        result.People.ShouldBe(
        [
            new("e2", PersonReason.NotNeeded, null),
            new("e3", PersonReason.Incomplete, ["A2"]),
            new("e4", PersonReason.Expired, null),
            new("e5", PersonReason.NoCredentials, null),
            new("e6", PersonReason.Left, null),
            new("e7", PersonReason.NotYetJoined, null),
        ]);
    }

    [Fact]
    public void A_group_of_five_hundred_exams_is_judged_at_once()
    {
        var codes = Enumerable.Range(0, 500).Select(number => $"E{number:D3}").ToArray();
        var credentials = string.Join(',', codes.Select(code => $$$"""{"code":"{{{code}}}","kind":"exam","title":{"en":"x"}}"""));
        var group = $$"""{"key":"group-a","name":{"en":"x"},"anyOf":[{{string.Join(',', codes.Select(code => $"\"{code}\""))}}]}""";
        var seats = string.Join(',', Enumerable.Range(0, 10).Select(seat => $$$"""{"key":"s{{{seat}}}","count":50,"holds":{"allOf":[{"group":"group-a"},"A1"]}}"""));
        var trial = new Trial(
            $$$"""{"staffing":{"seats":[{{{seats}}}]}}""",
            ("/credentials", $$$"""[{"code":"A1","kind":"exam","title":{"en":"x"}},{{{credentials}}}]"""),
            ($"{SmallDocument.Version}/examGroups", $"[{group}]"));
        var people = Enumerable.Range(0, 499).Select(number => Person($"e{number:D3}", "A1", codes[number])).Append(Person("x", "E001"));

        var result = trial.Judge<StaffingResult>(Facts with { People = people.ToValueList() });

        result.Seats.Sum(seat => seat.Filled.Count).ShouldBe(499);
        result.People.ShouldBe([new("x", PersonReason.Incomplete, ["A1"])]);
    }

    [Fact]
    public void Groups_that_use_each_other_over_and_over_take_no_longer()
    {
        var groups = Enumerable.Range(1, 60).Select(number =>
            $$"""{"key":"g{{number}}","name":{"en":"x"},"allOf":[{"anyOf":[{"group":"g{{number - 1}}"},"B1"]},{"anyOf":[{"group":"g{{number - 1}}"},"A2"]}]}""");
        var trial = OneSeat("""{"group":"g60"}""", ($"{SmallDocument.Version}/examGroups", $$"""[{"key":"g0","name":{"en":"x"},"anyOf":["A1"]},{{string.Join(',', groups)}}]"""));

        Missing(trial, Person("e1", "B1")).ShouldNotBeNull().Count.ShouldBe(1);
    }

    private static Trial OneSeat(string holds, params (string Pointer, string Json)[] changes) =>
        new($$$"""{"staffing":{"seats":[{"key":"seat","count":1,"holds":{{{holds}}}}]}}""", changes);

    private static StaffingResult Judge(string requirement, params PersonFacts[] people) =>
        new Trial(requirement).Judge<StaffingResult>(Facts with { People = people.ToValueList() });

    private static PersonReason? Reason(Trial trial, PersonFacts person) =>
        trial.Judge<StaffingResult>(Facts with { People = [person] }).People.SingleOrDefault()?.Reason;

    private static ValueList<string>? Missing(Trial trial, PersonFacts person) =>
        trial.Judge<StaffingResult>(Facts with { People = [person] }).People.ShouldHaveSingleItem().Missing;

    private static PersonFacts Person(string id, params string[] codes) =>
        new(id) { Credentials = codes.Select(code => new CredentialFacts(code, Day("2017-01-01"))).ToValueList() };
}
