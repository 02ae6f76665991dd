using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Web.Features.Catalog;

/// <summary>What forms and pages ask of the catalog. A competency counts with all its versions, so that what was or will be asked for can be entered.</summary>
internal static class CatalogQueries
{
    /// <summary>Keys of the measures that the competency asks for.</summary>
    public static IEnumerable<string> MeasuresOf(this ProgramCatalog program, string competency) =>
        program.VersionsOf(competency).SelectMany(version => version.Metrics()).Select(metric => metric.Measure).Distinct(StringComparer.Ordinal);

    /// <summary>The measures that any of the competencies asks for, in the catalog's order.</summary>
    public static IReadOnlyList<MeasureDefinition> MeasuresOf(this ProgramCatalog program, IEnumerable<string> competencies)
    {
        var used = competencies.SelectMany(program.MeasuresOf).ToHashSet(StringComparer.Ordinal);

        return [.. program.Measures.Where(measure => used.Contains(measure.Key))];
    }

    /// <summary>Keys of the flags that the competency asks for.</summary>
    public static IEnumerable<string> FlagsOf(this ProgramCatalog program, string competency) =>
        program.VersionsOf(competency).SelectMany(version => version.Leaves()).OfType<FlagRequirement>().Select(flag => flag.Flag).Distinct(StringComparer.Ordinal);

    /// <summary>Codes of the credentials that help somebody fill a seat of the competency, or earn points.</summary>
    public static IEnumerable<string> CredentialsOf(this ProgramCatalog program, string competency) =>
        program.VersionsOf(competency).SelectMany(CodesIn);

    /// <summary>The first day of the next version after a day; null where none is announced.</summary>
    public static DateOnly? NextRulesAfter(this CompetencyDefinition competency, DateOnly day) =>
        competency.Versions.Where(version => version.EffectiveFrom > day).Min(version => (DateOnly?)version.EffectiveFrom);

    public static VersionState StateOn(this CompetencyDefinition competency, VersionDefinition version, DateOnly day) => version switch
    {
        _ when version.EffectiveFrom > day => VersionState.Announced,
        _ when competency.VersionInForce(day) == version => VersionState.InForce,
        _ => VersionState.Past,
    };

    /// <summary>Whether some metric over the measure leaves entries with the tag out.</summary>
    public static bool Excludes(this ProgramCatalog program, string measure, string tag) =>
        program.MetricsOver(measure).Any(metric => metric.ExcludeTags?.Contains(tag, StringComparer.Ordinal) == true);

    /// <summary>Keys of the products to which some metric over the measure is limited; none where all count.</summary>
    public static IEnumerable<string> ProductsCountedFor(this ProgramCatalog program, string measure) =>
        program.MetricsOver(measure).SelectMany(metric => metric.Products ?? []);

    /// <summary>Keys of the associations to which some metric over the measure is limited; none where all count.</summary>
    public static IEnumerable<string> AssociationsCountedFor(this ProgramCatalog program, string measure) =>
        program.MetricsOver(measure).SelectMany(metric => metric.Associations ?? []);

    public static bool IsCount(this ProgramCatalog program, string measure) => program.Measure(measure)?.Kind == MeasureKind.Count;

    /// <summary>Whether the measure is only ever asked for as a number of different customers: then an entry is one customer, by name.</summary>
    public static bool CountsCustomers(this ProgramCatalog program, string measure)
    {
        var metrics = program.MetricsOver(measure).ToList();

        return program.IsCount(measure) && metrics.Count > 0 && metrics.TrueForAll(metric => metric.Aggregate == Aggregate.DistinctCustomers);
    }

    /// <summary>What a metric's value is counted in.</summary>
    public static string UnitOf(this ProgramCatalog program, MetricDefinition metric) =>
        metric.Aggregate == Aggregate.DistinctCustomers ? "customers" : program.Measure(metric.Measure)?.Unit ?? string.Empty;

    /// <summary>What the value of a scorecard's part is counted in.</summary>
    public static string UnitOf(this ProgramCatalog program, ScorecardPart part) => part is MetricPart metric ? program.UnitOf(metric.Metric) : "people";

    /// <summary>The value that earns all points of a part; null where each person earns points.</summary>
    public static Threshold? TargetOf(ScorecardPart part) => part switch
    {
        MetricPart metric => metric.Target,
        HeadcountPart headcount => headcount.Target,
        _ => throw new InvalidOperationException($"{part.GetType().Name} is no part."),
    };

    /// <summary>The codes that the seats and scorecards of a version name.</summary>
    public static IEnumerable<string> CodesIn(VersionDefinition version) => version.CodesIn(version.Expressions());

    /// <summary>The version with one of its options alone, and the scorecards that the option uses.</summary>
    public static VersionDefinition Of(this VersionDefinition version, string option)
    {
        var only = version with { Options = version.Options.Where(each => each.Key == option).ToValueList() };
        var used = only.Leaves().OfType<ScoreRequirement>().Select(score => score.Scorecard).ToHashSet(StringComparer.Ordinal);

        return only with { Scorecards = version.Scorecards.Where(scorecard => used.Contains(scorecard.Key)).ToValueList() };
    }

    private static IEnumerable<MetricDefinition> MetricsOver(this ProgramCatalog program, string measure) =>
        program.Competencies
            .SelectMany(competency => competency.Versions)
            .SelectMany(version => version.Metrics())
            .Where(metric => metric.Measure == measure);

    private static ValueList<VersionDefinition> VersionsOf(this ProgramCatalog program, string competency) =>
        program.Competency(competency)?.Versions ?? [];
}

internal enum VersionState
{
    InForce,
    Announced,
    Past,
}
