using System.Buffers;
using System.Collections.Concurrent;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A version of a competency, made ready for many evaluations.</summary>
internal sealed class CompiledVersion
{
    /// <summary>More than are asked about at a time. When they are exceeded, all are forgotten.</summary>
    private const int MostOffers = 16;

    private readonly ProgramCatalog _catalog;
    private readonly VersionDefinition _version;
    private readonly CredentialCircuit _circuit;
    private readonly DateOnly[] _offerChanges;
    private readonly ConcurrentDictionary<int, Offer> _offers = [];
    private readonly Dictionary<ValueList<int>, SeatKinds> _kinds = [];
    private readonly Dictionary<(string Option, string Tier), CompiledTier> _tiers;
    private int _leaves;
    private int _abilities;

    public CompiledVersion(ProgramCatalog catalog, VersionDefinition version)
    {
        var ranks = catalog.TiersByRank.Index().ToDictionary(tier => tier.Item.Key, tier => tier.Index, StringComparer.Ordinal);

        _catalog = catalog;
        _version = version;
        _circuit = CircuitBuilder.Build(catalog, version);
        _offerChanges = [.. _circuit.Credentials.SelectMany(StaffingChanges.Of).OfType<DateOnly>().Distinct().Order()];
        Options = version.Options
            .Select(option => new CompiledOption(option.Key, option.Tiers
                .OrderBy(tier => ranks[tier.Tier])
                .Select(tier => new CompiledTier(tier.Tier, Compile("", tier.Requirement), this))
                .ToValueList()))
            .ToValueList();
        _tiers = Options.SelectMany(option => option.Tiers, (option, tier) => (option, tier)).ToDictionary(pair => (pair.option.Key, pair.tier.Key), pair => pair.tier);
    }

    public DateOnly EffectiveFrom => _version.EffectiveFrom;

    public DateOnly? EffectiveUntil => _version.EffectiveUntil;

    public ValueList<CompiledOption> Options { get; }

    public FactsIndex Index(Facts facts) => new(facts, _circuit, OfferOn(facts.AsOf), _leaves, _abilities);

    /// <summary>Every tier's status, option by option, lowest rank first, into <paramref name="statuses"/>.</summary>
    /// <returns>How many tiers there are.</returns>
    public int Judge(Facts facts, Span<Status> statuses)
    {
        var people = facts.People is { } known ? known.AsSpan() : default;
        var bits = ArrayPool<ulong>.Shared.Rent(people.Length * _circuit.Words);
        var abilityCounts = ArrayPool<int>.Shared.Rent(_abilities);
        OpenGates? open = facts.People is null ? null : OpenGates.Of(people, facts.AsOf, _circuit, bits, abilityCounts);
        var next = 0;

        foreach (var option in Options.AsSpan())
        {
            foreach (var tier in option.Tiers.AsSpan())
            {
                statuses[next++] = tier.Requirement.Judge(new JudgeAlone(facts, open));
            }
        }

        ArrayPool<int>.Shared.Return(abilityCounts);
        ArrayPool<ulong>.Shared.Return(bits);

        return next;
    }

    public Plan? Plan(string option, string tier, Facts facts) => _tiers.GetValueOrDefault((option, tier))?.Plan(Index(facts));

    // Days between which nothing begins or ends to be on offer share one.
    private Offer OfferOn(DateOnly day)
    {
        var past = Array.BinarySearch(_offerChanges, day);
        var period = past < 0 ? ~past - 1 : past;

        if (_offers.TryGetValue(period, out var offer))
        {
            return offer;
        }

        if (_offers.Count >= MostOffers)
        {
            _offers.Clear();
        }

        return _offers.GetOrAdd(period, new Offer(_circuit, day));
    }

