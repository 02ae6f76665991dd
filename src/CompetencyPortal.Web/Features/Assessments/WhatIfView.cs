using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>What a competency would come to, were some facts otherwise: two evaluations, that of today and that of what is supposed. Nothing is saved.</summary>
internal sealed class WhatIfView
{
    public const int PageSize = 20;

    private const int MostNewPeople = 20;

    private readonly KnownOrganization known;
    private readonly AssessmentText explain;
    private readonly Facts facts;
    private readonly ILookup<string, string> supposed;
    private readonly IReadOnlyList<RequirementRow> rowsToday;

    public WhatIfView(WhatIfQuery query, WhatIfList list, KnownOrganization known, CompiledCatalog catalog, CompetencyDefinition competency, DateOnly today, AssessmentText explain)
    {
        this.known = known;
        this.explain = explain;
        Query = query;
        List = list;
        Competency = competency;
        Program = catalog.Program;
        Day = query.Day ?? today;
        Version = competency.VersionInForce(Day);
        Figures = Version is null ? [] : WhatIfFigure.Of(Version, Program);
        supposed = query.PassesByPerson;
        facts = known.Facts.Giving(query.Flags, Day).For(Program, competency.Key, Day).Facts;
        Today = catalog.Evaluator.Evaluate(competency.Key, known.Facts.For(Program, competency.Key, today).Facts);
        Result = catalog.Evaluator.Evaluate(competency.Key, WhatIf.Apply(facts, Changes()));
        Option = OptionOf(Result, query.Option);
        OptionToday = Today.Options.FirstOrDefault(option => option.Option == Option?.Option);
        rowsToday = Rows(competency.VersionInForce(today), OptionToday);
        Codes = [.. CodesAsked().Where(code => Program.Credential(code) is { } credential && WhatIf.CanBeTaken(credential, Day))];
        Found = [.. PeopleFound()];
    }

    public WhatIfQuery Query { get; }

    public WhatIfList List { get; }

    public string OrganizationName => known.Name;

    public ProgramCatalog Program { get; }

    public CompetencyDefinition Competency { get; }

    public DateOnly Day { get; }

    /// <summary>Null where no rules are in force on the day.</summary>
    public VersionDefinition? Version { get; }

    /// <summary>The first day of other rules that are announced on the day; null where none are.</summary>
    public DateOnly? NextRulesFrom => Competency.NextRulesAfter(Day);

    /// <summary>What the facts come to today.</summary>
    public EvaluationResult Today { get; }

    /// <summary>What is supposed comes to.</summary>
    public EvaluationResult Result { get; }

    /// <summary>Null where no rules are in force on the day.</summary>
    public OptionResult? Option { get; }

    /// <summary>The same option today; null where today's rules have it not.</summary>
    public OptionResult? OptionToday { get; }

    /// <summary>The exams that help and can be taken on the day, in the catalog's order.</summary>
    public IReadOnlyList<string> Codes { get; }

    public IReadOnlyList<WhatIfFigure> Figures { get; }

    /// <summary>The questions that the rules ask and that are not answered with yes.</summary>
    public IEnumerable<FlagRequirement> Questions => (Version?.Leaves() ?? []).OfType<FlagRequirement>().DistinctBy(flag => flag.Flag, StringComparer.Ordinal)
        .Where(flag => IsSupposed(flag.Flag) || !Today.Options.SelectMany(option => option.Tiers).SelectMany(tier => tier.Requirement.Leaves()).OfType<FlagResult>()
            .Any(each => each.Key == flag.Flag && each.Status == Status.Met));

    /// <summary>Everybody there on the day whom the search finds: first who holds something that helps, then by name.</summary>
    public IReadOnlyList<WhatIfPerson> Found { get; }

    public int Pages => Math.Max(1, (Found.Count + PageSize - 1) / PageSize);

    public int Page => Math.Clamp(List.Page, 1, Pages);

    public IEnumerable<WhatIfPerson> Shown => Found.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>What is supposed of people who are not shown now.</summary>
    public IEnumerable<string> HiddenPasses => from person in Hidden from code in supposed[person] select WhatIfQuery.Pass(person, code);

    public IEnumerable<string> HiddenLeavers => Query.Leavers.Intersect(Hidden, StringComparer.Ordinal);

    /// <summary>One more than are supposed, so that there is always room.</summary>
    public int NewPeople => Math.Clamp(NewPeopleSupposed + 1, 2, MostNewPeople);

    /// <summary>The tiers of the option, each as it would be and as it is today.</summary>
    public IEnumerable<(TierResult Tier, TierResult? Today)> Tiers =>
        (Option?.Tiers ?? []).Select(tier => (tier, OptionToday?.Tiers.FirstOrDefault(each => each.Tier == tier.Tier)));

    /// <summary>The requirements that would read otherwise than today.</summary>
    public IEnumerable<WhatIfChange> Changed =>
        from row in Rows(Version, Option)
        from cell in row.Cells
        let today = rowsToday.FirstOrDefault(each => each.Anchor == row.Anchor)?.Cells.FirstOrDefault(each => each.Tier == cell.Tier)
        let sentence = Sentence(cell, Result.Market)
        let before = today is null ? null : Sentence(today, Today.Market)
        where sentence != before
        select new WhatIfChange(Program.TierName(cell.Tier), cell.Requirement, cell.Result.Status, sentence, today?.Result.Status, before);

    private int NewPeopleSupposed => Enumerable.Range(1, MostNewPeople).LastOrDefault(number => supposed[WhatIfQuery.NewPerson(number)].Any());

