namespace CompetencyPortal.Domain.Json;

/// <summary>Reads days as facts write them, without a text in between.</summary>
internal static class DayText
{
    private const int Length = 10;

    /// <summary>Reads exactly <c>YYYY-MM-DD</c> in ASCII digits, for a day that exists.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateOnly day)
    {
        day = default;

        if (utf8.Length != Length || utf8[4] != '-' || utf8[7] != '-')
        {
            return false;
        }

        var (year, month, number) = (Digits(utf8[..4]), Digits(utf8[5..7]), Digits(utf8[8..]));

        if (year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, number);

        return true;
    }

    /// <summary>The number; -1 where anything but a digit stands.</summary>
    private static int Digits(ReadOnlySpan<byte> utf8)
    {
        var number = 0;

        foreach (var character in utf8)
        {
            if (!char.IsAsciiDigit((char)character))
            {
                return -1;
            }

            number = (number * 10) + character - '0';
        }

        return number;
    }
}
