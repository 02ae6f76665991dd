using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Which entries of its measure a metric leaves out whatever the day.</summary>
internal static class MetricFilter
{
    /// <summary>Why the entry is left out, the first reason that applies; null where it is not.</summary>
    public static EntryReason? Excludes(MetricDefinition metric, Measurement entry) => entry switch
    {
        _ when !Names(metric.Products, entry.Product) => EntryReason.Product,
        _ when !Names(metric.Associations, entry.Association) => EntryReason.Association,
        _ when HasAny(metric.ExcludeTags, entry.Tags) => EntryReason.Tag,
        _ => null,
    };

    private static bool Names(ValueList<string>? filter, string? key) => filter is null || (key is not null && filter.AsSpan().Contains(key));

    private static bool HasAny(ValueList<string>? excluded, ValueList<string> tags)
    {
        if (excluded is not null)
        {
            foreach (var tag in tags.AsSpan())
            {
                if (excluded.AsSpan().Contains(tag))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
