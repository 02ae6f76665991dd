using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>What one person must hold. As JSON: <c>"MB2-714"</c>, <c>{"group": …}</c>, <c>{"anyOf": […]}</c> or <c>{"allOf": […]}</c>.</summary>
[JsonConverter(typeof(HoldsConverter))]
public abstract record Holds
{
    /// <summary>The codes that the expression itself names.</summary>
    public virtual IEnumerable<string> Codes() => [];

    /// <summary>The keys of the groups that the expression itself names.</summary>
    public virtual IEnumerable<string> Groups() => [];
}

/// <summary>The credential with this code.</summary>
public sealed record HoldsCredential(string Code) : Holds
{
    public override IEnumerable<string> Codes() => [Code];
}

/// <summary>What the version's exam group with this key asks for.</summary>
public sealed record HoldsGroup(string Key) : Holds
{
    public override IEnumerable<string> Groups() => [Key];
}

/// <summary>At least one of the parts; at least one part.</summary>
public sealed record HoldsAny(ValueList<Holds> Parts) : Holds
{
    public override IEnumerable<string> Codes() => Parts.SelectMany(part => part.Codes());

    public override IEnumerable<string> Groups() => Parts.SelectMany(part => part.Groups());
}

/// <summary>Every one of the parts; at least one part.</summary>
public sealed record HoldsAll(ValueList<Holds> Parts) : Holds
{
    public override IEnumerable<string> Codes() => Parts.SelectMany(part => part.Codes());

    public override IEnumerable<string> Groups() => Parts.SelectMany(part => part.Groups());
}
