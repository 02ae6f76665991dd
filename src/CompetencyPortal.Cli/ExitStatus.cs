namespace CompetencyPortal.Cli;

/// <summary>What the program says to whoever called it.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>Something that was read is wrong; standard output says what.</summary>
    public const int Faulty = 1;

    /// <summary>Nothing was done; standard error says why.</summary>
    public const int Refused = 2;
}
