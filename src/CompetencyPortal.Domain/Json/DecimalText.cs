using System.Buffers.Text;

namespace CompetencyPortal.Domain.Json;

/// <summary>Reads JSON's numbers as decimals without ever rounding.</summary>
internal static class DecimalText
{
    public const int MaxDigits = 18;

    /// <summary>Reads a number as JSON writes it that has at most so many decimals and 18 digits once zeros at both ends are left out.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, int maxDecimals, out decimal number)
    {
        number = 0;
        var end = utf8.IndexOfAny("eE"u8);
        var mantissa = end < 0 ? utf8 : utf8[..end];
        var last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');

        if (last < 0)
        {
            return true;
        }

        if (!TryReadDigits(mantissa[..(last + 1)], out var value, out var digits)
            || !TryReadExponent(end < 0 ? [] : utf8[(end + 1)..], out var exponent))
        {
            return false;
        }

        // The last digit stands at 10^-decimals.
        var decimals = Place(mantissa, last) - exponent;

        if (decimals > maxDecimals || digits - decimals > MaxDigits)
        {
            return false;
        }

        number = Number(value, (int)decimals, isNegative: utf8[0] == '-');

        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> utf8, out ulong value, out int digits)
    {
        value = 0;
        digits = 0;

        foreach (var character in utf8)
        {
            if (char.IsAsciiDigit((char)character))
            {
                value = (value * 10) + (ulong)(character - '0');
                digits += value > 0 ? 1 : 0;

                if (digits > MaxDigits)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // No number within the limits needs an exponent beyond an int.
    private static bool TryReadExponent(ReadOnlySpan<byte> utf8, out int exponent)
    {
        exponent = 0;

        return utf8.IsEmpty || (Utf8Parser.TryParse(utf8, out exponent, out var length) && length == utf8.Length);
    }

    private static long Place(ReadOnlySpan<byte> mantissa, int index)
    {
        var point = mantissa.IndexOf((byte)'.');
        point = point < 0 ? mantissa.Length : point;

        return index < point ? index - point + 1 : index - point;
    }

    private static decimal Number(ulong value, int decimals, bool isNegative)
    {
        for (; decimals < 0; decimals++)
        {
            value *= 10;
        }

        return new decimal((int)(uint)value, (int)(uint)(value >> 32), 0, isNegative, (byte)decimals);
    }
}
