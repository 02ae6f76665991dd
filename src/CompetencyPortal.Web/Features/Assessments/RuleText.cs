using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Says the rule itself in words, as the program publishes it.</summary>
internal sealed class RuleText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>What a measure must reach in the market; the number is left open where none is published for it, or where it depends on the market.</summary>
    public string Metric(MetricRequirement requirement, ProgramCatalog program, string? market)
    {
        var metric = requirement.Metric;
        var name = program.Measure(metric.Measure)?.Name.Shown() ?? metric.Measure;
        var missing = market is null ? "Rule.ByMarket" : "Rule.NoThreshold";
        var amount = requirement.AtLeast.InMarket(market, program.Program.Markets) is { } threshold
            ? Amount(metric, program, threshold)
            : text[missing].Value;
        var window = metric.Window.TrailingMonths is { } months ? text["Rule.Window.Trailing", months] : text[$"Rule.Window.{metric.Window.Kind}"];

        return text[$"Rule.Metric.{metric.Aggregate}", name, amount, window.Value];
    }

    /// <summary>A threshold of the metric, in its unit.</summary>
    public string Amount(MetricDefinition metric, ProgramCatalog program, decimal threshold) => formats.Shortfall(
        threshold, metric.Aggregate == Aggregate.DistinctCustomers ? "customers" : program.Measure(metric.Measure)?.Unit ?? string.Empty);

    /// <summary>The filters of a metric, a sentence each.</summary>
    public IEnumerable<string> Filters(MetricDefinition metric, ProgramCatalog program)
    {
        if (metric.Products is { } products)
        {
            yield return text["Rule.Products", Names(products, program.Product)];
        }

        if (metric.Associations is { } associations)
        {
            yield return text["Rule.Associations", Names(associations, program.Association)];
        }

        if (metric.ExcludeTags is { } tags)
        {
            yield return text["Rule.ExcludeTags", Names(tags, program.Tag)];
        }
    }

    /// <summary>A seat kind: how many, and what each of these people holds.</summary>
    public string Seat(SeatDefinition seat, VersionDefinition version) =>
        text["Rule.Seat", seat.Count, AssessmentText.SeatName(seat), Holds(seat.Holds, version)];

    public string Flag(FlagRequirement flag, ProgramCatalog program)
    {
        var name = program.Flag(flag.Flag)?.Name.Shown() ?? flag.Flag;

        return flag.WithinMonths is { } months ? text["Rule.Flag.Within", name, months] : text["Rule.Flag", name];
    }

    /// <summary>What one person must hold.</summary>
    public string Holds(Holds holds, VersionDefinition version) => holds switch
    {
        HoldsCredential credential => credential.Code,
        HoldsGroup group => Group(version.ExamGroups.Single(each => each.Key == group.Key)),
        HoldsAny any => text["Holds.Any", string.Join(text["List.Separator"], any.Parts.Select(part => Holds(part, version)))],
        HoldsAll all => all.Parts.Select(part => Holds(part, version)).Aggregate((left, right) => text["Holds.And", left, right]),
        _ => throw new InvalidOperationException($"{holds.GetType().Name} is no expression."),
    };

    private string Group(ExamGroupDefinition group) => text[group.Holds is HoldsAll ? "Holds.AllOfGroup" : "Holds.OneOfGroup", group.Name.Shown()];

    private string Names(IEnumerable<string> keys, Func<string, NamedKey?> find) =>
        string.Join(text["List.Separator"], keys.Select(key => find(key)?.Name.Shown() ?? key));
}
