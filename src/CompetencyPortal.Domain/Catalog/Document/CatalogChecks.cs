namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>What a document's shape cannot show: keys that stand twice, references to nothing, cycles, days the wrong way round.</summary>
internal sealed class CatalogChecks
{
    private readonly CatalogDocument _document;
    private readonly List<CatalogError> _errors = [];
    private readonly Names _credentials;
    private readonly Names _measures;
    private readonly Names _markets;
    private readonly Names _tiers;
    private readonly Names? _associations;
    private readonly Names? _products;
    private readonly Names? _tags;
    private readonly Names? _flags;

    private CatalogChecks(CatalogDocument document)
    {
        _document = document;
        _markets = Declare("market", "/program/markets", document.Program.Markets, market => market.Key);
        _tiers = Declare("tier", "/program/tiers", document.Program.Tiers, tier => tier.Key);
        _credentials = Declare("credential", "/credentials", document.Credentials, credential => credential.Code, property: "code");
        _measures = Declare("measure", "/measures", document.Measures, measure => measure.Key);
        _associations = DeclareNamed("association", "/associations", document.Associations);
        _products = DeclareNamed("product", "/products", document.Products);
        _tags = DeclareNamed("tag", "/tags", document.Tags);
        _flags = DeclareNamed("flag", "/flags", document.Flags);
    }

    /// <summary>Every error of a document of the right shape.</summary>
    public static ValueList<CatalogError> Errors(CatalogDocument document)
    {
        var checks = new CatalogChecks(document);
        checks.Credentials();
        checks.Competencies();

        return checks._errors.ToValueList();
    }

    private void Credentials()
    {
        var derivations = new Dictionary<string, Holds>(StringComparer.Ordinal);

        foreach (var (index, credential) in _document.Credentials.Index())
        {
            if (credential.DerivedFrom is { } derivedFrom)
            {
                derivations.TryAdd(credential.Code, derivedFrom);
                Holds($"/credentials/{index}/derivedFrom", derivedFrom, groups: null);
            }
        }

        foreach (var (index, credential) in _document.Credentials.Index())
        {
            if (HoldsCycles.Contain(credential.Code, derivations, HoldsCycles.Codes))
            {
                Add($"/credentials/{index}/derivedFrom", $"The credential '{credential.Code}' is derived from itself.");
            }
        }
    }

    private void Competencies()
    {
        Declare("competency", "/competencies", _document.Competencies, competency => competency.Key);

        foreach (var (index, competency) in _document.Competencies.Index())
        {
            Versions($"/competencies/{index}/versions", competency.Versions);
        }
    }

    private void Versions(string at, ValueList<VersionDefinition> versions)
    {
        Declare("version from", at, versions, version => $"{version.EffectiveFrom:O}", property: "effectiveFrom");

        foreach (var (index, version) in versions.Index())
        {
            Version($"{at}/{index}", version);
        }
    }

    private void Version(string at, VersionDefinition version)
    {
        if (version.EffectiveUntil < version.EffectiveFrom)
        {
            Add($"{at}/effectiveUntil", "Ends before it begins.");
        }

        var groups = ExamGroups($"{at}/examGroups", version.ExamGroups);
        Declare("option", $"{at}/options", version.Options, option => option.Key);

        foreach (var (index, option) in version.Options.Index())
        {
            foreach (var (tier, requirement) in option.Tiers)
            {
                Refer(_tiers, $"{at}/options/{index}/tiers/{tier}", tier);
                Requirement($"{at}/options/{index}/tiers/{tier}", requirement, groups);
            }
        }
    }

    private Names ExamGroups(string at, ValueList<ExamGroupDefinition> examGroups)
    {
        var groups = Declare("group", at, examGroups, group => group.Key);
        var expressions = new Dictionary<string, Holds>(StringComparer.Ordinal);

        foreach (var (index, group) in examGroups.Index())
        {
            expressions.TryAdd(group.Key, group.Holds);
            Holds($"{at}/{index}", group.Holds, groups);
        }

        foreach (var (index, group) in examGroups.Index())
        {
            if (HoldsCycles.Contain(group.Key, expressions, HoldsCycles.Groups))
            {
                Add($"{at}/{index}", $"The group '{group.Key}' contains itself.");
            }
        }

        return groups;
    }

