using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>
    /// The pointer to the value, or to the property whose name, begins at the position. The text is read again for it:
    /// so a reader that finds few errors keeps no account of where it is.
    /// </summary>
    public static string At(ReadOnlySpan<byte> utf8, int position)
    {
        var json = new Utf8JsonReader(utf8);
        var path = new Stack<Step>();

        while (json.Read())
        {
            Advance(path, json.TokenType, (int)json.TokenStartIndex);

            if (json.TokenStartIndex >= position)
            {
                break;
            }

            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push(new Step(json.TokenType == JsonTokenType.StartArray, -1));
            }
        }

        var pointer = new StringBuilder();

        foreach (var step in path.Reverse())
        {
            pointer.Append('/').Append(step.IsArray ? step.Place.ToString(CultureInfo.InvariantCulture) : Escape(Name(utf8[step.Place..])));
        }

        return pointer.ToString();
    }

    private static void Advance(Stack<Step> path, JsonTokenType token, int position)
    {
        if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            path.Pop();
        }
        else if (token == JsonTokenType.PropertyName)
        {
            path.Push(path.Pop() with { Place = position });
        }
        else if (path.TryPeek(out var step) && step.IsArray)
        {
            path.Push(path.Pop() with { Place = step.Place + 1 });
        }
    }

    /// <summary>The name that the text begins with; as it is written where it is no valid text.</summary>
    private static string Name(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();

        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }

    /// <summary>An array and the index of its present item, or an object and where in the text the name of its present property begins.</summary>
    private readonly record struct Step(bool IsArray, int Place);
}
