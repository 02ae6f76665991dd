using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Data;

/// <summary>What a measure's metrics look back on.</summary>
/// <param name="TrailingMonths">The longest window of so many months; null where there is none.</param>
/// <param name="IsOpen">Whether a window goes back to the first figures there are.</param>
internal sealed record MeasureWindow(int? TrailingMonths, bool IsOpen);

/// <summary>What a version of a competency asks an organization about.</summary>
internal sealed record CompetencyNeeds(IReadOnlyDictionary<string, MeasureWindow> Windows, IReadOnlySet<string> Flags)
{
    /// <summary>No version in force asks for nothing.</summary>
    public static CompetencyNeeds Of(VersionDefinition? version)
    {
        return new CompetencyNeeds(
            (version?.Metrics() ?? []).GroupBy(metric => metric.Measure, metric => metric.Window, StringComparer.Ordinal)
                .ToDictionary(windows => windows.Key, WindowOver, StringComparer.Ordinal),
            (version?.Leaves() ?? []).OfType<FlagRequirement>().Select(flag => flag.Flag).ToHashSet(StringComparer.Ordinal));
    }

    private static MeasureWindow WindowOver(IEnumerable<MetricWindow> windows)
    {
        var all = windows.ToList();

        return new MeasureWindow(all.Max(window => window.TrailingMonths), all.Exists(window => window.Kind != WindowKind.Trailing));
    }
}
