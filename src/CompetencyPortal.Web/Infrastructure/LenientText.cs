using System.Globalization;
using System.Text;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Reads days and amounts as people type them: full-width digits, thousands separators, currency signs, 万, three ways to write a day, Japanese eras.</summary>
internal static class LenientText
{
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

        if (!decimal.TryParse(tenThousands ? plain[..^1] : plain, NumberStyles.Number, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        if (tenThousands && Math.Abs(number) < decimal.MaxValue / 10_000)
        {
            number *= 10_000;
        }

        return true;
    }

    /// <summary>Compatibility forms folded (full-width digits, signs and spaces become plain ones), white space around it gone.</summary>
    private static string Plain(string? typed) =>
        (typed ?? string.Empty).Normalize(NormalizationForm.FormKC).Replace('−', '-').Replace('ー', '-').Trim();

    private static bool TryReadEraDay(string plain, out DateOnly day)
    {
        var read = DateTime.TryParseExact(
            plain.Replace("元年", "1年", StringComparison.Ordinal), "gggy年M月d日", JapaneseEras, DateTimeStyles.None, out var parsed);
        day = DateOnly.FromDateTime(parsed);

        return read;
    }

    private static CultureInfo CreateJapaneseEras()
    {
        var culture = new CultureInfo("ja-JP");
        culture.DateTimeFormat.Calendar = new JapaneseCalendar();

        return culture;
    }
}
