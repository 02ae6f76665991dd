using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>The properties of an object at a place.</summary>
internal sealed class JsonProperties(JsonPlace place, OrderedDictionary<string, JsonElement> properties)
{
    public IEnumerable<string> Names => properties.Keys;

    public bool Has(string name) => properties.ContainsKey(name);

    public JsonPlace Required(string name) => Optional(name) ?? throw place.Error(name, "Missing.");

    /// <summary>The property's place; null where it is absent.</summary>
    public JsonPlace? Optional(string name) => properties.TryGetValue(name, out var value) ? place.Child(name, value) : null;

    /// <summary>The day under the name; null where it is absent.</summary>
    public DateOnly? OptionalDay(string name) => Optional(name)?.Day();

    /// <summary>Every property, each read in turn.</summary>
    public IEnumerable<T> Select<T>(Func<string, JsonPlace, T> read) => Names.Select(name => read(name, Required(name)));
}
