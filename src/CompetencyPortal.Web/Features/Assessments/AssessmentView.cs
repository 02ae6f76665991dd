using System.Security.Cryptography;
using System.Text;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>
/// Where an organization stands in a competency, and why: one evaluation of facts that were read together. Partner and manager
/// are shown the same; only what people are called differs.
/// </summary>
internal sealed class AssessmentView
{
    private readonly AssessmentChoice choice;
    private readonly KnownOrganization known;
    private readonly CompiledCatalog catalog;
    private readonly AssessmentTexts texts;
    private readonly CompetencyFacts facts;
    private readonly OptionResult? shown;

    /// <summary>What is known today comes to under the versions announced, in order.</summary>
    private readonly ValueList<EvaluationResult> announced;

    /// <summary>Everybody, with the exams that the competency asks for.</summary>
    private readonly List<(PersonFacts Person, IReadOnlyList<CredentialFacts> Passes)> people;

    public AssessmentView(
        AssessmentChoice choice,
        KnownOrganization known,
        CompiledCatalog catalog,
        IReadOnlyList<CompetencyDefinition> followed,
        DateOnly today,
        AssessmentTexts texts)
    {
        this.choice = choice;
        this.known = known;
        this.texts = texts;
        this.catalog = catalog;
        Program = catalog.Program;
        Followed = followed;
        Competency = followed.Single(each => each.Key == choice.Competency);
        facts = known.Facts.For(Program, Competency.Key, today);
        people = PeopleWith(Program.CredentialsOf(Competency.Key).ToHashSet(StringComparer.Ordinal));
        Result = catalog.Evaluator.Evaluate(Competency.Key, facts.Facts);
        announced = known.Facts.Announced(catalog, Competency.Key, Result.AsOf);
        Version = Competency.VersionInForce(Result.AsOf);

        if (Version is not null && (Result.Options.FirstOrDefault(each => each.Option == choice.Option) ?? Result.Furthest(Program)) is { } option)
        {
            Option = Version.Options.Single(each => each.Key == option.Option);
            shown = option;
            Tiers = option.Tiers;
            Next = option.Next();
            Rows = RequirementRow.Align(Option, option);
        }
    }

    public string OrganizationName => known.Name;

    /// <summary>What was judged, and the other facts that were read with it.</summary>
    public FactsOf Facts => known.Facts;

    public ProgramCatalog Program { get; }

    /// <summary>In the catalog's order.</summary>
    public IReadOnlyList<CompetencyDefinition> Followed { get; }

    public CompetencyDefinition Competency { get; }

    /// <summary>Null when no rule is in force.</summary>
    public VersionDefinition? Version { get; }

    /// <summary>The option that is shown; null when no rule is in force.</summary>
    public OptionDefinition? Option { get; }

    /// <summary>As it stands in the address: null where the reader chose none.</summary>
    public string? ChosenOption => choice.Option;

    /// <summary>As it stands in the address.</summary>
    public string? Show => choice.Show;

    public bool ShowsMissingOnly => Show == "missing";

    public EvaluationResult Result { get; }

    public IReadOnlyList<TierResult> Tiers { get; } = [];

    public IReadOnlyList<RequirementRow> Rows { get; } = [];

    public string? MarketName => Result.Market is { } market ? Program.MarketName(market) : null;

    /// <summary>Which tier is met over all options, and until when: by the option that keeps it longest.</summary>
    public string Headline
    {
        get
        {
            var outcome = StandingOutcome.Of(Result, announced, nextChangeOn: null, Program);
            var headline = outcome is { Headline: { } met, HoldsUntil: { } until }
                ? texts.Outlook.Headline(TierName(met.Tier), until)
                : texts.Explain.Headline(Result, shown, Program);

            return outcome.Headline is { } reached && reached.Tier != shown?.Attained
                ? texts.Outlook.ByOther(headline, Version!.Options.Single(option => option.Key == reached.Option).Name.Shown())
                : headline;
        }
    }

