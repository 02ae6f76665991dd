using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>Something of the catalog that came, went or changed: never the same on both sides.</summary>
/// <param name="Before">Null: it is new.</param>
/// <param name="After">Null: it is gone.</param>
public sealed record Difference<T>(T? Before, T? After)
    where T : class
{
    /// <summary>As it is now, or as it was where it is gone.</summary>
    public T Item => After ?? Before!;
}

/// <summary>A version of a competency that came, went or changed.</summary>
public sealed record VersionDifference(CompetencyDefinition Competency, Difference<VersionDefinition> Version);

/// <summary>In what one catalog differs from another.</summary>
/// <param name="Competencies">New, gone, or with another name or description; their versions stand apart.</param>
/// <param name="Names">Associations, products, tags and flags.</param>
public sealed record CatalogDifference(
    Difference<ProgramDefinition>? Program,
    IReadOnlyList<Difference<NamedKey>> Markets,
    IReadOnlyList<Difference<TierDefinition>> Tiers,
    IReadOnlyList<Difference<CompetencyDefinition>> Competencies,
    IReadOnlyList<VersionDifference> Versions,
    IReadOnlyList<Difference<CredentialDefinition>> Credentials,
    IReadOnlyList<Difference<MeasureDefinition>> Measures,
    IReadOnlyList<Difference<NamedKey>> Names)
{
    public bool IsEmpty =>
        Program is null && Competencies.Count + Versions.Count + Credentials.Count + Measures.Count + Names.Count == 0;

    /// <param name="before">Null: there was none.</param>
    public static CatalogDifference Between(ProgramCatalog? before, ProgramCatalog after)
    {
        return new CatalogDifference(
            before?.Program == after.Program ? null : new Difference<ProgramDefinition>(before?.Program, after.Program),
            Of(before?.Program.Markets, after.Program.Markets, market => market.Key),
            Of(before?.Program.Tiers, after.Program.Tiers, tier => tier.Key),
            Of(Named(before), Named(after), competency => competency.Key),
            [.. VersionsBetween(before, after)],
            Of(before?.Credentials, after.Credentials, credential => credential.Code),
            Of(before?.Measures, after.Measures, measure => measure.Key),
            [
                .. Of(before?.Associations, after.Associations, named => named.Key),
                .. Of(before?.Products, after.Products, named => named.Key),
                .. Of(before?.Tags, after.Tags, named => named.Key),
                .. Of(before?.Flags, after.Flags, named => named.Key),
            ]);
    }

    /// <summary>Competencies without their versions.</summary>
    private static IEnumerable<CompetencyDefinition>? Named(ProgramCatalog? catalog)
    {
        return catalog?.Competencies.Select(competency => competency with { Versions = [] });
    }

    private static IEnumerable<VersionDifference> VersionsBetween(ProgramCatalog? before, ProgramCatalog after)
    {
        var competencies = after.Competencies.Concat(before?.Competencies ?? []).DistinctBy(competency => competency.Key, StringComparer.Ordinal);

        return from competency in competencies
               from version in Of(before?.Competency(competency.Key)?.Versions, after.Competency(competency.Key)?.Versions, version => $"{version.EffectiveFrom:O}")
               select new VersionDifference(competency, version);
    }

    private static List<Difference<T>> Of<T>(IEnumerable<T>? before, IEnumerable<T>? after, Func<T, string> key)
        where T : class
    {
        var earlier = (before ?? []).ToDictionary(key, StringComparer.Ordinal);
        var later = (after ?? []).ToList();
        var differences = later.Select(item => new Difference<T>(earlier.GetValueOrDefault(key(item)), item)).Where(pair => !pair.Item.Equals(pair.Before));
        var gone = earlier.Values.ExceptBy(later.Select(key), key, StringComparer.Ordinal).Select(item => new Difference<T>(item, After: null));

        return [.. differences, .. gone];
    }
}
