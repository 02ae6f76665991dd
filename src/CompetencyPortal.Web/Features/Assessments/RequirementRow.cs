using System.Globalization;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>One requirement of an option across its tiers, so that Silver and Gold stand beside each other.</summary>
/// <param name="Anchor">Permanent id on the page; mails and lists link to it.</param>
/// <param name="Cells">The tiers that ask for it, lowest first.</param>
/// <param name="Signature">What it asks for, without the numbers in which tiers and versions differ.</param>
internal sealed record RequirementRow(string Anchor, IReadOnlyList<RequirementCell> Cells, string Signature)
{
    /// <summary>True while some tier is not met by this requirement.</summary>
    public bool IsMissing => Cells.Any(cell => cell.Result.Status != Status.Met);

    public Requirement Requirement => Cells[0].Requirement;

    /// <summary>
    /// The option's requirements, aligned: what stands directly under a tier's "all" is a row. Tiers share a row where they ask
    /// the same with other numbers: the same measure, window and filters, the same kinds of seats, the same flag, the same scorecard.
    /// </summary>
    public static IReadOnlyList<RequirementRow> Align(OptionDefinition option, OptionResult result)
    {
        var cells = from tier in result.Tiers
                    let requirement = option.Tiers.Single(each => each.Tier == tier.Tier).Requirement
                    from part in PartsOf(requirement, tier.Requirement)
                    select new RequirementCell(tier.Tier, part.Requirement, part.Result);

        var anchors = new Dictionary<string, int>(StringComparer.Ordinal);

        return
        [
            .. NumberRepeated(cells)
                .GroupBy(cell => cell.Signature, cell => cell.Cell, StringComparer.Ordinal)
                .Select(row => new RequirementRow(Unique(AnchorOf(row.First().Requirement), anchors), [.. row], row.Key)),
        ];
    }

    /// <summary>The leaves of a row that is a group, aligned over the tiers like rows.</summary>
    public IReadOnlyList<RequirementRow> Leaves()
    {
        var leaves = from cell in Cells
                     from leaf in LeavesOf(cell.Requirement, cell.Result)
                     select new RequirementCell(cell.Tier, leaf.Requirement, leaf.Result);

        return [.. NumberRepeated(leaves).GroupBy(leaf => leaf.Signature, leaf => leaf.Cell, StringComparer.Ordinal).Select(row => new RequirementRow(Anchor, [.. row], row.Key))];
    }

    /// <summary>The leaves of a tree with their results, in the document's order.</summary>
    public static IEnumerable<(Requirement Requirement, NodeResult Result)> LeavesOf(Requirement requirement, NodeResult result) => (requirement, result) switch
    {
        (AllRequirement all, AllResult allResult) => all.Children.Zip(allResult.Children).SelectMany(pair => LeavesOf(pair.First, pair.Second)),
        (AnyRequirement any, AnyResult anyResult) => any.Children.Zip(anyResult.Children).SelectMany(pair => LeavesOf(pair.First, pair.Second)),
        _ => [(requirement, result)],
    };

    private static IEnumerable<(Requirement Requirement, NodeResult Result)> PartsOf(Requirement requirement, NodeResult result) =>
        (requirement, result) is (AllRequirement all, AllResult allResult) ? all.Children.Zip(allResult.Children) : [(requirement, result)];

    /// <summary>A tier that asks the same thing twice has two rows.</summary>
    private static IEnumerable<(string Signature, RequirementCell Cell)> NumberRepeated(IEnumerable<RequirementCell> cells)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var cell in cells)
        {
            var signature = SignatureOf(cell.Requirement);
            var times = seen[$"{cell.Tier} {signature}"] = seen.GetValueOrDefault($"{cell.Tier} {signature}") + 1;

            yield return ($"{signature} {times.ToString(CultureInfo.InvariantCulture)}", cell);
        }
    }

    /// <summary>What a requirement asks for, without the numbers in which tiers differ.</summary>
    private static string SignatureOf(Requirement requirement) => requirement switch
    {
        MetricRequirement { Metric: var metric } => string.Join(
            '|', "metric", metric.Measure, metric.Window, metric.Aggregate, List(metric.Products), List(metric.Associations), List(metric.ExcludeTags)),
        StaffingRequirement staffing => "staffing|" + string.Join(',', staffing.Seats.Select(seat => seat.Key)),
        FlagRequirement flag => string.Create(CultureInfo.InvariantCulture, $"flag|{flag.Flag}|{flag.WithinMonths}"),
        ScoreRequirement score => $"score|{score.Scorecard}",
        AnyRequirement any => "any|" + string.Join(';', any.Children.Select(SignatureOf)),
        AllRequirement all => "all|" + string.Join(';', all.Children.Select(SignatureOf)),
        _ => throw new InvalidOperationException($"{requirement.GetType().Name} is no requirement."),
    };

    private static string List(IEnumerable<string>? keys) => string.Join(',', keys ?? []);

    private static string AnchorOf(Requirement requirement) => requirement switch
    {
        { Key: { } key } => $"r-{key}",
        MetricRequirement { Metric: var metric } => $"r-{metric.Measure}",
        StaffingRequirement => "r-people",
        FlagRequirement flag => $"r-{flag.Flag}",
        ScoreRequirement score => $"r-{score.Scorecard}",
        _ => "r-ways",
    };

    private static string Unique(string anchor, Dictionary<string, int> taken)
    {
        var times = taken[anchor] = taken.GetValueOrDefault(anchor) + 1;

        return times == 1 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{times}");
    }
}

/// <summary>What one tier asks in a row, and how it stands.</summary>
internal sealed record RequirementCell(string Tier, Requirement Requirement, NodeResult Result);
