using System.Text;

namespace CompetencyPortal.Domain.Json;

/// <summary>
/// Short ASCII texts seen before, so that codes and keys that come again and again are one string. Of fixed size: a text takes the place of
/// another that falls on its slot. For one thread.
/// </summary>
internal sealed class TextTable
{
    private const int Slots = 4096;
    private const int Longest = 64;

    [ThreadStatic]
    private static TextTable? _ofThread;

    private readonly string?[] _texts = new string?[Slots];

    public static TextTable OfThread => _ofThread ??= new TextTable();

    /// <summary>The text, if it is short and ASCII; else null.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return null;
        }

        ref var slot = ref _texts[Hash(utf8) % Slots];

        if (slot is not null && Ascii.Equals(utf8, slot))
        {
            return slot;
        }

        if (!Ascii.IsValid(utf8))
        {
            return null;
        }

        slot = Encoding.ASCII.GetString(utf8);

        return slot;
    }

    // FNV-1a: short, and good enough where a collision costs a string.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261;

        foreach (var character in utf8)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash;
    }
}
