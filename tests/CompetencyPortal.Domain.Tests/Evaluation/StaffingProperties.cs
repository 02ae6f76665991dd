using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class StaffingProperties
{
    private const int Runs = 1500;

    [Fact]
    public void Whatever_is_asked_the_answer_is_what_trying_everything_gives()
    {
        foreach (var staffing in Enumerable.Range(0, Runs).Select(seed => new RandomStaffing(seed)))
        {
            var version = staffing.Trial.Catalog.VersionInForce("competency", staffing.Facts.AsOf).ShouldNotBeNull();
            var requirement = version.Options[0].Tiers[0].Requirement.ShouldBeOfType<StaffingRequirement>();

            var result = staffing.Trial.Judge<StaffingResult>(staffing.Facts);

            new StaffingOracle(staffing.Trial.Catalog, version, requirement, staffing.Facts).Check(result);
        }
    }

    [Fact]
    public void The_order_of_people_and_passes_changes_nothing()
    {
        foreach (var seed in Enumerable.Range(0, Runs))
        {
            var staffing = new RandomStaffing(seed);

            var result = staffing.Trial.Judge(staffing.Facts.Shuffled(seed));

            result.ShouldBe(staffing.Trial.Judge(staffing.Facts));
        }
    }
}