    private RequirementNode Compile(string at, Requirement requirement) => requirement switch
    {
        AllRequirement all => new AllNode(at, Compile($"{at}/all", all.Children)),
        AnyRequirement any => new AnyNode(at, Compile($"{at}/any", any.Children)),
        MetricRequirement metric => new MetricNode(at, _leaves++, metric, Measure(metric.Metric.Measure), _catalog.Program.Markets),
        FlagRequirement flag => new FlagNode(at, _leaves++, flag),
        StaffingRequirement staffing => new StaffingNode(at, _leaves++, staffing, _circuit, KindsOf),
        ScoreRequirement score => Score(at, score, _version.Scorecards.First(scorecard => scorecard.Key == score.Scorecard)),
        _ => throw new InvalidOperationException($"No such requirement: {requirement}"),
    };

    private ValueList<RequirementNode> Compile(string at, ValueList<Requirement> children) =>
        children.Select((child, index) => Compile($"{at}/{index}", child)).ToValueList();

    private SeatKinds KindsOf(ValueList<int> gates)
    {
        if (!_kinds.TryGetValue(gates, out var kinds))
        {
            kinds = new SeatKinds(gates, _abilities);
            _kinds.Add(gates, kinds);
            _abilities += kinds.Abilities;
        }

        return kinds;
    }

    private ScoreNode Score(string at, ScoreRequirement score, ScorecardDefinition scorecard) =>
        new(at, _leaves++, score, scorecard, scorecard.Parts.Select(Part).ToValueList());

    private ScorePartNode Part(ScorecardPart part) => part switch
    {
        MetricPart metric => new MetricPartNode(metric, Measure(metric.Metric.Measure), _catalog.Program.Markets),
        HeadcountPart headcount => new HeadcountPartNode(headcount, _circuit, _catalog.Program.Markets),
        _ => throw new InvalidOperationException($"No such part: {part}"),
    };

    private MeasureDefinition Measure(string key) =>
        _catalog.Measure(key) ?? throw new InvalidOperationException($"No measure '{key}' in the catalog.");
}

/// <summary>One of the ways to earn the competency.</summary>
/// <param name="Tiers">Lowest rank first.</param>
internal sealed record CompiledOption(string Key, ValueList<CompiledTier> Tiers)
{
    public OptionResult Evaluate(FactsIndex facts)
    {
        var tiers = Tiers.Select(tier => tier.Evaluate(facts)).ToValueList();

        return new OptionResult(Key, tiers.LastOrDefault(tier => tier.Status == Status.Met)?.Tier, tiers);
    }
}

internal sealed record CompiledTier(string Key, RequirementNode Requirement, CompiledVersion Version)
{
    public TierResult Evaluate(FactsIndex facts)
    {
        var requirement = Requirement.Evaluate(facts);
        var result = new TierResult(Key, requirement.Status, requirement);

        return requirement.Status == Status.Met
            ? LookAhead(result, facts)
            : result with { Plan = PlanSearch.Find(Requirement, facts) };
    }

    /// <returns>Null when the tier is met.</returns>
    public Plan? Plan(FactsIndex facts) => PlanSearch.Find(Requirement, facts);

    private TierResult LookAhead(TierResult result, FactsIndex facts)
    {
        var search = new OutlookSearch(Requirement, facts);
        var end = search.FirstDayNotMet();

        return result with
        {
            HoldsUntil = end?.AddDays(-1),
            CriticalPeople = CriticalPeople(facts),
            Outlook = end is { } on ? new Outlook(search.EventsUntil(on), new OutlookEnd(on, PlanOn(on, facts.Facts))) : null,
        };
    }

    private ValueList<string> CriticalPeople(FactsIndex facts) =>
        facts.People is { } people
            ? people.ById
                .Where(person => people.IsAble(person) && Requirement.Judge(new JudgeWithout(facts, person)) != Status.Met)
                .Select(person => people[person].Id)
                .ToValueList()
            : [];

    private Plan? PlanOn(DateOnly day, Facts facts) => Plan(Version.Index(facts with { AsOf = day }));
}
