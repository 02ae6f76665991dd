using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>What an organization reported of some measures, month by month. It adds up what was entered; what counts is the assessment's to say.</summary>
/// <param name="Months">The latest first.</param>
/// <param name="Totals">Of all these months, in the order of the measures.</param>
internal sealed record RevenueByMonth(
    IReadOnlyList<MeasureDefinition> Measures,
    IReadOnlyList<RevenueMonth> Months,
    IReadOnlyList<IReadOnlyList<UnitTotal>> Totals)
{
    private const int MonthsShown = 24;

    /// <param name="awaited">The months that are not reported though a competency followed asks for them, by measure.</param>
    public static RevenueByMonth Of(FactsOf facts, IReadOnlyList<MeasureDefinition> measures, ILookup<string, Month> awaited, DateOnly today)
    {
        var current = Month.Of(today);
        var entries = facts.Entries.ToLookup(entry => (entry.Measure, Month.Of(entry.On)));
        var months = Enumerable.Range(0, MonthsShown).Select(back => current.Add(-back)).ToList();

        return new RevenueByMonth(
            measures,
            [.. months.Select(month => new RevenueMonth(month, [.. measures.Select(measure => CellOf(measure, month))]))],
            [.. measures.Select(measure => TotalsOf(measure, months.SelectMany(month => entries[(measure.Key, month)])))]);

        RevenueCell CellOf(MeasureDefinition measure, Month month)
        {
            MonthState? state = (entries.Contains((measure.Key, month)), facts.IsStatedZero(measure.Key, month)) switch
            {
                (true, _) => MonthState.Reported,
                (_, true) => MonthState.Zero,
                _ when month == current => MonthState.Current,
                _ => awaited[measure.Key].Contains(month) ? MonthState.NotReported : null,
            };

            return new RevenueCell(state, TotalsOf(measure, entries[(measure.Key, month)]));
        }
    }

    private static IReadOnlyList<UnitTotal> TotalsOf(MeasureDefinition measure, IEnumerable<RevenueEntry> entries) =>
    [
        .. entries.GroupBy(entry => entry.Currency ?? measure.Unit, StringComparer.Ordinal)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => new UnitTotal(unit.Sum(entry => entry.SignedAmount), unit.Key)),
    ];
}

/// <param name="Cells">In the order of the measures.</param>
internal sealed record RevenueMonth(Month Month, IReadOnlyList<RevenueCell> Cells);

/// <param name="State">Null where nothing was entered and nobody asks.</param>
/// <param name="Totals">Empty unless the month is reported.</param>
internal sealed record RevenueCell(MonthState? State, IReadOnlyList<UnitTotal> Totals);

/// <summary>What was entered in one currency, or in the unit of what is counted; credits are taken off.</summary>
internal sealed record UnitTotal(decimal Amount, string Unit);
