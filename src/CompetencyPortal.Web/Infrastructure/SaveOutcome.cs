namespace CompetencyPortal.Web.Infrastructure;

/// <summary>What came of saving a form: expected outcomes are answers, not exceptions.</summary>
/// <param name="Field">For <see cref="SaveResult.Duplicate"/>: the property of the command whose value is taken.</param>
internal sealed record SaveOutcome(SaveResult Result, string? Field = null)
{
    public static readonly SaveOutcome Saved = new(SaveResult.Saved);

    /// <summary>There is no such record, or none that the user may see.</summary>
    public static readonly SaveOutcome NotFound = new(SaveResult.NotFound);

    /// <summary>Somebody else saved the record since the form was opened.</summary>
    public static readonly SaveOutcome Conflict = new(SaveResult.Conflict);

    /// <summary>Nobody would be left who can do what this account does.</summary>
    public static readonly SaveOutcome LastOne = new(SaveResult.LastOne);

    public static SaveOutcome Duplicate(string field) => new(SaveResult.Duplicate, field);
}

internal enum SaveResult
{
    Saved,
    NotFound,
    Conflict,
    Duplicate,
    LastOne,
}
