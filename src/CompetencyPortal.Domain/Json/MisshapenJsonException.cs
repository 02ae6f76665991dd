namespace CompetencyPortal.Domain.Json;

/// <summary>Ends the reading of a JSON text at its first error; the readers turn it into data.</summary>
internal sealed class MisshapenJsonException(string at, string message) : Exception(message)
{
    /// <summary>JSON Pointer to the place.</summary>
    public string At { get; } = at;
}
