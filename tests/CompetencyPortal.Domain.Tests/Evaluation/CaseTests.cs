using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class CaseTests
{
    public static TheoryData<string> Ids => CloudCrm.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_result_is_the_expected_one(string id)
    {
        var (facts, expected) = CloudCrm.Cases[id];

        var result = CloudCrm.Evaluator.Evaluate(CloudCrm.Competency, facts);

        var options = expected.GetProperty("options").EnumerateArray().Select(option => (
            option.GetProperty("option").ToString(),
            option.GetProperty("attained").GetString(),
            string.Join(' ', option.GetProperty("tiers").EnumerateArray().Select(tier => $"{tier.GetProperty("tier")}:{tier.GetProperty("status")}"))));
        result.Id.ShouldBe(id);
        $"{result.Version:O}".ShouldBe(expected.GetProperty("version").GetString() ?? "");
        result.Options.Select(option => (
            option.Option,
            option.Attained,
            string.Join(' ', option.Tiers.Select(tier => $"{tier.Tier}:{Word(tier.Status)}")))).ShouldBe(options);
    }

    private static string Word(Status status) => status switch
    {
        Status.Met => "met",
        Status.NotMet => "notMet",
        _ => "undetermined",
    };
}
