using System.Globalization;
using System.Text.Json;

namespace CompetencyPortal.Web.Features.History;

/// <summary>A record's values as the journal keeps them.</summary>
internal sealed class JournalValues
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    /// <param name="documents">JSON objects, or null where there is none.</param>
    public JournalValues(params IEnumerable<string?> documents)
    {
        foreach (var document in documents.OfType<string>())
        {
            foreach (var property in JsonElement.Parse(document).EnumerateObject())
            {
                _values[property.Name] = property.Value;
            }
        }
    }

    /// <summary>As it is written; null where there is no value.</summary>
    public string? Text(string property) => _values.GetValueOrDefault(property) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value
        ? value.ToString()
        : null;

    public Guid? Id(string property) => Text(property) is { } text ? Guid.Parse(text) : null;

    public DateOnly? Day(string property) => Text(property) is { } text ? DateOnly.Parse(text, CultureInfo.InvariantCulture) : null;

    public decimal? Number(string property) => Text(property) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    public DateTime? Instant(string property) => _values.GetValueOrDefault(property) is { ValueKind: JsonValueKind.String } value ? value.GetDateTime() : null;

    public bool? Flag(string property) => _values.GetValueOrDefault(property).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
