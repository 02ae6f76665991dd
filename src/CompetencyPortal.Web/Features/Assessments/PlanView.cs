namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>What it takes to reach a tier that is not met, in words and by person.</summary>
/// <param name="Tier">The tier's key.</param>
/// <param name="IsNobodyEntered">Made as if there were nobody, since nobody has been entered.</param>
internal sealed record PlanView(string Tier, string TierName, bool IsNobodyEntered)
{
    /// <summary>Null where the cheapest way needs points of a scorecard: then there is no plan.</summary>
    public string? Sentence { get; init; }

    /// <summary>What is proven of the exams; null where none is needed, and where there is a choice.</summary>
    public string? Proof { get; init; }

    public bool IsProven { get; init; }

    /// <summary>Several stand side by side, none above the other; none where the tier cannot be reached.</summary>
    public IReadOnlyList<PlanWayView> Ways { get; init; } = [];

    /// <summary>Why the tier cannot be reached.</summary>
    public IReadOnlyList<BlockedSeatView> Blocked { get; init; } = [];

    public bool HasChoice => Ways.Count > 1;
}

/// <summary>One complete way.</summary>
/// <param name="Size">Null where the plan's own sentence says it.</param>
internal sealed record PlanWayView(
    string? Size, IReadOnlyList<PlanPersonView> People, IReadOnlyList<PlanAmountView> Amounts, IReadOnlyList<PlanFlagView> Flags);

/// <summary>What one person takes.</summary>
/// <param name="Number">The person's number in the organization; null: somebody new.</param>
/// <param name="Leaving">That the person is leaving, so that the exams soon count no longer; null for who stays.</param>
internal sealed record PlanPersonView(string? Number, string Name, string? Leaving, IReadOnlyList<PlanExamView> Exams);

/// <param name="Title">Null where the catalog has none.</param>
/// <param name="Seat">The name of the seat that the exam is for.</param>
internal sealed record PlanExamView(string Code, string? Title, string Seat);

/// <param name="Text">How much is missing of what.</param>
/// <param name="Note">What is awaited; null where all is known.</param>
internal sealed record PlanAmountView(string Text, string? Note);

/// <param name="Key">The flag's.</param>
internal sealed record PlanFlagView(string Key, string Name, string Note);

/// <summary>A seat that nobody can come to fill, with the credentials that it asks for.</summary>
internal sealed record BlockedSeatView(string Seat, CredentialListView Credentials);
