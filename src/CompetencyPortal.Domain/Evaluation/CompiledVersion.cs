using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A version of a competency, made ready for many evaluations.</summary>
internal sealed class CompiledVersion
{
    private readonly ProgramCatalog _catalog;
    private readonly CredentialCircuit _circuit;

    public CompiledVersion(ProgramCatalog catalog, VersionDefinition version)
    {
        var ranks = catalog.TiersByRank.Index().ToDictionary(tier => tier.Item.Key, tier => tier.Index, StringComparer.Ordinal);

        _catalog = catalog;
        _circuit = CircuitBuilder.Build(catalog, version);
        Options = version.Options
            .Select(option => new CompiledOption(option.Key, option.Tiers
                .OrderBy(tier => ranks[tier.Tier])
                .Select(tier => new CompiledTier(tier.Tier, Compile("", tier.Requirement)))
                .ToValueList()))
            .ToValueList();
    }

    public ValueList<CompiledOption> Options { get; }

    public FactsIndex Index(Facts facts) => new(facts, _catalog.Program.Markets, _circuit);

    private RequirementNode Compile(string at, Requirement requirement) => requirement switch
    {
        AllRequirement all => new AllNode(at, Compile($"{at}/all", all.Children)),
        AnyRequirement any => new AnyNode(at, Compile($"{at}/any", any.Children)),
        MetricRequirement metric => new MetricNode(at, metric, Measure(metric.Metric.Measure)),
        FlagRequirement flag => new FlagNode(at, flag),
        StaffingRequirement staffing => new StaffingNode(at, staffing, _circuit),
        _ => throw new InvalidOperationException($"No such requirement: {requirement}"),
    };

    private ValueList<RequirementNode> Compile(string at, ValueList<Requirement> children) =>
        children.Select((child, index) => Compile($"{at}/{index}", child)).ToValueList();

    private MeasureDefinition Measure(string key) =>
        _catalog.Measure(key) ?? throw new InvalidOperationException($"No measure '{key}' in the catalog.");
}

/// <summary>One of the ways to earn the competency.</summary>
/// <param name="Tiers">Lowest rank first.</param>
internal sealed record CompiledOption(string Key, ValueList<CompiledTier> Tiers)
{
    public OptionResult Evaluate(FactsIndex facts)
    {
        var tiers = Tiers.Select(tier => tier.Evaluate(facts)).ToValueList();

        return new OptionResult(Key, tiers.LastOrDefault(tier => tier.Status == Status.Met)?.Tier, tiers);
    }
}

internal sealed record CompiledTier(string Key, RequirementNode Requirement)
{
    public TierResult Evaluate(FactsIndex facts)
    {
        var requirement = Requirement.Evaluate(facts);

        return new TierResult(Key, requirement.Status, requirement);
    }
}
