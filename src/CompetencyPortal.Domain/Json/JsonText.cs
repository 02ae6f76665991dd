using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>Opens a JSON text for a strict reader.</summary>
internal static class JsonText
{
    // Far deeper than anybody writes, and no danger to the stack.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

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
