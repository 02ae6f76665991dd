using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>What an option asks for in a version, to be said in words.</summary>
/// <param name="Market">Null for every market: then numbers that differ stand in a table of their own.</param>
/// <param name="IsNested">Its tiers stand below the option's heading.</param>
internal sealed record RuleView(
    ProgramCatalog Program,
    VersionDefinition Version,
    OptionDefinition Option,
    string? Market,
    string? MarketName,
    DateOnly AsOf,
    RuleText Rule,
    bool IsNested = false)
{
    public IEnumerable<TierRequirement> Tiers => Option.Tiers.OrderBy(tier => Program.Tier(tier.Tier)?.Rank);

    /// <summary>Codes that seats of the version name outside its groups.</summary>
    public IReadOnlyList<string> OtherCodes
    {
        get
        {
            var inGroups = Version.ExamGroups.SelectMany(CodesOf).ToHashSet(StringComparer.Ordinal);

            return [.. CatalogQueries.CodesIn(Version).Where(code => !inGroups.Contains(code))];
        }
    }

    public string TierName(string tier) => Program.TierName(tier);

    public IEnumerable<string> CodesOf(ExamGroupDefinition group) => Version.CodesIn(group.Holds);

    public RuleNodeView Of(Requirement requirement) => new(this, requirement, IsRoot: true);
}

internal sealed record RuleNodeView(RuleView View, Requirement Requirement, bool IsRoot)
{
    public ProgramCatalog Program => View.Program;

    public VersionDefinition Version => View.Version;

    public string? Market => View.Market;

    public RuleText Rule => View.Rule;

    public RuleNodeView Child(Requirement child) => new(View, child, IsRoot: false);
}

/// <summary>Credentials under a name, with the days that limit them.</summary>
internal sealed record CredentialListView(ProgramCatalog Program, IEnumerable<string> Codes, DateOnly AsOf);
