using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class OutlookTests
{
    [Fact]
    public void Of_entries_that_leave_and_enter_on_a_day_those_that_leave_end_the_tier()
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":12}}}""");
        var facts = trial.Facts(
            """
            {"asOf":"2020-06-01","measurements":[
              {"measure":"revenue","on":"2019-07-02","value":100},
              {"measure":"revenue","on":"2020-07-02","value":10}]}
            """);

        Causes(trial, facts).ShouldBe([OutlookCause.EntryEnters, OutlookCause.EntryLeaves]);
    }

    [Fact]
    public void A_credit_that_enters_ends_the_tier_after_what_leaves()
    {
        var trial = new Trial("""{"metric":{"measure":"revenue","atLeast":100,"window":{"trailingMonths":12}}}""");
        var facts = trial.Facts(
            """
            {"asOf":"2020-06-01","measurements":[
              {"measure":"revenue","on":"2019-07-02","value":-10},
              {"measure":"revenue","on":"2020-05-02","value":120},
              {"measure":"revenue","on":"2020-07-02","value":-30}]}
            """);

        Causes(trial, facts).ShouldBe([OutlookCause.EntryLeaves, OutlookCause.EntryEnters]);
    }

    [Fact]
    public void Who_joins_on_a_day_is_told_before_the_pass_whose_end_costs_the_tier()
    {
        var trial = new Trial("""{"staffing":{"seats":[{"key":"first","count":1,"holds":"A1"},{"key":"second","count":1,"holds":"B1"}]}}""");
        var facts = trial.Facts(
            """
            {"asOf":"2020-06-01","people":[
              {"id":"a","credentials":[{"code":"A1","earnedOn":"2020-01-01","validUntil":"2020-07-01"}]},
              {"id":"b","from":"2020-07-02","credentials":[{"code":"B1","earnedOn":"2020-01-01"}]},
              {"id":"c","credentials":[{"code":"B1","earnedOn":"2020-01-01"}]}]}
            """);

        Causes(trial, facts).ShouldBe([OutlookCause.PersonJoins, OutlookCause.CredentialEnds]);
    }

    private static IEnumerable<OutlookCause> Causes(Trial trial, Facts facts) =>
        trial.Evaluate(facts).Options[0].Tiers[0].Outlook.ShouldNotBeNull().Events.Select(happening => happening.Cause);
}
