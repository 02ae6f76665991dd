using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Features.Rates;

/// <summary>A rate as it was pasted.</summary>
/// <param name="Row">1, 2, … as pasted, empty rows and the header included.</param>
internal sealed record RateRow(int Row, string Currency, DateOnly On, decimal Rate);

/// <summary>Why a row cannot be taken.</summary>
/// <param name="Typed">The row as it was pasted, or its beginning.</param>
internal sealed record RateRowError(int Row, RateRowProblem Problem, string Typed);

internal enum RateRowProblem
{
    NotThreeValues,
    UnknownCurrency,
    ProgramsCurrency,
    UnreadableDay,
    DayOutOfRange,
    UnreadableRate,
    NoSuchRate,
    Repeated,
}

/// <summary>
/// Rates as they are pasted: a row each, currency, day and rate, parted by tabs, semicolons or commas. A first row without any
/// digits is a header. Days and numbers are read as leniently as in forms.
/// </summary>
internal sealed class RateRows
{
    private const int LongestShown = 60;

    private readonly List<RateRow> _rows = [];
    private readonly List<RateRowError> _errors = [];
    private readonly HashSet<(string Currency, DateOnly On)> _seen = [];
    private readonly string _program;

    private RateRows(string program)
    {
        _program = program;
    }

    public IReadOnlyList<RateRow> Rows => _rows;

    public IReadOnlyList<RateRowError> Errors => _errors;

    /// <param name="program">The currency that the rates lead to.</param>
    public static RateRows Read(string? pasted, string program)
    {
        var rows = new RateRows(program);
        var isFirst = true;

        foreach (var (index, line) in (pasted ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (!isFirst || line.Any(char.IsDigit))
            {
                rows.Take(index + 1, line);
            }

            isFirst = false;
        }

        return rows;
    }

    private void Take(int number, string line)
    {
        if (Problem(number, line) is { } problem)
        {
            _errors.Add(new RateRowError(number, problem, line.Length > LongestShown ? line[..LongestShown] : line));
        }
    }

    /// <summary>Why the row is not taken; null: it is.</summary>
    private RateRowProblem? Problem(int number, string line)
    {
        if (Values(line) is not [var typedCurrency, var typedDay, var typedRate])
        {
            return RateRowProblem.NotThreeValues;
        }

        var currency = Currencies.Plain(typedCurrency);
        var isDay = LenientText.TryReadDay(typedDay, out var day);
        var isRate = LenientText.TryReadNumber(typedRate, out var rate);

        return currency switch
        {
            _ when !Currencies.IsKnown(currency) => RateRowProblem.UnknownCurrency,
            _ when currency == _program => RateRowProblem.ProgramsCurrency,
            _ when !isDay => RateRowProblem.UnreadableDay,
            _ when !FactDays.Contains(day) => RateRowProblem.DayOutOfRange,
            _ when !isRate => RateRowProblem.UnreadableRate,
            _ when !ExchangeRate.IsRate(rate) => RateRowProblem.NoSuchRate,
            _ => Add(new RateRow(number, currency!, day, rate)),
        };
    }

    private RateRowProblem? Add(RateRow row)
    {
        if (!_seen.Add((row.Currency, row.On)))
        {
            return RateRowProblem.Repeated;
        }

        _rows.Add(row);

        return null;
    }

    /// <summary>Commas part values only where nothing else does: a spreadsheet pastes tabs, and then commas belong to numbers.</summary>
    private static string[] Values(string line)
    {
        var plain = line.Replace('；', ';').Replace('，', ',');
        var separator = Array.Find(['\t', ';'], plain.Contains);

        return [.. plain.Split(separator == default ? ',' : separator).Select(value => value.Trim().Trim('"').Trim())];
    }
}
