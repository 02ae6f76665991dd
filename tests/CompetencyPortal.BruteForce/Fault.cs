namespace CompetencyPortal.BruteForce;

/// <summary>Mistakes that can be planted, to prove that a comparison notices them.</summary>
public enum Fault
{
    None,

    /// <summary>People take the first seat that they can fill, and keep it.</summary>
    GreedySeats,

    /// <summary>A window begins a day too early.</summary>
    WindowOneDayOff,

    /// <summary>Each staffing is planned alone, as if no acquisition served two.</summary>
    StaffingsPlannedAlone,

    /// <summary>What is dated after the day has no effect on later days.</summary>
    FutureForgotten,
}
