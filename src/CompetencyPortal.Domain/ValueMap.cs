using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain;

/// <summary>An immutable map that equals another with equal pairs, whatever order they came in. Its keys are kept in order, strings ordinally.</summary>
[JsonConverter(typeof(ValueMapConverterFactory))]
public sealed class ValueMap<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IEquatable<ValueMap<TKey, TValue>>
    where TKey : notnull
{
    private readonly SortedList<TKey, TValue> _pairs;

    internal ValueMap(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        var order = typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;
        _pairs = new(order);

        // A sorted list takes long to put something in its middle.
        foreach (var (key, value) in pairs.OrderBy(pair => pair.Key, order))
        {
            _pairs.Add(key, value);
        }
    }

    public int Count => _pairs.Count;

    public IEnumerable<TKey> Keys => _pairs.Keys;

    public IEnumerable<TValue> Values => _pairs.Values;

    public TValue this[TKey key] => _pairs[key];

    public bool ContainsKey(TKey key) => _pairs.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _pairs.TryGetValue(key, out value);

    public bool Equals(ValueMap<TKey, TValue>? other) => other is not null && _pairs.SequenceEqual(other._pairs);

    public override bool Equals(object? obj) => Equals(obj as ValueMap<TKey, TValue>);

    public override int GetHashCode()
    {
        var hash = new HashCode();

        foreach (var (key, value) in _pairs)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes value maps.</summary>
public static class ValueMap
{
    public static ValueMap<TKey, TValue> Empty<TKey, TValue>()
        where TKey : notnull =>
        new([]);

    /// <summary>The pairs as a map; two pairs with one key are an <see cref="ArgumentException"/>.</summary>
    public static ValueMap<TKey, TValue> ToValueMap<TKey, TValue>(this IEnumerable<KeyValuePair<TKey, TValue>> pairs)
        where TKey : notnull =>
        pairs as ValueMap<TKey, TValue> ?? new(pairs);
}

internal sealed class ValueMapConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueMap<,>);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Converter<,>).MakeGenericType(typeToConvert.GetGenericArguments()));

    private sealed class Converter<TKey, TValue> : JsonConverter<ValueMap<TKey, TValue>>
        where TKey : notnull
    {
        public override ValueMap<TKey, TValue>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<TKey, TValue>>(ref reader, options) is { } pairs ? new(pairs) : null;

        public override void Write(Utf8JsonWriter writer, ValueMap<TKey, TValue> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IReadOnlyDictionary<TKey, TValue>>(writer, value, options);
    }
}
