using CompetencyPortal.BruteForce;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>The comparison would notice: mistakes planted into one side turn it red within the usual number of cases.</summary>
public class PlantedFaultTests
{
    private const int Enough = 5;

    [Theory]
    [InlineData(Fault.GreedySeats)]
    [InlineData(Fault.WindowOneDayOff)]
    [InlineData(Fault.StaffingsPlannedAlone)]
    [InlineData(Fault.FutureForgotten)]
    public void A_planted_fault_is_found(Fault fault) =>
        RandomCases.Disagreeing(random => ResultComparison.Differences(random, fault)).Take(Enough).Count().ShouldBe(Enough);
}
