using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>Opens a JSON text for a strict reader.</summary>
internal static class JsonText
{
    /// <summary>How deep arrays and objects may stand in each other: far deeper than anybody writes, and no danger to the stack.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>What <paramref name="read"/> makes of the text's root. A byte-order mark before it is ignored; whatever is no JSON is an error at the root.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, bool nullIsAbsent, Func<JsonPlace, T> read)
    {
        using var json = Parse(utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);

        return read(JsonPlace.Root(json.RootElement, nullIsAbsent));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            throw new MisshapenJsonException("", $"Not valid JSON: {exception.Message}");
        }
    }
}
