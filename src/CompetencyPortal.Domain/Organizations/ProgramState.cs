namespace CompetencyPortal.Domain.Organizations;

/// <summary>The one row that changes of the program itself take turns on.</summary>
public sealed class ProgramState
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Raised in the database with every change of exchange rates; <see cref="RatedCurrency"/> says which currencies each change was about.</summary>
    public long RatesVersion { get; private set; }
}
