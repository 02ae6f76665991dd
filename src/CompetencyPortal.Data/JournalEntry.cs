namespace CompetencyPortal.Data;

/// <summary>One changed record of fact; before or after is null where it did not exist.</summary>
public sealed class JournalEntry
{
    public const int RecordKindLength = 50;

    /// <summary>The organization's id, or the empty id for the program's own acts.</summary>
    public required Guid Scope { get; init; }

    /// <summary>1, 2, … per scope, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Shared by all that one request or one run of work changed.</summary>
    public required Guid OperationId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null: the portal itself.</summary>
    public required Guid? UserId { get; init; }

    /// <summary>The facts version that the change made; in the program's scope the version of its rates.</summary>
    public required long FactsVersion { get; init; }

    /// <summary>The name of the record's class.</summary>
    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>The record's values as a JSON object, without the personal ones.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>The personal values; erasure empties them.</summary>
    public string? PersonalBefore { get; set; }

    public string? PersonalAfter { get; set; }
}
