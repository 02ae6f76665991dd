using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Writes expressions in the catalog document's form, and reads what it wrote.</summary>
internal sealed class HoldsConverter : JsonConverter<Holds>
{
    private const string Group = "group";
    private const string AnyOf = "anyOf";
    private const string AllOf = "allOf";

    // The base type's attribute must act for its heirs too.
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Holds));

    public override Holds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new HoldsCredential(Text(ref reader));
        }

        reader.Read();
        var kind = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
        reader.Read();

        Holds holds = kind switch
        {
            Group => new HoldsGroup(Text(ref reader)),
            AnyOf => new HoldsAny(Parts(ref reader, options)),
            AllOf => new HoldsAll(Parts(ref reader, options)),
            _ => throw new JsonException(),
        };
        reader.Read();

        return reader.TokenType == JsonTokenType.EndObject ? holds : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Holds value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case HoldsCredential credential:
                writer.WriteStringValue(credential.Code);
                break;
            case HoldsGroup group:
                WriteObject(writer, Group, group.Key, options);
                break;
            case HoldsAny any:
                WriteObject(writer, AnyOf, any.Parts, options);
                break;
            case HoldsAll all:
                WriteObject(writer, AllOf, all.Parts, options);
                break;
            default:
                throw new JsonException();
        }
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString() ?? throw new JsonException();

    private static ValueList<Holds> Parts(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<ValueList<Holds>>(ref reader, options) ?? throw new JsonException();

    private static void WriteObject<T>(Utf8JsonWriter writer, string kind, T content, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(kind);
        JsonSerializer.Serialize(writer, content, options);
        writer.WriteEndObject();
    }
}
