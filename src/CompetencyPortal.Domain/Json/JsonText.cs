using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>
/// Opens a JSON text for a strict reader. Documents are read as a tree of places, whose readers ask for properties in any order and know where
/// they are. Facts come by the hundred thousand: they are read in one pass, which makes nothing but the facts.
/// </summary>
internal static class JsonText
{
    // Far deeper than anybody writes, and no danger to the stack.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>What <paramref name="read"/> makes of the text's root. A byte-order mark before it is ignored; whatever is no JSON is an error at the root.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonPlace, T> read)
    {
        using var json = Parse(utf8[(utf8.Length - WithoutMark(utf8.Span).Length)..]);

        return read(JsonPlace.Root(json.RootElement));
    }

    /// <summary>What <paramref name="read"/> makes of the text in one pass; marks and what is no JSON as with <see cref="Read{T}"/>.</summary>
    public static T ReadOnce<T>(ReadOnlySpan<byte> utf8, JsonCursor.Reader<T> read)
    {
        try
        {
            return JsonCursor.Read(WithoutMark(utf8), read);
        }
        catch (JsonException exception)
        {
            throw NoJson(exception);
        }
    }

    /// <summary>The text without the byte-order mark that may stand before it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            throw NoJson(exception);
        }
    }

    private static MisshapenJsonException NoJson(JsonException exception) => new("", $"Not valid JSON: {exception.Message}");
}
