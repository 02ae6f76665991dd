namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>One catalog document as it was read: valid in its shape and in everything it refers to. Equal when equal in meaning.</summary>
/// <param name="Schema">The schema's address, as given.</param>
/// <param name="Associations">Null where the document leaves the list out: then such keys are free. So too for the next three.</param>
public sealed record CatalogDocument(
    string? Schema,
    ProgramDefinition Program,
    ValueList<CredentialDefinition> Credentials,
    ValueList<MeasureDefinition> Measures,
    ValueList<NamedKey>? Associations,
    ValueList<NamedKey>? Products,
    ValueList<NamedKey>? Tags,
    ValueList<NamedKey>? Flags,
    ValueList<CompetencyDefinition> Competencies);

/// <summary>The vendor's program.</summary>
/// <param name="Currency">ISO 4217, three capital letters.</param>
/// <param name="Markets">At least one; forms offer the first first.</param>
/// <param name="Tiers">At least one, in the document's order.</param>
public sealed record ProgramDefinition(
    string Key,
    LocalizedText Name,
    string Currency,
    ValueList<NamedKey> Markets,
    ValueList<TierDefinition> Tiers);

/// <summary>A market, association, product, tag or flag.</summary>
public sealed record NamedKey(string Key, LocalizedText Name);

/// <summary>A rank in a competency.</summary>
/// <param name="Rank">At least 1; higher is better.</param>
public sealed record TierDefinition(string Key, LocalizedText Name, int Rank);
