using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Judges facts by the catalog. Made once per catalog revision, and then a pure function: the same facts in any order give the same result.
/// Safe for use by several threads at once.
/// </summary>
public sealed class Evaluator
{
    private readonly Dictionary<string, CompiledVersion[]> _versions;

    public Evaluator(ProgramCatalog catalog)
    {
        Catalog = catalog;
        _versions = catalog.Competencies.ToDictionary(
            competency => competency.Key,
            competency => competency.Versions.OrderBy(version => version.EffectiveFrom).Select(version => new CompiledVersion(catalog, version)).ToArray(),
            StringComparer.Ordinal);
    }

    public ProgramCatalog Catalog { get; }

    /// <summary>Where the organization stands on the day of the facts, under the version in force then.</summary>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public EvaluationResult Evaluate(string competency, Facts facts)
    {
        var version = InForce(competency, facts.AsOf);

        return new EvaluationResult(
            facts.Id,
            facts.AsOf,
            facts.Market,
            competency,
            version?.EffectiveFrom,
            FactsWarnings.Of(facts, Catalog),
            version is null ? [] : Evaluate(version, facts));
    }

    /// <summary>Which tiers are met on the day of the facts, without reasons: the very judgement of <see cref="Evaluate(string, Facts)"/>.</summary>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public BriefResult EvaluateBriefly(string competency, Facts facts)
    {
        var version = InForce(competency, facts.AsOf);

        return new BriefResult(
            facts.Id,
            facts.AsOf,
            facts.Market,
            competency,
            version?.EffectiveFrom,
            FactsWarnings.Of(facts, Catalog),
            version is null ? [] : EvaluateBriefly(version, facts));
    }

    /// <summary>
    /// Only every tier's status, option by option in the document's order, lowest rank first. Where all that the version asks for is staffing, nothing is allocated.
    /// </summary>
    /// <param name="statuses">Takes the statuses; at least as long as the version in force has tiers.</param>
    /// <returns>How many tiers were judged: 0 where no version is in force.</returns>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public int Judge(string competency, Facts facts, Span<Status> statuses) =>
        InForce(competency, facts.AsOf)?.Judge(facts, statuses) ?? 0;

    /// <summary>The cheapest way to a tier, as in <see cref="TierResult.Plan"/>.</summary>
    /// <returns>Null when the tier is met, the version in force has no such tier, and when the cheapest branch contains a score that is not met.</returns>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public Plan? Plan(string competency, string option, string tier, Facts facts) =>
        InForce(competency, facts.AsOf)?.Plan(option, tier, facts);

    /// <summary>
    /// The first day after that of the facts on which any number or state of the result can differ without new facts; null when none lies ahead.
    /// It may come too early, never too late. That a month without entries will count as not reported once it has ended is foreseen as well.
    /// </summary>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public DateOnly? NextChangeOn(string competency, Facts facts)
    {
        return VersionChanges(competency, facts.AsOf)
            .Concat(RequirementChanges(competency, facts))
            .Where(day => day > facts.AsOf)
            .Min();
    }

    /// <summary>How the metric at the place came to its value: the very judgement that <see cref="Evaluate(string, Facts)"/> adds up.</summary>
    /// <param name="at">JSON Pointer inside the tier's requirement, as in <see cref="NodeResult.At"/>.</param>
    /// <returns>Null when the version in force has no metric there, or none is in force.</returns>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public MetricBreakdown? Breakdown(string competency, string option, string tier, string at, Facts facts) =>
        InForce(competency, facts.AsOf) is { } version
            ? version.Options.FirstOrDefault(each => each.Key == option)?
                .Tiers.FirstOrDefault(each => each.Key == tier)?
                .Requirement.Leaves().OfType<MetricNode>().FirstOrDefault(metric => metric.At == at)?
                .Breakdown(version.Index(facts))
            : null;

    private static ValueList<BriefOption> EvaluateBriefly(CompiledVersion version, Facts facts)
    {
        var statuses = new Status[version.Options.Sum(option => option.Tiers.Count)];
        version.Judge(facts, statuses);
        var next = 0;

        return version.Options.Select(Briefly).ToValueList();

        BriefOption Briefly(CompiledOption option)
        {
            var tiers = option.Tiers.Select(tier => new BriefTier(tier.Key, statuses[next++])).ToValueList();

            return new BriefOption(option.Key, tiers.LastOrDefault(tier => tier.Status == Status.Met)?.Tier, tiers);
        }
    }

    private static ValueList<OptionResult> Evaluate(CompiledVersion version, Facts facts)
    {
        var index = version.Index(facts);

        return version.Options.Select(option => option.Evaluate(index)).ToValueList();
    }

    private IEnumerable<DateOnly?> VersionChanges(string competency, DateOnly day) =>
        Versions(competency).Select(version => (DateOnly?)version.EffectiveFrom)
            .Append(Calendar.DayAfter(InForce(competency, day)?.EffectiveUntil));

    private IEnumerable<DateOnly?> RequirementChanges(string competency, Facts facts)
    {
        if (InForce(competency, facts.AsOf) is not { } version)
        {
            return [];
        }

        var index = version.Index(facts);

        return version.Options.SelectMany(option => option.Tiers)
            .SelectMany(tier => tier.Requirement.Leaves())
            .SelectMany(leaf => leaf.Changes(index))
            .SelectMany(day => (DateOnly?[])[day, Calendar.ComesIntoViewOn(day, Outlook.Months)]);
    }

    private CompiledVersion? InForce(string competency, DateOnly day)
    {
        var versions = Versions(competency);
        var next = versions.Length;

        while (next > 0 && versions[next - 1].EffectiveFrom > day)
        {
            next--;
        }

        return next > 0 && !(versions[next - 1].EffectiveUntil < day) ? versions[next - 1] : null;
    }

    private CompiledVersion[] Versions(string competency) => _versions.TryGetValue(competency, out var versions)
        ? versions
        : throw new ArgumentException($"The catalog has no competency '{competency}'.", nameof(competency));
}
