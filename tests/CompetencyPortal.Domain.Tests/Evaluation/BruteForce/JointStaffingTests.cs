using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

public class JointStaffingTests
{
    private const int MostAcquisitions = 10;
    private const int Enough = 50;

    [Fact]
    public void The_cheapest_choice_of_seats_is_the_cheapest_set_of_acquisitions()
    {
        var compared = 0;

        foreach (var random in Enumerable.Range(1, 400).Select(seed => new RandomCase(seed)))
        {
            foreach (var (rules, staffings) in Staffings(random.Rules()))
            {
                var sets = new AcquisitionSets(rules, random.Facts, staffings);

                if (sets.Count is > 0 and <= MostAcquisitions)
                {
                    new JointStaffing(rules, random.Facts, staffings).Least().ShouldBe(sets.Least(), $"seed {random.Seed}");
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(Enough);
    }

    // Of each tier together; none where no rules are in force.
    private static IEnumerable<(Rulebook Rules, IReadOnlyList<StaffingRequirement> Staffings)> Staffings(Rulebook? rules) =>
        rules?.Version.Options.SelectMany(option => option.Tiers)
            .Select(tier => (rules, (IReadOnlyList<StaffingRequirement>)[.. tier.Requirement.Leaves().OfType<StaffingRequirement>()])) ?? [];
}
