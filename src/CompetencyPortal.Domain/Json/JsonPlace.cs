using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>A value in a JSON text, and where it stands. What is not as asked for is a <see cref="MisshapenJsonException"/>.</summary>
internal sealed class JsonPlace
{
    private readonly JsonElement _value;
    private readonly JsonPlace? _parent;
    private readonly string _segment;

    private JsonPlace(JsonElement value, JsonPlace? parent, string segment)
    {
        _value = value;
        _parent = parent;
        _segment = segment;
    }

    /// <summary>JSON Pointer from the root. Made only when asked for, that is for an error.</summary>
    public string Pointer => _parent is null ? "" : $"{_parent.Pointer}/{JsonPointer.Escape(_segment)}";

    public bool IsText => _value.ValueKind == JsonValueKind.String;

    public bool IsNumber => _value.ValueKind == JsonValueKind.Number;

    public static JsonPlace Root(JsonElement value) => new(value, null, "");

    public JsonPlace Child(string segment, JsonElement value) => new(value, this, segment);

    public MisshapenJsonException Error(string message) => new(Pointer, message);

    public MisshapenJsonException Error(string property, string message) => new($"{Pointer}/{JsonPointer.Escape(property)}", message);

    /// <summary>The properties of an object with no other names than these, none of them twice.</summary>
    public JsonProperties Object(params ReadOnlySpan<string> known)
    {
        var properties = Map();

        foreach (var name in properties.Names)
        {
            if (!known.Contains(name))
            {
                throw Error(name, "Unknown property.");
            }
        }

        return properties;
    }

    /// <summary>The properties of an object with any names, none of them twice.</summary>
    public JsonProperties Map()
    {
        Expect(JsonValueKind.Object, "an object");
        var properties = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);

        foreach (var property in _value.EnumerateObject())
        {
            var name = Decode(() => property.Name);

            if (!properties.TryAdd(name, property.Value))
            {
                throw Error(name, "The property stands here twice.");
            }
        }

        return new JsonProperties(this, properties);
    }

    /// <summary>The items of an array, each read in turn.</summary>
    public ValueList<T> List<T>(Func<JsonPlace, T> read)
    {
        Expect(JsonValueKind.Array, "an array");

        return _value.EnumerateArray()
            .Select((item, index) => read(Child(index.ToString(CultureInfo.InvariantCulture), item)))
            .ToValueList();
    }

    /// <summary>The items of an array that has at least one.</summary>
    public ValueList<T> NonEmptyList<T>(Func<JsonPlace, T> read) =>
        List(read) is { Count: > 0 } items ? items : throw Error("The list is empty.");

    public string Text()
    {
        Expect(JsonValueKind.String, "a text");

        return Decode(() => _value.GetString() ?? "");
    }

    public DateOnly Day() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Error("Not a day (YYYY-MM-DD).");

    /// <summary>A number exactly as written: at most so many decimals and 18 digits; zeros at the end do not count.</summary>
    public decimal Number(int decimals = 4)
    {
        Expect(JsonValueKind.Number, "a number");

        return DecimalText.TryParse(JsonMarshal.GetRawUtf8Value(_value), decimals, out var number)
            ? number
            : throw Error($"A number has at most {decimals} decimals and {DecimalText.MaxDigits} digits.");
    }

    /// <summary>A whole number between the bounds, both included.</summary>
    public int Integer(int least, int most = int.MaxValue)
    {
        var number = Number();

        return decimal.IsInteger(number) && number >= least && number <= most
            ? (int)number
            : throw Error($"Not a whole number from {least} to {most}.");
    }

    /// <summary>The one of the values whose name in camel case stands here.</summary>
    public T OneOf<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        var index = Array.IndexOf(names, Text());

        return index >= 0 ? Enum.GetValues<T>()[index] : throw Error($"Not one of: {string.Join(", ", names)}.");
    }

    private void Expect(JsonValueKind kind, string what)
    {
        if (_value.ValueKind != kind)
        {
            throw Error($"Not {what}.");
        }
    }

    // Escapes of half a character, and bytes that are no UTF-8, show only when the text is asked for.
    private string Decode(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            throw Error("Not valid Unicode text.");
        }
    }
}
