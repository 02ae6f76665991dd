namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

public class BruteForceTests
{
    [Fact]
    public void Trying_everything_gives_the_same_result() =>
        RandomCases.ShouldAllAgree(random => ResultComparison.Differences(random));
}
