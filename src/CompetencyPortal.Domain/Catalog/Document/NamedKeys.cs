namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>A list of keys that documents may declare or leave out.</summary>
internal sealed class NamedKeys(ValueList<NamedKey>? declared)
{
    private readonly Dictionary<string, NamedKey> _byKey = (declared ?? []).ToDictionary(named => named.Key, StringComparer.Ordinal);

    public ValueList<NamedKey>? Declared { get; } = declared;

    public NamedKey? Find(string key) => _byKey.GetValueOrDefault(key);
}
