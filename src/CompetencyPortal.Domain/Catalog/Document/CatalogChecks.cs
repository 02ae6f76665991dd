namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>What a document's shape cannot show: keys that stand twice, references to nothing, cycles, days the wrong way round.</summary>
internal sealed class CatalogChecks
{
    private readonly CatalogDocument _document;
    private readonly List<CatalogError> _errors = [];
    private readonly CatalogNames _names;

    private CatalogChecks(CatalogDocument document)
    {
        _document = document;
        _names = new CatalogNames(document, _errors);
    }

    /// <summary>Every error of a document of the right shape.</summary>
    public static ValueList<CatalogError> Errors(CatalogDocument document)
    {
        var checks = new CatalogChecks(document);
        checks.Derivations();
        checks.Competencies();

        return checks._errors.ToValueList();
    }

    private void Derivations()
    {
        var holds = new HoldsChecks(_names, groups: null);
        var derived = _document.Credentials.Index()
            .Select(credential => credential.Item.DerivedFrom is { } from
                ? new Expression($"/credentials/{credential.Index}/derivedFrom", credential.Item.Code, from)
                : null)
            .OfType<Expression>()
            .ToArray();

        foreach (var expression in derived)
        {
            holds.Check(expression.At, expression.Holds);
        }

        Cycles("credential", derived, holds => holds.Codes());
    }

    private void Competencies()
    {
        _names.Declare("competency", "/competencies", _document.Competencies, competency => competency.Key);

        foreach (var (index, competency) in _document.Competencies.Index())
        {
            Versions($"/competencies/{index}/versions", competency.Versions);
        }
    }

    private void Versions(string at, ValueList<VersionDefinition> versions)
    {
        _names.Declare("version from", at, versions, version => $"{version.EffectiveFrom:O}", property: "effectiveFrom");

        foreach (var (index, version) in versions.Index())
        {
            Version($"{at}/{index}", version);
        }
    }

    private void Version(string at, VersionDefinition version)
    {
        if (version.EffectiveUntil < version.EffectiveFrom)
        {
            _names.Add($"{at}/effectiveUntil", "Ends before it begins.");
        }

        var holds = ExamGroups($"{at}/examGroups", version.ExamGroups);
        var scorecards = new ScorecardChecks(_names, holds).Check($"{at}/scorecards", version.Scorecards);
        var requirements = new RequirementChecks(_names, holds, scorecards);
        _names.Declare("option", $"{at}/options", version.Options, option => option.Key);

        foreach (var (index, option) in version.Options.Index())
        {
            foreach (var (tier, requirement) in option.Tiers)
            {
                _names.Refer(_names.Tiers, $"{at}/options/{index}/tiers/{tier}", tier);
                requirements.Check($"{at}/options/{index}/tiers/{tier}", requirement);
            }
        }
    }

    /// <summary>Checks the groups, and gives the checks of expressions that may name them.</summary>
    private HoldsChecks ExamGroups(string at, ValueList<ExamGroupDefinition> groups)
    {
        var names = _names.Declare("group", at, groups, group => group.Key);
        var holds = new HoldsChecks(_names, names);
        var expressions = groups.Select((group, index) => new Expression($"{at}/{index}", group.Key, group.Holds)).ToArray();

        foreach (var expression in expressions)
        {
            holds.Check(expression.At, expression.Holds);
        }

        Cycles("group", expressions, holds => holds.Groups());

        return holds;
    }

    private void Cycles(string what, Expression[] expressions, Func<Holds, IEnumerable<string>> names)
    {
        var byName = expressions
            .DistinctBy(expression => expression.Name, StringComparer.Ordinal)
            .ToDictionary(expression => expression.Name, expression => expression.Holds, StringComparer.Ordinal);

        var cyclic = HoldsCycles.Names(byName, names);

        foreach (var expression in expressions.Where(expression => cyclic.Contains(expression.Name)))
        {
            _names.Add(expression.At, $"The {what} '{expression.Name}' needs itself.");
        }
    }

    /// <summary>An expression with a name.</summary>
    private sealed record Expression(string At, string Name, Holds Holds);
}