    /// <summary>The plan to <see cref="Next"/> in one sentence; null at the top, and where there is none.</summary>
    public string? NextPlan => Next?.Plan is { } plan ? texts.Plan.Sentence(plan, Program) : null;

    /// <summary>What the versions announced would mean for the tier that is met, or else for the next one; in order.</summary>
    public IReadOnlyList<string> Announced => [.. announced.Select(later => Outlook.Announced(later, Tiers.LastOrDefault(tier => tier.Status == Status.Met) ?? Tiers[0]))];

    /// <summary>The plans to the tiers above what is met, the next one first.</summary>
    public IReadOnlyList<PlanView> Plans => [.. Tiers.Skip(Ladder.Here).Select(tier => PlansOf.Of(tier, PartsOf(tier)))];

    /// <summary>The outlooks of the tiers that are met, the highest first.</summary>
    public IReadOnlyList<OutlookView> Outlooks => [.. Tiers.Reverse().Where(tier => tier.Status == Status.Met).Select(Outlook.Of)];

    /// <summary>That the highest tier met ends soon; null where it does not.</summary>
    public EndsSoonView? EndsSoon => Tiers.LastOrDefault(tier => tier.Status == Status.Met) is { } tier
        && Outlook.Of(tier).End is { } end
        && end.LastDay.DayNumber - Result.AsOf.DayNumber is <= Standing.SoonDays and var days
            ? new EndsSoonView(tier.Tier, texts.Outlook.EndsIn(TierName(tier.Tier), days), end.Cause)
            : null;

    /// <summary>Those whose departure costs tiers.</summary>
    public IReadOnlyList<CriticalPersonView> CriticalPeople => Outlook.CriticalPeople(Tiers);

    /// <summary>What anybody can compute from the result to see that it is the same.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EvaluationJson.Serialize(Result))));

    /// <summary>The first digits of <see cref="ContentHash"/>, in groups to be read.</summary>
    public string ShortHash => string.Join(' ', ContentHash[..16].Chunk(4).Select(group => new string(group)));

    /// <summary>The lowest tier of the option above what is met.</summary>
    public TierResult? Next { get; }

    public LadderView Ladder => LadderView.Of(Tiers, Program, texts.Explain, tier => Outlook.LastDayOf(tier));

    /// <summary>The first steps, while there is nothing to judge yet.</summary>
    public StartView? Start => StartView.For(
        people.Count > 0,
        people.Exists(person => person.Person.Credentials.Count > 0),
        Program.MeasuresOf(Competency.Key).Any() ? known.Facts.HasFigures : null);

    public RuleView Rule => new(Program, Version!, Option!, Result.Market, MarketName, Result.AsOf, texts.Rule);

    /// <summary>Whether another option meets the next tier already.</summary>
    public bool IsNextMetElsewhere => Result.Options.SelectMany(option => option.Tiers).Any(tier => tier.Tier == Next?.Tier && tier.Status == Status.Met);

    /// <summary>What is counted of a tier: each requirement, several ways to one of them once.</summary>
    public static IReadOnlyList<NodeResult> PartsOf(NodeResult requirement) =>
        requirement is AllResult all ? [.. all.Children.SelectMany(PartsOf)] : [requirement];

    public string TierName(string tier) => Program.TierName(tier);

    /// <summary>What stands beside a row's title.</summary>
    public string Subtitle(RequirementRow row) => texts.Explain.Subtitle(row.Cells[0].Result);

    public NodeView NodeOf(Requirement requirement, NodeResult result) =>
        new(Program, Version!, Result.Market, texts.Rule, known.NameOf, requirement, result);

    public BarView BarOf(RequirementRow row)
    {
        var metrics = row.Cells.Select(cell => (cell.Tier, Metric: (MetricResult)cell.Result)).ToList();
        var marks = metrics.Where(cell => cell.Metric.Threshold is not null).Select(cell => new BarMark(TierName(cell.Tier), cell.Metric.Threshold!.Value)).ToList();
        var value = metrics[0].Metric.EntriesCounted == 0 && metrics[0].Metric.Status == Status.Undetermined ? null : metrics[0].Metric.Value;
        var highest = marks.Select(mark => mark.Threshold).Append(value ?? 0).Append(1).Max();

        return new BarView(row.Anchor, metrics[0].Metric.Unit, value, highest * 1.2m, marks);
    }

