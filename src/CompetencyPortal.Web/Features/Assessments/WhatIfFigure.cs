using System.Globalization;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>A number that can be supposed: an entry that passes the filters of the version's metrics.</summary>
/// <param name="Key">The measure's, with a number where metrics of one measure count different entries.</param>
internal sealed record WhatIfFigure(string Key, MetricDefinition Metric, MeasureDefinition Measure)
{
    /// <summary>Nobody wins so many customers at once; more would only take time.</summary>
    private const int MostCustomers = 1000;

    /// <summary>The number is one of new customers.</summary>
    public bool CountsCustomers => Metric.Aggregate == Aggregate.DistinctCustomers;

    /// <summary>The number takes the place of the latest one rather than being added.</summary>
    public bool Replaces => Metric.Window.Kind == WindowKind.Latest;

    /// <summary>The figures of a version, in the document's order.</summary>
    public static IReadOnlyList<WhatIfFigure> Of(VersionDefinition version, ProgramCatalog program)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);

        return
        [
            .. version.Metrics().DistinctBy(Counted)
                .Select(metric => new WhatIfFigure(KeyOf(metric.Measure), metric, program.Measure(metric.Measure)!)),
        ];

        string KeyOf(string measure)
        {
            var time = times[measure] = times.GetValueOrDefault(measure) + 1;

            return time == 1 ? measure : string.Create(CultureInfo.InvariantCulture, $"{measure}-{time}");
        }
    }

    /// <summary>Whether the figure is one that the metric counts.</summary>
    public bool IsOf(MetricDefinition metric) => Counted(metric).Equals(Counted(Metric));

    /// <summary>Whether the number can be supposed: so many customers, or an amount that an entry can have.</summary>
    public bool Takes(decimal number) => CountsCustomers
        ? number is >= 0 and <= MostCustomers && number == decimal.Truncate(number)
        : RevenueEntry.IsAmount(Math.Abs(number));

    /// <summary>The entries that say the number.</summary>
    public IEnumerable<Measurement> Entries(decimal number, DateOnly day) => CountsCustomers
        ? Enumerable.Range(1, (int)number).Select(customer => Entry(1, day) with { Customer = string.Create(CultureInfo.InvariantCulture, $"what if {customer}") })
        : [Entry(number, day)];

    private Measurement Entry(decimal number, DateOnly day) =>
        new(Metric.Measure, day, number, Product: Metric.Products?[0], Association: Metric.Associations?[0]);

    private static (string Measure, ValueList<string>? Products, ValueList<string>? Associations, bool Customers, bool Latest) Counted(MetricDefinition metric) =>
        (metric.Measure, metric.Products, metric.Associations, metric.Aggregate == Aggregate.DistinctCustomers, metric.Window.Kind == WindowKind.Latest);
}
