namespace CompetencyPortal.Data.Interceptors;

/// <summary>The change of facts that is under way in a context: whose facts, and as which version.</summary>
internal sealed class Recording(Guid scope, long factsVersion)
{
    /// <summary>The program's own acts: changes of exchange rates.</summary>
    public static readonly Guid Program = Guid.Empty;

    /// <summary>The organization, or <see cref="Program"/>.</summary>
    public Guid Scope => scope;

    public long FactsVersion => factsVersion;
}