    private void Requirement(string at, Requirement requirement, Names groups)
    {
        switch (requirement)
        {
            case AllRequirement all:
                Children($"{at}/all", all.Children, groups);
                break;
            case AnyRequirement any:
                Children($"{at}/any", any.Children, groups);
                break;
            case MetricRequirement metric:
                Metric($"{at}/metric", metric);
                break;
            case FlagRequirement flag:
                Refer(_flags, $"{at}/flag/key", flag.Flag);
                break;
            case StaffingRequirement staffing:
                Seats($"{at}/staffing/seats", staffing.Seats, groups);
                break;
        }
    }

    private void Children(string at, ValueList<Requirement> children, Names groups)
    {
        foreach (var (index, child) in children.Index())
        {
            Requirement($"{at}/{index}", child, groups);
        }
    }

    private void Metric(string at, MetricRequirement metric)
    {
        Refer(_measures, $"{at}/measure", metric.Measure);
        ReferAll(_products, $"{at}/products", metric.Products);
        ReferAll(_associations, $"{at}/associations", metric.Associations);
        ReferAll(_tags, $"{at}/excludeTags", metric.ExcludeTags);

        if (metric.AtLeast is MarketThreshold threshold)
        {
            foreach (var market in threshold.Amounts.Keys)
            {
                Refer(_markets, $"{at}/atLeast/{market}", market);
            }
        }
    }

    private void Seats(string at, ValueList<SeatDefinition> seats, Names groups)
    {
        Declare("seat", at, seats, seat => seat.Key);

        foreach (var (index, seat) in seats.Index())
        {
            Holds($"{at}/{index}/holds", seat.Holds, groups);
        }
    }

    // Without groups an expression must not name any.
    private void Holds(string at, Holds holds, Names? groups)
    {
        switch (holds)
        {
            case HoldsCredential credential:
                Refer(_credentials, at, credential.Code);
                break;
            case HoldsGroup when groups is null:
                Add($"{at}/group", "A derivation names no group.");
                break;
            case HoldsGroup group:
                Refer(groups, $"{at}/group", group.Key);
                break;
            case HoldsAny any:
                HoldsParts($"{at}/anyOf", any.Parts, groups);
                break;
            case HoldsAll all:
                HoldsParts($"{at}/allOf", all.Parts, groups);
                break;
        }
    }

    private void HoldsParts(string at, ValueList<Holds> parts, Names? groups)
    {
        foreach (var (index, part) in parts.Index())
        {
            Holds($"{at}/{index}", part, groups);
        }
    }

    private Names? DeclareNamed(string what, string at, ValueList<NamedKey>? list) =>
        list is null ? null : Declare(what, at, list, named => named.Key);

    private Names Declare<T>(string what, string at, ValueList<T> list, Func<T, string> key, string property = "key")
    {
        var names = new Names(what, new HashSet<string>(StringComparer.Ordinal));

        foreach (var (index, item) in list.Index())
        {
            if (!names.Declared.Add(key(item)))
            {
                Add($"{at}/{index}/{property}", $"The {what} '{key(item)}' stands here twice.");
            }
        }

        return names;
    }

    private void ReferAll(Names? names, string at, ValueList<string>? keys)
    {
        foreach (var (index, key) in (keys ?? []).Index())
        {
            Refer(names, $"{at}/{index}", key);
        }
    }

    // Where the document leaves a list out, its keys are free.
    private void Refer(Names? names, string at, string key)
    {
        if (names?.Declared.Contains(key) == false)
        {
            Add(at, $"There is no {names.What} '{key}'.");
        }
    }

    private void Add(string at, string message) => _errors.Add(new CatalogError(at, message));

    private sealed record Names(string What, HashSet<string> Declared);
}
