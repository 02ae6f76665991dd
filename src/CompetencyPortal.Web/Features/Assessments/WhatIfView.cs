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
    private readonly AssessmentTexts texts;
    private readonly Facts facts;
    private readonly ILookup<string, string> supposed;
    private readonly IReadOnlyList<RequirementRow> rowsToday;
    private readonly IReadOnlyList<WhatIfFigure> figures;

    /// <summary>The numbers of the new people who are supposed, in the order in which the facts have them.</summary>
    private readonly IReadOnlyList<int> newPeople;

    /// <summary>The version with the option that is shown alone; null where no rules are in force on the day.</summary>
    private readonly VersionDefinition? rules;

    public WhatIfView(WhatIfQuery query, WhatIfList list, KnownOrganization known, CompiledCatalog catalog, CompetencyDefinition competency, DateOnly today, AssessmentTexts texts)
    {
        this.known = known;
        this.texts = texts;
        Query = query;
        List = list;
        Competency = competency;
        Program = catalog.Program;
        Day = query.Day ?? today;
        Version = competency.VersionInForce(Day);
        RulesToday = competency.VersionInForce(today)?.EffectiveFrom;
        figures = Version is null ? [] : WhatIfFigure.Of(Version, Program);
        facts = known.Facts.Giving(query.Flags, Day).For(Program, competency.Key, Day).Facts;
        supposed = (query with { Passes = [.. query.Passes.Where(CanBe)] }).PassesByPerson;
        newPeople = [.. Enumerable.Range(1, MostNewPeople).Where(number => supposed[WhatIfQuery.NewPerson(number)].Any())];
        Today = catalog.Evaluator.Evaluate(competency.Key, known.Facts.For(Program, competency.Key, today).Facts);
        Result = catalog.Evaluator.Evaluate(competency.Key, WhatIf.Apply(facts, Changes()));
        Option = OptionOf(Result, query.Option);
        rules = Option is null ? null : Version?.Of(Option.Option);
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

    /// <summary>What <see cref="Option"/> asks for on the day.</summary>
    public OptionDefinition? Definition => rules?.Options[0];

    /// <summary>The same option today; null where today's rules have it not.</summary>
    public OptionResult? OptionToday { get; }

    /// <summary>The first day of the version in force today; null where none is.</summary>
    public DateOnly? RulesToday { get; }

    /// <summary>The exams that help in the option and can be taken on the day, and those supposed; in the catalog's order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>The figures that the option asks for, and those supposed.</summary>
    public IEnumerable<WhatIfFigure> Figures => figures.Where(figure => rules!.Metrics().Any(figure.IsOf) || Query.Amounts.ContainsKey(figure.Key));

    /// <summary>The questions that the option asks and that are not answered with yes, and those supposed.</summary>
    public IEnumerable<FlagRequirement> Questions => (Version?.Leaves() ?? []).OfType<FlagRequirement>().DistinctBy(flag => flag.Flag, StringComparer.Ordinal)
        .Where(flag => IsSupposed(flag.Flag) || rules!.Leaves().OfType<FlagRequirement>().Any(each => each.Flag == flag.Flag))
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
    public int NewPeople => Math.Clamp(LastNewPerson + 1, 2, MostNewPeople);

    /// <summary>What the address supposes and cannot be on the day: it is left out. As it stands there, but people who are known by name.</summary>
    public IReadOnlyList<string> Unknown =>
    [
        .. Query.Passes.Where(pass => !CanBe(pass)).Select(Named).Concat(Query.Leavers.Where(leaver => !IsThere(leaver)).Select(NamedPerson)).Distinct(StringComparer.Ordinal),
        .. Query.Flags.Where(flag => Program.Flag(flag) is null),
        .. Query.Amounts.Where(amount => amount.Value is not null && Version is not null && !figures.Any(figure => figure.Key == amount.Key)).Select(amount => amount.Key),
        .. Query.Option is { } option && Version is not null && Option?.Option != option ? [option] : Array.Empty<string>(),
    ];

    /// <summary>The plans of the tiers that would not be met.</summary>
    public IEnumerable<PlanView> Plans => (Option?.Tiers ?? []).Where(tier => tier.Status != Status.Met).Select(PlanOf);

    /// <summary>The tiers of the option, each as it would be and as it is today.</summary>
    public IEnumerable<(TierResult Tier, TierResult? Today)> Tiers =>
        (Option?.Tiers ?? []).Select(tier => (tier, OptionToday?.Tiers.FirstOrDefault(each => each.Tier == tier.Tier)));

    /// <summary>The requirements that would read otherwise than today.</summary>
    public IEnumerable<WhatIfChange> Changed =>
        from row in Rows(Version, Option)
        let rowToday = rowsToday.FirstOrDefault(each => each.Anchor == row.Anchor)
        from part in WithParts(row)
        let partToday = rowToday is null ? null : WithParts(rowToday).FirstOrDefault(each => each.Signature == part.Signature || (part == row && each == rowToday))
        from cell in part.Cells
        let today = partToday?.Cells.FirstOrDefault(each => each.Tier == cell.Tier)
        let sentence = Sentence(cell, Result.Market)
        let before = today is null ? null : Sentence(today, Today.Market)
        where sentence != before
        let title = part == row ? texts.Explain.Title(cell.Requirement, Program) : texts.Explain.WayTitle(cell.Requirement, Program)
        select new WhatIfChange(Program.TierName(cell.Tier), title, cell.Requirement, cell.Result.Status, sentence, today?.Result.Status, before);

    private HashSet<string> Hidden => Found.Select(person => person.Number).Except(Shown.Select(person => person.Number), StringComparer.Ordinal)
        .Concat((facts.People ?? []).Select(person => person.Id).Except(Found.Select(person => person.Number), StringComparer.Ordinal))
        .ToHashSet(StringComparer.Ordinal);

    public string TierName(TierResult tier) => Program.TierName(tier.Tier);

    public bool IsSupposed(string person, string code) => supposed[person].Contains(code, StringComparer.Ordinal);

    public bool IsSupposed(string flag) => Query.Flags.Contains(flag, StringComparer.Ordinal);

    public string Title(Requirement requirement) => texts.Explain.Title(requirement, Program);

    /// <summary>What is missing of a tier of which no plan says so.</summary>
    public IEnumerable<string> ToGo(TierResult tier) => tier.Requirement.OpenLeaves().Select(texts.Explain.ToGo).OfType<string>();

    /// <summary>The address of what is supposed, in another option.</summary>
    public string AddressOfOption(string option) => (Query with { Option = option }).ToAddress();

    /// <summary>The address of what is supposed, together with the plan of a tier.</summary>
    public string AddressOfPlan(TierResult tier)
    {
        var metrics = Version!.Options.Single(option => option.Key == Option!.Option).Tiers.Single(each => each.Tier == tier.Tier).Requirement.Leaves()
            .Zip(tier.Requirement.Leaves()).ToDictionary(pair => pair.Second.At, StringComparer.Ordinal);

        var amounts =
            from amount in tier.Plan!.Amounts ?? []
            let missing = amount.Missing ?? 0
            where missing > 0
            let leaf = metrics[amount.At]
            let metric = ((MetricRequirement)leaf.First).Metric
            let figure = figures.First(each => each.IsOf(metric))
            select KeyValuePair.Create(figure.Key, missing + (figure.Replaces ? ((MetricResult)leaf.Second).Value ?? 0 : 0));

        return Query.With(tier.Plan, WhoTakes, amounts).ToAddress();
    }

    private static IReadOnlyList<RequirementRow> Rows(VersionDefinition? version, OptionResult? option) =>
        option is null ? [] : RequirementRow.Align(version!.Options.Single(each => each.Key == option.Option), option);

    private OptionResult? OptionOf(EvaluationResult result, string? chosen) => result.Options.FirstOrDefault(option => option.Option == chosen) ?? result.Furthest(Program);

    /// <summary>A row, and what its ways ask for.</summary>
    private static IEnumerable<RequirementRow> WithParts(RequirementRow row) => row.Requirement is AnyRequirement or AllRequirement ? [row, .. row.Leaves()] : [row];

    private PlanView PlanOf(TierResult tier)
    {
        var parts = new TierParts(rules!.Options[0].Tiers.Single(each => each.Tier == tier.Tier).Requirement, tier.Requirement);
        var plans = new PlanViews(texts, new AssessedVersion(Program, Version!, Result.Market, Day), facts.People ?? [], NameOf, LastNewPerson);
        var plan = plans.Of(tier, parts);

        // Who is only supposed has no page.
        return plan with { Ways = [.. plan.Ways.Select(way => way with { People = [.. way.People.Select(person => IsKnown(person.Number) ? person : person with { Number = null })] })] };
    }

    /// <summary>The highest number of a new person who is supposed; 0 where none is.</summary>
    private int LastNewPerson => newPeople is [.., var last] ? last : 0;

    private string NameOf(string person) => IsKnown(person) ? known.NameOf(person) : texts.Plan.NewPerson(NumberOf(person), MostNewPeople);

    /// <summary>Who takes the step, as the address says it: somebody known, a new person who is supposed, or one more.</summary>
    private string WhoTakes(PlanStep step) => step switch
    {
        { Person: { } person } => IsKnown(person) ? person : WhatIfQuery.NewPerson(NumberOf(person)),
        _ => WhatIfQuery.NewPerson(LastNewPerson + (step.NewPerson ?? 1)),
    };

    /// <summary>The number, on the page, of a new person who is supposed.</summary>
    private int NumberOf(string person) => newPeople.Index().First(each => WhatIf.NewPersonId(each.Index + 1) == person).Item;

    private bool IsKnown(string? person) => facts.People?.Any(each => each.Id == person) == true;

    private bool IsThere(string person) => facts.People?.Any(each => each.Id == person && new EmploymentSpan(each.From, each.Until).Contains(Day)) == true;

    /// <summary>Whether the pass is one of somebody there, of an exam that can be taken on the day.</summary>
    private bool CanBe(string pass) => WhatIfQuery.ReadPass(pass) is var (person, code)
        && (IsThere(person) || IsNew(person))
        && Program.Credential(code) is { } credential && WhatIf.CanBeTaken(credential, Day);

    /// <summary>A pass that cannot be: whose, where that is the reason; else of what as well.</summary>
    private string Named(string pass) => WhatIfQuery.ReadPass(pass) switch
    {
        var (person, code) when IsThere(person) => WhatIfQuery.Pass(known.NameOf(person), code),
        var (person, _) when IsKnown(person) => NamedPerson(person),
        _ => pass,
    };

    private string NamedPerson(string person) => facts.People?.FirstOrDefault(each => each.Id == person) is { } absent
        ? texts.Explain.Absent(known.NameOf(person), hasLeft: absent.Until < Day)
        : person;

    private static bool IsNew(string person) => Enumerable.Range(1, MostNewPeople).Any(number => WhatIfQuery.NewPerson(number) == person);

    private string Sentence(RequirementCell cell, string? market) => texts.Explain.Sentence(cell.Result, cell.Requirement, Program, market);

    private WhatIfChanges Changes() => new()
    {
        Passes = (facts.People ?? []).SelectMany(person => supposed[person.Id], (person, code) => new WhatIfPass(person.Id, code)).ToValueList(),
        Leavers = Query.Leavers.ToValueList(),
        NewPeople = newPeople.Select(number => supposed[WhatIfQuery.NewPerson(number)].ToValueList()).ToValueList(),
        Measurements = (from figure in figures
                        where Query.Amounts.TryGetValue(figure.Key, out var amount) && amount is not null and not 0
                        from entry in figure.Entries(Query.Amounts[figure.Key]!.Value, Day)
                        select entry).ToValueList(),
    };

    /// <summary>What the option names in the rules of the day, and in those that are announced; for what is derived, what it is derived from. And what is supposed.</summary>
    private IEnumerable<string> CodesAsked()
    {
        var later = from version in Competency.Versions
                    where version.EffectiveFrom > Day && version.Options.Any(option => option.Key == Option?.Option)
                    select version.Of(Option!.Option);
        var asked = later.Append(rules).OfType<VersionDefinition>().SelectMany(CatalogQueries.CodesIn)
            .Concat(supposed.SelectMany(codes => codes)).ToHashSet(StringComparer.Ordinal);
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
internal sealed record WhatIfChange(string Tier, string Title, Requirement Requirement, Status Status, string Sentence, Status? Today, string? SentenceToday);
