using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Results as JSON: camel case, numbers without trailing zeros. Equal results give equal text; reading gives back an equal result.</summary>
public static class EvaluationJson
{
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static string Serialize(EvaluationResult result) => JsonSerializer.Serialize(result, Options);

    /// <summary>Reads what <see cref="Serialize"/> wrote; anything else is a <see cref="JsonException"/>.</summary>
    public static EvaluationResult Deserialize(string json) =>
        JsonSerializer.Deserialize<EvaluationResult>(json, Options) ?? throw new JsonException("Not a result.");

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Ids may be in any script; the text is never put into a page as it is.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new PlainDecimalConverter() },
            // A node stands a little deeper in the result than in the catalog document.
            MaxDepth = 128,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyUnknowns, LeaveOutWhatDoesNotApply } },
        };
        options.MakeReadOnly();

        return options;
    }

    /// <summary>What is unknown of a metric stands there only where something is.</summary>
    private static void LeaveOutEmptyUnknowns(JsonTypeInfo type)
    {
        if (type.Type == typeof(MetricResult))
        {
            LeaveOutEmpty<Month>(type);
            LeaveOutEmpty<string>(type);
        }
    }

    /// <summary>That a tier holds without end is said by a null, so null alone does not tell what to leave out.</summary>
    private static void LeaveOutWhatDoesNotApply(JsonTypeInfo type)
    {
        if (type.Type == typeof(TierResult) || type.Type == typeof(Plan))
        {
            foreach (var property in type.Properties)
            {
                property.ShouldSerialize = (owner, value) => value is not null || (owner is TierResult { Status: Status.Met } && property.PropertyType == typeof(DateOnly?));
            }
        }
    }

    private static void LeaveOutEmpty<T>(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType == typeof(ValueList<T>)))
        {
            property.ShouldSerialize = (_, value) => value is ValueList<T> { Count: > 0 };
        }
    }

    private sealed class PlainDecimalConverter : JsonConverter<decimal>
    {
        // Dividing by a one with all its decimals leaves the shortest form.
        private const decimal LongOne = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / LongOne);
    }
}
