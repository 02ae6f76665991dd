namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>The documents in force as one program: its lists united, its versions in order of their first day. Keys and codes compare ordinally.</summary>
public sealed class ProgramCatalog
{
    private readonly Dictionary<string, CompetencyDefinition> _competencies;
    private readonly Dictionary<string, CredentialDefinition> _credentials;
    private readonly Dictionary<string, MeasureDefinition> _measures;
    private readonly NamedKeys _associations;
    private readonly NamedKeys _products;
    private readonly NamedKeys _tags;
    private readonly NamedKeys _flags;

    internal ProgramCatalog(
        ProgramDefinition program,
        IEnumerable<CredentialDefinition> credentials,
        IEnumerable<MeasureDefinition> measures,
        IEnumerable<CompetencyDefinition> competencies,
        NamedKeys associations,
        NamedKeys products,
        NamedKeys tags,
        NamedKeys flags)
    {
        Program = program;
        TiersByRank = program.Tiers.OrderBy(tier => tier.Rank).ToValueList();
        Credentials = credentials.ToValueList();
        Measures = measures.ToValueList();
        Competencies = competencies.ToValueList();
        _credentials = Credentials.ToDictionary(credential => credential.Code, StringComparer.Ordinal);
        _measures = Measures.ToDictionary(measure => measure.Key, StringComparer.Ordinal);
        _competencies = Competencies.ToDictionary(competency => competency.Key, StringComparer.Ordinal);
        _associations = associations;
        _products = products;
        _tags = tags;
        _flags = flags;
    }

    public ProgramDefinition Program { get; }

    /// <summary>The program's tiers, lowest rank first.</summary>
    public ValueList<TierDefinition> TiersByRank { get; }

    public ValueList<CredentialDefinition> Credentials { get; }

    public ValueList<MeasureDefinition> Measures { get; }

    public ValueList<CompetencyDefinition> Competencies { get; }

    /// <summary>Null where no document declares associations: then their keys are free. So too for the next three.</summary>
    public ValueList<NamedKey>? Associations => _associations.Declared;

    public ValueList<NamedKey>? Products => _products.Declared;

    public ValueList<NamedKey>? Tags => _tags.Declared;

    public ValueList<NamedKey>? Flags => _flags.Declared;

    /// <summary>
    /// Unites the documents. They must agree on what they share: program, and whatever stands under one key, code or version.
    /// Each disagreement is an error, by the pointer in the later document. No document at all is an error too.
    /// </summary>
    public static CatalogMerge Merge(IEnumerable<CatalogDocument> documents) => CatalogMerger.Merge([.. documents]);

    public CompetencyDefinition? Competency(string key) => _competencies.GetValueOrDefault(key);

    public CredentialDefinition? Credential(string code) => _credentials.GetValueOrDefault(code);

    public MeasureDefinition? Measure(string key) => _measures.GetValueOrDefault(key);

    public NamedKey? Market(string key) => Program.Markets.FirstOrDefault(market => market.Key == key);

    public TierDefinition? Tier(string key) => Program.Tiers.FirstOrDefault(tier => tier.Key == key);

    public NamedKey? Association(string key) => _associations.Find(key);

    public NamedKey? Product(string key) => _products.Find(key);

    public NamedKey? Tag(string key) => _tags.Find(key);

    public NamedKey? Flag(string key) => _flags.Find(key);

    /// <summary>The competency's version in force on the day; null when the competency is unknown, has none yet, or its latest has ended.</summary>
    public VersionDefinition? VersionInForce(string competency, DateOnly day) => Competency(competency)?.VersionInForce(day);
}

/// <summary>The merged program, or why the documents cannot stand together.</summary>
/// <param name="Catalog">Null exactly when there are errors.</param>
public sealed record CatalogMerge(ProgramCatalog? Catalog, ValueList<CatalogError> Errors);
