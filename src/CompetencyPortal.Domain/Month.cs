using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompetencyPortal.Domain;

/// <summary>A calendar month, written <c>YYYY-MM</c>. Valid from 0001-01 to 9999-12; <c>default</c> is no month.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Number">1 (January) to 12.</param>
[JsonConverter(typeof(MonthConverter))]
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    private const int MonthsOfYear = 12;

    public DateOnly First => new(Year, Number, 1);

    public DateOnly Last => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>The month after; there is none after 9999-12 (<see cref="ArgumentOutOfRangeException"/>).</summary>
    public Month Next => Add(1);

    /// <summary>The month before; there is none before 0001-01 (<see cref="ArgumentOutOfRangeException"/>).</summary>
    public Month Previous => Add(-1);

    /// <summary>The month in which the day lies.</summary>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads exactly <c>YYYY-MM</c> in ASCII digits; anything else is a <see cref="FormatException"/>.</summary>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is no month (YYYY-MM).");

    /// <summary>Reads exactly <c>YYYY-MM</c> in ASCII digits.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var isMonth = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = isMonth ? Of(first) : default;

        return isMonth;
    }

    /// <summary>The month so many months later, or earlier when <paramref name="months"/> is negative.</summary>
    public Month Add(int months) => Of(First.AddMonths(months));

    /// <summary>The months from <paramref name="first"/> to <paramref name="last"/>, both included; none when they are the wrong way round.</summary>
    public static IEnumerable<Month> Between(Month first, Month last)
    {
        var count = ((last.Year - first.Year) * MonthsOfYear) + last.Number - first.Number + 1;

        return Enumerable.Range(0, Math.Max(0, count)).Select(months => first.Add(months));
    }

    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    private sealed class MonthConverter : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var month) ? month : throw new JsonException("Not a month (YYYY-MM).");

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
