using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Reads days and amounts as people type them: full-width digits, thousands separators, currency signs, 万, three ways to write a day, Japanese eras.</summary>
internal static partial class LenientText
{
    private const int LongestTyped = 100;

    private static readonly string[] DayFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "d MMM yyyy", "yyyyMMdd"];

    private static readonly CultureInfo JapaneseEras = CreateJapaneseEras();

    /// <summary>A day as <c>2017-06-30</c>, <c>2017/6/30</c>, <c>2017年6月30日</c>, <c>平成29年6月30日</c> or <c>30 Jun 2017</c>.</summary>
    public static bool TryReadDay(string? typed, out DateOnly day)
    {
        var plain = Plain(typed);

        return DateOnly.TryParseExact(plain, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            || TryReadEraDay(plain, out day);
    }

    /// <summary>A number as <c>123,000</c>, <c>１２３，０００</c>, <c>¥123,000</c>, <c>12.5万</c>; a leading minus stays, so that the form can say what to do instead.</summary>
    public static bool TryReadNumber(string? typed, out decimal number)
    {
        var plain = Plain(typed).Trim('$', '¥', '€', '£', '円', '元').Trim();
        var tenThousands = plain.EndsWith('万');

        if (tenThousands)
        {
            plain = plain[..^1];
        }

        if (!WrittenNumber().IsMatch(plain) || !decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out number))
        {
            number = 0;

            return false;
        }

        if (tenThousands && Math.Abs(number) < decimal.MaxValue / 10_000)
        {
            number *= 10_000;
        }

        return true;
    }

    /// <summary>Currencies that write their amounts with the sign that was typed; null where no sign was typed.</summary>
    public static IReadOnlyList<string>? CurrenciesOfSign(string? typed) => Plain(typed) switch
    {
        var plain when plain.Contains('¥') || plain.Contains('円') || plain.Contains('元') => ["JPY", "CNY"],
        var plain when plain.Contains('$') => ["USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD"],
        var plain when plain.Contains('€') => ["EUR"],
        var plain when plain.Contains('£') => ["GBP"],
        _ => null,
    };

    /// <summary>Commas stand between groups of three only: 12,50 may be meant as a fraction and is refused rather than guessed at.</summary>
    [GeneratedRegex(@"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenNumber();

    /// <summary>Compatibility forms folded (full-width digits, signs and spaces become plain ones), white space around it gone.</summary>
    private static string Plain(string? typed) => typed is null || !BoundedText.Fits(typed, LongestTyped)
        ? string.Empty
        : typed.Normalize(NormalizationForm.FormKC).Replace('−', '-').Replace('ー', '-').Trim();

    private static bool TryReadEraDay(string plain, out DateOnly day)
    {
        var read = DateTime.TryParseExact(
            WithFirstYearAsNumber(plain), "gggy年M月d日", JapaneseEras, DateTimeStyles.None, out var parsed);
        day = DateOnly.FromDateTime(parsed);

        // An era's years go on in the calendar after its end: written back, such a day belongs to the next one.
        return read && parsed.ToString("gggy年M月d日", JapaneseEras) == WithFirstYearAsNumber(plain);
    }

    private static string WithFirstYearAsNumber(string plain) => plain.Replace("元年", "1年", StringComparison.Ordinal);

    private static CultureInfo CreateJapaneseEras()
    {
        var culture = new CultureInfo("ja-JP");
        culture.DateTimeFormat.Calendar = new JapaneseCalendar();

        return culture;
    }
}
