using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Localization;

/// <summary>How days, months and amounts are written for the reader.</summary>
public sealed class Formats(IStringLocalizer<PortalText> text, ProgramCalendar calendar)
{
    public string Day(DateOnly day) => day.ToString(text["Format.Day"], CultureInfo.CurrentCulture);

    /// <summary>An instant in UTC, by the clock of the program's time zone.</summary>
    public string Instant(DateTime utc) => calendar.Local(utc).ToString(text["Format.Instant"], CultureInfo.CurrentCulture);

    public string Month(Month month) => month.First.ToString(text["Format.Month"], CultureInfo.CurrentCulture);

    /// <summary>The month alone, for a strip of months whose years stand elsewhere.</summary>
    public string MonthName(Month month) => month.First.ToString(text["Format.MonthName"], CultureInfo.CurrentCulture);

    /// <summary>Whether the year stands before the month.</summary>
    public bool WritesYearFirst => text["Format.Month"].Value.StartsWith('y');

    public string Year(Month month) => month.First.ToString(text["Format.Year"], CultureInfo.CurrentCulture);

    /// <summary>An amount that was reached, rounded down to what the unit shows, so that nothing looks reached that is not.</summary>
    public string Actual(decimal amount, string unit) => Write(amount, unit, Math.Floor);

    /// <summary>An amount that is missing, rounded up to what the unit shows, so that nothing looks reached that is not.</summary>
    public string Shortfall(decimal amount, string unit) => Write(amount, unit, Math.Ceiling);

    /// <summary>An amount that is required, as short as it can be understood: of a count the number alone.</summary>
    public string Brief(decimal amount, string unit) =>
        IsCurrency(unit) ? Shortfall(amount, unit) : Math.Ceiling(amount).ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>An amount as it was entered, in full.</summary>
    public string Exact(decimal amount, string unit) => Write(amount, unit, round: null);

    /// <summary>Points of a score, in full.</summary>
    public string Points(decimal points) => Exact(points, "points");

    /// <summary>A number that stands in a column of its kind.</summary>
    public static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>By how much an amount grows, or shrinks where it is negative.</summary>
    public string Change(decimal amount, string unit) => text[amount < 0 ? "Format.Less" : "Format.More", Actual(Math.Abs(amount), unit)];

    /// <summary>An exchange rate, in full.</summary>
    public static string Rate(decimal rate) => rate.ToString("0.##########", CultureInfo.CurrentCulture);

    private string Write(decimal amount, string unit, Func<decimal, decimal>? round)
    {
        var shown = round is null ? amount : Rounded(amount, Digits(unit), round);
        var digits = Math.Max(shown == Math.Truncate(shown) ? 0 : Digits(unit), FractionDigits(shown));
        var number = Math.Abs(shown).ToString($"N{digits}", CultureInfo.CurrentCulture);
        var sign = shown < 0 ? "−" : string.Empty;

        return IsCurrency(unit) ? $"{sign}{Symbol(unit)}{number}" : Counted(sign + number, isOne: Math.Abs(shown) == 1, unit);
    }

    private static decimal Rounded(decimal amount, int digits, Func<decimal, decimal> round)
    {
        var scale = digits switch
        {
            0 => 1m,
            2 => 100m,
            _ => 1000m,
        };

        return round(amount * scale) / scale;
    }

    private static int FractionDigits(decimal amount)
    {
        var normal = amount / 1.0000000000000000000000000000m;

        return normal.Scale;
    }

    /// <summary>The digits behind the point that ISO 4217 gives a currency; none for counts.</summary>
    private static int Digits(string unit) => unit switch
    {
        _ when !IsCurrency(unit) => 0,
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    private static bool IsCurrency(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);

    private static string Symbol(string currency) => currency switch
    {
        "USD" => "$",
        "JPY" => "¥",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency + "\u00A0",
    };

    /// <summary>A unit that the portal has no word for is written as the catalog does.</summary>
    private string Counted(string number, bool isOne, string unit)
    {
        var counted = text[isOne ? $"Unit.{unit}.One" : $"Unit.{unit}.Other", number];

        return counted.ResourceNotFound ? text["Format.Count", number, unit] : counted;
    }
}
