namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>The keys that a document declares, and the errors of those that refer to others.</summary>
internal sealed class CatalogNames
{
    private readonly List<CatalogError> _errors;

    public CatalogNames(CatalogDocument document, List<CatalogError> errors)
    {
        _errors = errors;
        Markets = Declare("market", "/program/markets", document.Program.Markets, market => market.Key);
        Tiers = Declare("tier", "/program/tiers", document.Program.Tiers, tier => tier.Key);
        Credentials = Declare("credential", "/credentials", document.Credentials, credential => credential.Code, property: "code");
        Measures = Declare("measure", "/measures", document.Measures, measure => measure.Key);
        Associations = DeclareNamed("association", "/associations", document.Associations);
        Products = DeclareNamed("product", "/products", document.Products);
        Tags = DeclareNamed("tag", "/tags", document.Tags);
        Flags = DeclareNamed("flag", "/flags", document.Flags);
    }

    public DeclaredNames Markets { get; }

    public DeclaredNames Tiers { get; }

    public DeclaredNames Credentials { get; }

    public DeclaredNames Measures { get; }

    /// <summary>Null where the document leaves the list out. So too for the next three.</summary>
    public DeclaredNames? Associations { get; }

    public DeclaredNames? Products { get; }

    public DeclaredNames? Tags { get; }

    public DeclaredNames? Flags { get; }

    /// <summary>The keys of a list; one that stands twice is an error.</summary>
    public DeclaredNames Declare<T>(string what, string at, ValueList<T> list, Func<T, string> key, string property = "key")
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (index, item) in list.Index())
        {
            if (!keys.Add(key(item)))
            {
                Add($"{at}/{index}/{property}", $"The {what} '{key(item)}' stands here twice.");
            }
        }

        return new DeclaredNames(what, keys);
    }

    /// <summary>A key that is not declared is an error; where the document leaves the list out, its keys are free.</summary>
    public void Refer(DeclaredNames? names, string at, string key)
    {
        if (names?.Keys.Contains(key) == false)
        {
            Add(at, $"There is no {names.What} '{key}'.");
        }
    }

    public void ReferAll(DeclaredNames? names, string at, IEnumerable<string>? keys)
    {
        foreach (var (index, key) in (keys ?? []).Index())
        {
            Refer(names, $"{at}/{index}", key);
        }
    }

    public void Add(string at, string message) => _errors.Add(new CatalogError(at, message));

    private DeclaredNames? DeclareNamed(string what, string at, ValueList<NamedKey>? list) =>
        list is null ? null : Declare(what, at, list, named => named.Key);
}

/// <summary>The keys of one kind.</summary>
internal sealed record DeclaredNames(string What, IReadOnlySet<string> Keys);
