using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Judges facts by the catalog. Made once per catalog revision, and then a pure function: the same facts in any order give the same result.
/// Safe for use by several threads at once.
/// </summary>
public sealed class Evaluator
{
    private readonly Dictionary<(string Competency, DateOnly EffectiveFrom), CompiledVersion> _versions;

    public Evaluator(ProgramCatalog catalog)
    {
        Catalog = catalog;
        _versions = catalog.Competencies
            .SelectMany(competency => competency.Versions, (competency, version) => (competency.Key, Version: version))
            .ToDictionary(pair => (pair.Key, pair.Version.EffectiveFrom), pair => new CompiledVersion(catalog, pair.Version));
    }

    public ProgramCatalog Catalog { get; }

    /// <summary>Where the organization stands on the day of the facts, under the version in force then.</summary>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public EvaluationResult Evaluate(string competency, Facts facts)
    {
        var version = Definition(competency).VersionInForce(facts.AsOf);

        return new EvaluationResult(
            facts.Id,
            facts.AsOf,
            facts.Market,
            competency,
            version?.EffectiveFrom,
            FactsWarnings.Of(facts, Catalog),
            version is null ? [] : Evaluate(_versions[(competency, version.EffectiveFrom)], facts));
    }

    /// <summary>
    /// The first day after that of the facts on which any number or state of the result can differ without new facts; null when none lies ahead.
    /// It may come too early, never too late. That a month without entries will count as not reported once it has ended is foreseen as well.
    /// </summary>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public DateOnly? NextChangeOn(string competency, Facts facts)
    {
        var definition = Definition(competency);

        return VersionChanges(definition, facts.AsOf)
            .Concat(RequirementChanges(definition, facts))
            .Where(day => day > facts.AsOf)
            .Min();
    }

    /// <summary>How the metric at the place came to its value: the very judgement that <see cref="Evaluate(string, Facts)"/> adds up.</summary>
    /// <param name="at">JSON Pointer inside the tier's requirement, as in <see cref="NodeResult.At"/>.</param>
    /// <returns>Null when the version in force has no metric there, or none is in force.</returns>
    /// <exception cref="ArgumentException">The catalog has no such competency.</exception>
    public MetricBreakdown? Breakdown(string competency, string option, string tier, string at, Facts facts) =>
        VersionInForce(Definition(competency), facts.AsOf) is { } version
            ? version.Options.FirstOrDefault(each => each.Key == option)?
                .Tiers.FirstOrDefault(each => each.Key == tier)?
                .Requirement.Tree().OfType<MetricNode>().FirstOrDefault(metric => metric.At == at)?
                .Breakdown(version.Index(facts))
            : null;

    private static ValueList<OptionResult> Evaluate(CompiledVersion version, Facts facts)
    {
        var index = version.Index(facts);

        return version.Options.Select(option => option.Evaluate(index)).ToValueList();
    }

    private static IEnumerable<DateOnly?> VersionChanges(CompetencyDefinition competency, DateOnly day) =>
        competency.Versions.Select(version => (DateOnly?)version.EffectiveFrom)
            .Append(Calendar.DayAfter(competency.VersionInForce(day)?.EffectiveUntil));

    private IEnumerable<DateOnly?> RequirementChanges(CompetencyDefinition competency, Facts facts)
    {
        if (VersionInForce(competency, facts.AsOf) is not { } version)
        {
            return [];
        }

        var index = version.Index(facts);

        return version.Options.SelectMany(option => option.Tiers).SelectMany(tier => tier.Requirement.Changes(index));
    }

    private CompiledVersion? VersionInForce(CompetencyDefinition competency, DateOnly day) =>
        competency.VersionInForce(day) is { } version ? _versions[(competency.Key, version.EffectiveFrom)] : null;

    private CompetencyDefinition Definition(string competency) =>
        Catalog.Competency(competency) ?? throw new ArgumentException($"The catalog has no competency '{competency}'.", nameof(competency));
}
