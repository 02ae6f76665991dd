using System.Globalization;

namespace CompetencyPortal.Domain.Json;

/// <summary>Reads JSON's numbers as decimals without ever rounding.</summary>
internal static class DecimalText
{
    public const int MaxDigits = 18;

    /// <summary>Reads a number that has at most so many decimals and 18 digits once zeros at both ends are left out.</summary>
    public static bool TryParse(string text, int maxDecimals, out decimal number)
    {
        number = 0;
        var parts = text.ToLowerInvariant().Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0');
        var significant = digits.TrimEnd('0');

        if (significant.Length == 0)
        {
            return true;
        }

        var exponent = 0;

        if (parts.Length > 1 && !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        // The last significant digit stands at 10^-decimals.
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        var decimals = (long)fraction - exponent - (digits.Length - significant.Length);

        return decimals <= maxDecimals
            && Math.Max(significant.Length, significant.Length - decimals) <= MaxDigits
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
