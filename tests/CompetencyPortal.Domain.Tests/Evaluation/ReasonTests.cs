using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Every reason of the lists of reasons, each on its own.</summary>
public class ReasonTests
{
    /// <summary>The seat asks for A1 and B1; somebody who has both fills it already.</summary>
    public static TheoryData<PersonReason, string> People() => new()
    {
        { PersonReason.NotYetJoined, """{"id":"x","from":"2017-12-01","credentials":[{"code":"A1","earnedOn":"2017-01-01"},{"code":"B1","earnedOn":"2017-01-01"}]}""" },
        { PersonReason.Left, """{"id":"x","until":"2017-11-29","credentials":[{"code":"A1","earnedOn":"2017-01-01"},{"code":"B1","earnedOn":"2017-01-01"}]}""" },
        { PersonReason.NoCredentials, """{"id":"x","credentials":[{"code":"A2","earnedOn":"2017-01-01"}]}""" },
        { PersonReason.Expired, """{"id":"x","credentials":[{"code":"A1","earnedOn":"2017-01-01"},{"code":"B1","earnedOn":"2017-01-01","validUntil":"2017-11-29"}]}""" },
        { PersonReason.Incomplete, """{"id":"x","credentials":[{"code":"A1","earnedOn":"2017-01-01"}]}""" },
        { PersonReason.NotNeeded, """{"id":"x","credentials":[{"code":"A1","earnedOn":"2017-01-01"},{"code":"B1","earnedOn":"2017-01-01"}]}""" },
    };

    /// <summary>What counts is revenue with the product, the association and without the tag, in the last month.</summary>
    public static TheoryData<EntryReason, string> Entries() => new()
    {
        { EntryReason.Future, """{"measure":"revenue","on":"2017-12-01","value":1,"product":"cloud","association":"dpor"}""" },
        { EntryReason.OutsideWindow, """{"measure":"revenue","on":"2017-10-30","value":1,"product":"cloud","association":"dpor"}""" },
        { EntryReason.Product, """{"measure":"revenue","on":"2017-11-30","value":1,"product":"server","association":"dpor"}""" },
        { EntryReason.Association, """{"measure":"revenue","on":"2017-11-30","value":1,"product":"cloud"}""" },
        { EntryReason.Tag, """{"measure":"revenue","on":"2017-11-30","value":1,"product":"cloud","association":"dpor","tags":["renewal"]}""" },
        { EntryReason.Unconverted, """{"measure":"revenue","on":"2017-11-30","value":1,"currency":"JPY","product":"cloud","association":"dpor"}""" },
    };

    public static TheoryData<WarningCode, string, string> Warnings() => new()
    {
        { WarningCode.UnknownCredential, """{"asOf":"2017-11-30","people":[{"id":"x","credentials":[{"code":"Z9","earnedOn":"2017-01-01"}]}]}""", "/people/0/credentials/0/code" },
        { WarningCode.UnknownMeasure, """{"asOf":"2017-11-30","measurements":[{"measure":"profit","on":"2017-01-01","value":1}]}""", "/measurements/0/measure" },
        { WarningCode.UnknownProduct, """{"asOf":"2017-11-30","measurements":[{"measure":"revenue","on":"2017-01-01","value":1,"product":"phone"}]}""", "/measurements/0/product" },
        { WarningCode.UnknownAssociation, """{"asOf":"2017-11-30","measurements":[{"measure":"revenue","on":"2017-01-01","value":1,"association":"friend"}]}""", "/measurements/0/association" },
        { WarningCode.UnknownFlag, """{"asOf":"2017-11-30","flags":[{"key":"wholesaler"}]}""", "/flags/0/key" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public void A_person_who_fills_no_place_has_the_reason(PersonReason reason, string person)
    {
        var trial = new Trial("""{"staffing":{"seats":[{"key":"s","count":1,"holds":{"allOf":["A1","B1"]}}]}}""");

        var result = trial.Judge<StaffingResult>(trial.Facts(
            $$"""
            {"asOf":"2017-11-30","people":[{{person}},
              {"id":"a","credentials":[{"code":"A1","earnedOn":"2017-01-01"},{"code":"B1","earnedOn":"2017-01-01"}]}]}
            """));

        result.Seats[0].Filled.ShouldHaveSingleItem().Person.ShouldBe("a");
        result.People.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_that_does_not_count_has_the_reason(EntryReason reason, string entry)
    {
        var trial = new Trial(
            """
            {"metric":{"measure":"revenue","atLeast":1,"window":{"trailingMonths":1},"products":["cloud"],"associations":["dpor"],"excludeTags":["renewal"]}}
            """);
        var facts = trial.Facts($$"""{"asOf":"2017-11-30","measurements":[{{entry}}]}""");

        trial.Judge<MetricResult>(facts).EntriesExcluded.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(reason, 1));
        trial.Breakdown(facts).Entries.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Fact]
    public void An_entry_that_is_not_on_the_latest_day_has_that_reason()
    {
        var trial = new Trial("""{"metric":{"measure":"seats","atLeast":1,"window":"latest"}}""");
        var facts = trial.Facts("""{"asOf":"2017-11-30","measurements":[{"measure":"seats","on":"2017-10-31","value":1},{"measure":"seats","on":"2017-11-01","value":1}]}""");

        trial.Breakdown(facts).Entries.Select(entry => entry.Reason).ShouldBe([EntryReason.NotLatest, null]);
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void What_the_catalog_lacks_is_a_warning_at_its_place(WarningCode code, string facts, string at)
    {
        var trial = new Trial("""{"flag":{"key":"reseller"}}""");

        var warning = trial.Evaluate(trial.Facts(facts)).Warnings.ShouldHaveSingleItem();

        (warning.Code, warning.At).ShouldBe((code, at));
    }

    [Fact]
    public void No_reason_is_left_out()
    {
        People().Select(row => (PersonReason)row[0]).ShouldBe(Enum.GetValues<PersonReason>(), ignoreOrder: true);
        Entries().Select(row => (EntryReason)row[0]).Append(EntryReason.NotLatest).ShouldBe(Enum.GetValues<EntryReason>(), ignoreOrder: true);
        Warnings().Select(row => (WarningCode)row[0]).ShouldBe(Enum.GetValues<WarningCode>(), ignoreOrder: true);
    }
}
