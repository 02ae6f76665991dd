namespace CompetencyPortal.BruteForce;

/// <summary>One choice of branches of a tier that is not met: what it costs and what it leaves to do.</summary>
/// <param name="Staffings">Those of the branches, met ones too.</param>
/// <param name="HasOpenScore">Whether the branches contain a score that is not met.</param>
public sealed record Way(
    decimal Cost,
    int NewPeople,
    IReadOnlyList<OpenAmount> Amounts,
    IReadOnlyList<string> Flags,
    IReadOnlyList<StaffingFinding> Staffings,
    bool HasOpenScore);

/// <summary>A metric that is not met.</summary>
/// <param name="Missing">Null where no threshold is known.</param>
public sealed record OpenAmount(string At, string Measure, decimal? Missing, string Unit);