    private HashSet<string> Hidden => Found.Select(person => person.Number).Except(Shown.Select(person => person.Number), StringComparer.Ordinal)
        .Concat((facts.People ?? []).Select(person => person.Id).Except(Found.Select(person => person.Number), StringComparer.Ordinal))
        .ToHashSet(StringComparer.Ordinal);

    public string TierName(TierResult tier) => Program.TierName(tier.Tier);

    public bool IsSupposed(string person, string code) => supposed[person].Contains(code, StringComparer.Ordinal);

    public bool IsSupposed(string flag) => Query.Flags.Contains(flag, StringComparer.Ordinal);

    public string Title(Requirement requirement) => explain.Title(requirement, Program);

    /// <summary>The address of what is supposed, together with the plan of a tier.</summary>
    public string AddressOfPlan(TierResult tier)
    {
        var metrics = Version!.Options.Single(option => option.Key == Option!.Option).Tiers.Single(each => each.Tier == tier.Tier).Requirement.Leaves()
            .Zip(tier.Requirement.Leaves()).ToDictionary(pair => pair.Second.At, StringComparer.Ordinal);

        return Query.With(tier.Plan!, from amount in tier.Plan!.Amounts ?? []
                                      let missing = amount.Missing ?? 0
                                      where missing > 0
                                      let leaf = metrics[amount.At]
                                      let metric = ((MetricRequirement)leaf.First).Metric
                                      let figure = Figures.First(each => each.IsOf(metric))
                                      select KeyValuePair.Create(figure.Key, missing + (figure.Replaces ? ((MetricResult)leaf.Second).Value ?? 0 : 0))).ToAddress();
    }

    private static IReadOnlyList<RequirementRow> Rows(VersionDefinition? version, OptionResult? option) =>
        option is null ? [] : RequirementRow.Align(version!.Options.Single(each => each.Key == option.Option), option);

    private OptionResult? OptionOf(EvaluationResult result, string? chosen) => result.Options.FirstOrDefault(option => option.Option == chosen) ?? result.Furthest(Program);

    private string Sentence(RequirementCell cell, string? market) => explain.Sentence(cell.Result, cell.Requirement, Program, market);

    private WhatIfChanges Changes() => new()
    {
        Passes = (facts.People ?? []).SelectMany(person => supposed[person.Id], (person, code) => new WhatIfPass(person.Id, code)).ToValueList(),
        Leavers = Query.Leavers.ToValueList(),
        NewPeople = Enumerable.Range(1, MostNewPeople).Select(number => supposed[WhatIfQuery.NewPerson(number)].ToValueList()).Where(codes => codes.Count > 0).ToValueList(),
        Measurements = (from figure in Figures
                        where Query.Amounts.TryGetValue(figure.Key, out var amount) && amount is not null and not 0
                        from entry in figure.Entries(Query.Amounts[figure.Key]!.Value, Day)
                        select entry).ToValueList(),
    };

    /// <summary>What the rules of the day, and those that are announced, name; for what is derived, what it is derived from.</summary>
    private IEnumerable<string> CodesAsked()
    {
        var asked = Competency.Versions.Where(version => version == Version || version.EffectiveFrom > Day)
            .SelectMany(CatalogQueries.CodesIn).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(asked);

        while (open.TryDequeue(out var code))
        {
            foreach (var part in Program.Credential(code)?.DerivedFrom?.Codes().Where(asked.Add) ?? [])
            {
                open.Enqueue(part);
            }
        }

        return Program.Credentials.Select(credential => credential.Code).Where(asked.Contains);
    }

    private IEnumerable<WhatIfPerson> PeopleFound()
    {
        var asked = CodesAsked().ToHashSet(StringComparer.Ordinal);
        var searched = List.Search is { } typed && BoundedText.Fits(typed, Employee.NameLength) ? BoundedText.Normalize(typed) : string.Empty;

        return (facts.People ?? []).Select(person => PersonOf(person, asked))
            .Where(person => person.Employment.Contains(Day))
            .Where(person => BoundedText.Normalize(person.Name).Contains(searched, StringComparison.Ordinal))
            .OrderByDescending(person => person.Holds.Count > 0).ThenBy(person => person.Name, StringComparer.CurrentCulture).ThenBy(person => person.Number, StringComparer.Ordinal);
    }

    private WhatIfPerson PersonOf(PersonFacts person, HashSet<string> asked)
    {
        var holds = person.Credentials.Where(pass => asked.Contains(pass.Code) && WhatIf.Counts(pass, Program.Credential(pass.Code)!, Day)).ToList();

        return new WhatIfPerson(
            person.Id,
            known.NameOf(person.Id),
            new EmploymentSpan(person.From, person.Until),
            holds,
            [.. Codes.Except(holds.Select(pass => pass.Code), StringComparer.Ordinal)],
            Query.Leavers.Contains(person.Id, StringComparer.Ordinal));
    }
}

/// <summary>Which people are listed.</summary>
internal sealed record WhatIfList(string? Search, int Page);

/// <param name="Holds">Passes that count on the day.</param>
/// <param name="CanTake">Codes of the other exams that help.</param>
internal sealed record WhatIfPerson(
    string Number, string Name, EmploymentSpan Employment, IReadOnlyList<CredentialFacts> Holds, IReadOnlyList<string> CanTake, bool Leaves);

/// <summary>A requirement of a tier as it would be and as it is.</summary>
/// <param name="Today">Null where today's rules do not ask for it.</param>
internal sealed record WhatIfChange(string Tier, Requirement Requirement, Status Status, string Sentence, Status? Today, string? SentenceToday);
