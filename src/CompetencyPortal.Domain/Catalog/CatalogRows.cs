namespace CompetencyPortal.Domain.Catalog;

// The documents in force as rows, for queries: made again at every import, never edited. Names are JSON objects from language to text.
public sealed class ProgramRow
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string NameJson { get; init; }

    public required string Currency { get; init; }
}

public sealed class CredentialRow
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required string TitleJson { get; init; }

    public DateOnly? AvailableFrom { get; init; }

    public DateOnly? RetiredOn { get; init; }

    public DateOnly? AcceptedUntil { get; init; }

    public int? ValidForMonths { get; init; }

    public required decimal Cost { get; init; }

    /// <summary>A holds expression as JSON.</summary>
    public string? DerivedFromJson { get; init; }
}

public sealed class CompetencyRow
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string NameJson { get; init; }
}

public sealed class CompetencyVersionRow
{
    public required Guid Id { get; init; }

    public required Guid CompetencyId { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? EffectiveUntil { get; init; }
}

public sealed class CompetencyOptionRow
{
    public required Guid Id { get; init; }

    public required Guid VersionId { get; init; }

    public required string Key { get; init; }

    public required string NameJson { get; init; }

    /// <summary>Its place in the document, from 0.</summary>
    public required int Place { get; init; }
}

public sealed class TierRow
{
    public required Guid Id { get; init; }

    public required Guid OptionId { get; init; }

    public required string Key { get; init; }

    public required int Rank { get; init; }

    public required string NameJson { get; init; }
}

/// <summary>A node of a tier's requirement.</summary>
public sealed class RequirementRow
{
    public const int AtLength = 400;

    public required Guid Id { get; init; }

    public required Guid TierId { get; init; }

    /// <summary>The JSON Pointer inside the tier's requirement.</summary>
    public required string At { get; init; }

    /// <summary><c>all</c>, <c>any</c>, <c>metric</c>, <c>staffing</c>, <c>flag</c> or <c>score</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The measure of a metric, the key of a flag, the scorecard of a score.</summary>
    public string? Subject { get; init; }
}

/// <summary>What a metric must reach in a market.</summary>
public sealed class RevenueThresholdRow
{
    public required Guid Id { get; init; }

    public required Guid RequirementId { get; init; }

    /// <summary>Null: in every market.</summary>
    public string? Market { get; init; }

    public required decimal AtLeast { get; init; }
}

public sealed class ExamGroupRow
{
    public required Guid Id { get; init; }

    public required Guid VersionId { get; init; }

    public required string Key { get; init; }

    public required string NameJson { get; init; }

    /// <summary>A holds expression as JSON.</summary>
    public required string HoldsJson { get; init; }
}

/// <summary>A kind of place of a staffing requirement, or the people whom a score counts.</summary>
public sealed class SeatRow
{
    public required Guid Id { get; init; }

    public required Guid RequirementId { get; init; }

    public required string Key { get; init; }

    public string? NameJson { get; init; }

    /// <summary>0 for a score, which counts everybody.</summary>
    public required int Count { get; init; }

    /// <summary>A holds expression as JSON.</summary>
    public required string HoldsJson { get; init; }
}

/// <summary>Says that a seat accepts a credential, directly or through groups and derivations.</summary>
public sealed class SeatCredentialRow
{
    public required Guid SeatId { get; init; }

    public required string Code { get; init; }
}
