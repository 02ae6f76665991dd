using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Domain.Json;

/// <summary>The names that an object's properties may have; at most 32.</summary>
internal sealed class JsonNames(params string[] names)
{
    private readonly byte[][] _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public string this[int index] => names[index];

    public int IndexOf(string name) => Array.IndexOf(names, name);

    /// <summary>The index of the name at the reader, which is written without escapes; -1 where it is none of these. Looks at <paramref name="likely"/> and those after it first.</summary>
    public int IndexOf(ref Utf8JsonReader json, int likely)
    {
        for (var i = 0; i < _utf8.Length; i++)
        {
            var index = (likely + i) % _utf8.Length;

            if (json.ValueTextEquals(_utf8[index]))
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>An object that is being read.</summary>
internal struct JsonObject(JsonNames names, int position)
{
    private uint _taken;

    public readonly JsonNames Names => names;

    /// <summary>Where it begins.</summary>
    public readonly int Position => position;

    /// <summary>The name that comes next in most texts, which keep to the usual order.</summary>
    public int Likely { get; private set; }

    /// <summary>Notes that the property is there; false when it was there before.</summary>
    public bool TryTake(int name)
    {
        var before = _taken;
        _taken |= 1u << name;
        Likely = name + 1;

        return _taken != before;
    }
}