    public MetricView MetricOf(RequirementRow row)
    {
        var cell = row.Cells[0];
        var metric = (MetricResult)cell.Result;
        var breakdown = catalog.Evaluator.Breakdown(Competency.Key, Option!.Key, cell.Tier, metric.At, facts.Facts)
            ?? throw new InvalidOperationException("A row of the page is not in the version in force.");
        var verdicts = breakdown.Entries.Select(verdict => EntryOf(verdict, metric.Unit)).OrderByDescending(entry => entry.On).ToList();

        return new MetricView(metric.Measure, metric.Unit, metric.Value, breakdown, verdicts);
    }

    public StaffingView StaffingOf(RequirementRow row)
    {
        var tiers = row.Cells.Select(cell => new StaffedTier(TierName(cell.Tier), (StaffingRequirement)cell.Requirement, (StaffingResult)cell.Result)).ToList();
        var seats = tiers.SelectMany(tier => tier.Fillings()).ToLookup(filling => filling.Person, filling => filling.Seat, StringComparer.Ordinal);
        // Of the highest tier: it asks for the most.
        var unseated = tiers[^1].Result.People.ToDictionary(person => person.Person, StringComparer.Ordinal);
        // A tier may be met another way; nothing is in its way then.
        var certificates = tiers.Zip(row.Cells, (tier, cell) => (Staffed: tier, IsMet: Tiers.Single(each => each.Tier == cell.Tier).Status == Status.Met))
            .Where(tier => !tier.IsMet && tier.Staffed.Result.Certificate is not null)
            .Select(tier => tier.Staffed)
            .Select(tier => texts.Explain.Certificate(tier.Result.Certificate!, tier.Requirement, tier.Name, [.. tier.AbleTo().Select(known.NameOf)]));

        return new StaffingView(
            [.. certificates],
            [.. people.Select(each => PersonIn(each.Person, each.Passes, [.. seats[each.Person.Id]], unseated.GetValueOrDefault(each.Person.Id)))]);
    }

    private AssessedVersion Assessed => new(Program, Version!, Result.Market, Result.AsOf);

    private PlanViews PlansOf => new(texts, Assessed, facts.Facts.People ?? [], known.NameOf);

    private OutlookViews Outlook => new(texts, Program, Competency, Option!.Key, Result, announced, [.. facts.Facts.People ?? []], known);

    private TierParts PartsOf(TierResult tier) => new(Option!.Tiers.Single(each => each.Tier == tier.Tier).Requirement, tier.Requirement);

    private List<(PersonFacts Person, IReadOnlyList<CredentialFacts> Passes)> PeopleWith(HashSet<string> codes) =>
        [.. (facts.Facts.People ?? []).Select(person => (person, (IReadOnlyList<CredentialFacts>)[.. person.Credentials.Where(pass => codes.Contains(pass.Code))]))];

    private EntryView EntryOf(EntryVerdict verdict, string unit)
    {
        var entry = facts.Entries[verdict.Index];
        var typedUnit = entry.Currency ?? unit;

        return new EntryView(entry.Id, entry.On, entry.Customer, entry.Kind, entry.SignedAmount, typedUnit, typedUnit != unit, unit, verdict);
    }

    /// <param name="unseated">Why the person fills no place; null for one who does.</param>
    private PersonView PersonIn(PersonFacts person, IReadOnlyList<CredentialFacts> passes, IReadOnlyList<FilledSeat> seats, UnseatedPerson? unseated) => seats.Count > 0 || unseated is null
        ? new PersonView(person.Id, known.NameOf(person.Id), passes, texts.Explain.Seats(seats), Reason: null, Missing: [])
        : new PersonView(person.Id, known.NameOf(person.Id), passes, Seat: null, texts.Explain.Reason(unseated, person.From, person.Until), unseated.Missing ?? []);
}
