using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>
/// Goes through a JSON text once, from front to back, and hands out its values; <c>null</c> for a property says the same as leaving it out.
/// What is not as asked for is a <see cref="MisshapenJsonException"/>, and what is no JSON a <see cref="JsonException"/>.
/// </summary>
internal ref struct JsonCursor
{
    private const string Duplicate = "The property stands here twice.";

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly TextTable _texts = TextTable.OfThread;
    private Utf8JsonReader _json;

    private JsonCursor(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _json = new Utf8JsonReader(utf8);
    }

    /// <summary>Reads the value at the cursor and leaves the cursor at its last token.</summary>
    public delegate T Reader<out T>(ref JsonCursor json);

    /// <summary>Where the present value begins, for an error about it that shows later.</summary>
    public readonly int Position => (int)_json.TokenStartIndex;

    /// <summary>What <paramref name="read"/> makes of the whole text.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8, Reader<T> read)
    {
        var json = new JsonCursor(utf8);
        json._json.Read();
        var value = read(ref json);
        // Anything after the value is no JSON.
        json._json.Read();

        return value;
    }

    /// <summary>Enters an object with no other properties than these; <see cref="Next"/> goes through them.</summary>
    public readonly JsonObject Object(JsonNames names)
    {
        Expect(JsonTokenType.StartObject, "an object");

        return new JsonObject(names, Position);
    }

    /// <summary>Goes to the value of the object's next property that is not absent: its name, or null at the object's end.</summary>
    public string? Next(ref JsonObject place)
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _json.ValueIsEscaped ? place.Names.IndexOf(Decode()) : place.Names.IndexOf(ref _json, place.Likely);

            if (name < 0)
            {
                throw Error(Position, "Unknown property.");
            }

            if (!place.TryTake(name))
            {
                throw Error(Position, Duplicate);
            }

            _json.Read();

            if (_json.TokenType != JsonTokenType.Null)
            {
                return place.Names[name];
            }
        }

        return null;
    }

    /// <summary>The properties of an object with any names, none of them twice.</summary>
    public ValueMap<string, T> Map<T>(Reader<T> read)
    {
        Expect(JsonTokenType.StartObject, "an object");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pairs = new List<KeyValuePair<string, T>>();

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Decode();

            if (!names.Add(name))
            {
                throw Error(Position, Duplicate);
            }

            _json.Read();

            if (_json.TokenType != JsonTokenType.Null)
            {
                pairs.Add(KeyValuePair.Create(name, read(ref this)));
            }
        }

        return pairs.ToValueMap();
    }

    /// <summary>The items of an array, each read in turn.</summary>
    public ValueList<T> List<T>(Reader<T> read)
    {
        Expect(JsonTokenType.StartArray, "an array");
        using var items = new PooledList<T>();

        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref this));
        }

        return items.ToValueList();
    }

    public readonly string Text()
    {
        Expect(JsonTokenType.String, "a text");

        return _json.ValueIsEscaped ? Decode() : _texts.Find(_json.ValueSpan) ?? Decode();
    }

    public readonly DateOnly Day()
    {
        Expect(JsonTokenType.String, "a text");
        var utf8 = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(Decode()) : _json.ValueSpan;

        return DayText.TryParse(utf8, out var day) ? day : throw Error(Position, "Not a day (YYYY-MM-DD).");
    }

    /// <summary>A number exactly as written: at most so many decimals and 18 digits; zeros at the end do not count.</summary>
    public readonly decimal Number(int decimals = 4)
    {
        Expect(JsonTokenType.Number, "a number");

        return DecimalText.TryParse(_json.ValueSpan, decimals, out var number)
            ? number
            : throw Error(Position, $"A number has at most {decimals} decimals and {DecimalText.MaxDigits} digits.");
    }

    public readonly MisshapenJsonException Error(int position, string message) => new(JsonPointer.At(_utf8, position), message);

    /// <summary>An error of the property, be it there or not, of the object that begins at the position.</summary>
    public readonly MisshapenJsonException Error(int position, string property, string message) =>
        new($"{JsonPointer.At(_utf8, position)}/{JsonPointer.Escape(property)}", message);

    public readonly MisshapenJsonException Missing(JsonObject place, string property) => Error(place.Position, property, "Missing.");

    private readonly void Expect(JsonTokenType token, string what)
    {
        if (_json.TokenType != token)
        {
            throw Error(Position, $"Not {what}.");
        }
    }

    // Escapes of half a character, and bytes that are no UTF-8, show only when the text is asked for.
    private readonly string Decode()
    {
        try
        {
            return _json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw Error(Position, "Not valid Unicode text.");
        }
    }
}
