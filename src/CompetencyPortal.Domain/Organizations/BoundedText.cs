using System.Text;

namespace CompetencyPortal.Domain.Organizations;

/// <summary>Text as facts hold it: one trimmed line of at most so many characters, also after normalisation.</summary>
public static class BoundedText
{
    /// <summary>The longest key of a catalog thing, and the longest code of a credential.</summary>
    public const int KeyLength = 128;

    /// <summary>An ISO 4217 code.</summary>
    public const int CurrencyLength = 3;

    /// <summary>The longest e-mail address that can be written to.</summary>
    public const int EmailLength = 254;

    /// <summary>U+FFFE, which is no character and which normalisation throws at.</summary>
    private const int NoCharacter = 0xFFFE;

    /// <summary>Whether the text can be stored where <paramref name="length"/> characters are allowed: well-formed, without control characters.</summary>
    public static bool Fits(string text, int length)
    {
        var trimmed = text.Trim();

        return trimmed.Length <= length
            && !trimmed.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || rune.Value == NoCharacter || Rune.IsControl(rune))
            && Normalize(trimmed).Length <= length;
    }

    /// <summary>The form in which text is compared for uniqueness: NFKC, upper case, one space between words. The text must be well-formed.</summary>
    public static string Normalize(string text)
    {
        var words = text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        return string.Join(' ', words).ToUpperInvariant();
    }

    /// <exception cref="ArgumentException">The text is blank or does not fit.</exception>
    internal static string Required(string? text, int length, string name)
    {
        return Optional(text, length, name) ?? throw new ArgumentException("A text is required.", name);
    }

    /// <summary>Blank text is no text.</summary>
    /// <exception cref="ArgumentException">The text does not fit.</exception>
    internal static string? Optional(string? text, int length, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Fits(text, length) ? text.Trim() : throw new ArgumentException($"The text does not fit in {length} characters.", name);
    }
}
