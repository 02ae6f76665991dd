using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Catalog;

/// <summary>Every version of a competency's rule, in words and for every market.</summary>
internal sealed class CompetencyModel(PortalContext db, ProgramCalendar calendar, RuleText rule, Formats formats) : PageModel
{
    private ProgramCatalog program = null!;

    public CompetencyDefinition Competency { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IEnumerable<VersionDefinition> Versions => Competency.Versions.Reverse();

    public IReadOnlyList<NamedKey> Markets => program.Program.Markets;

    public int Followers { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? competency, CancellationToken cancellationToken)
    {
        program = (await db.CatalogAsync(cancellationToken)).Program;

        if (program.Competency(competency ?? string.Empty) is not { } found)
        {
            return NotFound();
        }

        Competency = found;
        Followers = await db.FollowedCompetencies.CountAsync(followed => followed.Competency == competency, cancellationToken);

        return Page();
    }

    public VersionState StateOf(VersionDefinition version) => Competency.StateOn(version, calendar.Today);

    public RuleView RuleOf(VersionDefinition version, OptionDefinition option) =>
        new(program, version, option, Market: null, MarketName: null, calendar.Today, rule, IsNested: true);

    /// <summary>What each tier's measures must reach, market by market.</summary>
    public IReadOnlyList<ThresholdLine> ThresholdsOf(RuleView option) =>
    [
        .. from tier in option.Tiers
           from leaf in tier.Requirement.Leaves()
           from threshold in ThresholdsOf(option.Version, leaf)
           select new ThresholdLine(
               option.TierName(tier.Tier),
               threshold.Name,
               [.. Markets.Select(market => threshold.Threshold.InMarket(market.Key, Markets) is { } amount ? formats.Shortfall(amount, threshold.Unit) : null)]),
    ];

    /// <summary>What a leaf asks of measures, and how many people its parts want.</summary>
    private IEnumerable<(string Name, Threshold Threshold, string Unit)> ThresholdsOf(VersionDefinition version, Requirement leaf) => leaf switch
    {
        MetricRequirement { Metric: var metric } requirement => [(program.MeasureName(metric.Measure), requirement.AtLeast, program.UnitOf(metric))],
        ScoreRequirement score => from part in version.Scorecard(score.Scorecard).Parts
                                  let target = CatalogQueries.TargetOf(part)
                                  where target is not null
                                  select (part.Name.Shown(), target, program.UnitOf(part)),
        _ => [],
    };

    /// <param name="Amounts">By market; null where none is published.</param>
    internal sealed record ThresholdLine(string Tier, string Measure, IReadOnlyList<string?> Amounts);
}
