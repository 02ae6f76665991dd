using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Points over the parts of a scorecard.</summary>
internal sealed class ScoreNode(string at, int number, ScoreRequirement score, ScorecardDefinition scorecard, ValueList<ScorePartNode> parts) : LeafNode(at, number)
{
    public override NodeResult Evaluate(FactsIndex facts) => Result(part => part.On(facts, facts.AsOf));

    public override Status JudgeAlone(Facts facts, OpenGates? people) => Result(part => part.Alone(facts, people)).Status;

    public override Status JudgeOn(FactsIndex facts, DateOnly day) => Result(part => part.On(facts, day)).Status;

    public override Status JudgeWithout(FactsIndex facts, int person) => Result(part => part.Without(facts, person)).Status;

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) => parts.SelectMany(part => part.Changes(facts));

    public override IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day) => parts.SelectMany(part => part.Events(facts, day, At));

    private ScoreResult Result(Func<ScorePartNode, PartValue> value) => ScoreRules.Judge(At, score, scorecard, parts.Select(value));
}

/// <summary>A part of a scorecard, compiled.</summary>
internal abstract class ScorePartNode
{
    /// <summary>The value on a day, not before that of the facts and not after the end of an outlook.</summary>
    public abstract PartValue On(FactsIndex facts, DateOnly day);

    /// <summary>The value on the day of the facts, and nothing else.</summary>
    /// <param name="people">Null: unknown.</param>
    public abstract PartValue Alone(Facts facts, OpenGates? people);

    /// <summary>The value on the day of the facts, were somebody not there.</summary>
    public abstract PartValue Without(FactsIndex facts, int person);

    public abstract IEnumerable<DateOnly?> Changes(FactsIndex facts);

    public abstract IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day, string at);
}

/// <summary>Points for a measure.</summary>
internal sealed class MetricPartNode(MetricPart part, MeasureDefinition measure, ValueList<NamedKey> markets) : ScorePartNode
{
    private readonly MetricDefinition _metric = part.Metric;

    public override PartValue On(FactsIndex facts, DateOnly day) => Value(facts.Facts, facts.Series(_metric, measure).On(day));

    public override PartValue Alone(Facts facts, OpenGates? people) =>
        Value(facts, new MetricSeries(facts, _metric, measure, new ExchangeRates(facts.ExchangeRates)).On(facts.AsOf));

    public override PartValue Without(FactsIndex facts, int person) => On(facts, facts.AsOf);

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) => MetricChanges.Of(_metric, facts);

    public override IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day, string at) => MetricEvents.On(day, facts.Series(_metric, measure), _metric, at);

    private PartValue Value(Facts facts, MetricState state) =>
        new(state.Total, _metric.Months, state.IsAnythingUnknown, state.LacksCredit, part.Target.InMarket(facts.Market, markets));
}

/// <summary>Points for the people who satisfy an expression.</summary>
internal sealed class HeadcountPartNode(HeadcountPart part, CredentialCircuit circuit, ValueList<NamedKey> markets) : ScorePartNode
{
    private readonly int _gate = circuit.GateOf(part.Holds);
    private readonly IReadOnlySet<int> _named = circuit.NamedBy([circuit.GateOf(part.Holds)]);
    private readonly ulong[] _gates = GateSet.Of(circuit.Words, circuit.GateOf(part.Holds));

    public override PartValue On(FactsIndex facts, DateOnly day) => Value(facts.Facts, facts.People?.HowMany(_gate, day));

    public override PartValue Alone(Facts facts, OpenGates? people) => Value(facts, people?.HowMany(_gate));

    public override PartValue Without(FactsIndex facts, int person) =>
        Value(facts.Facts, facts.People?.HowMany(_gate) - (facts.People?.Open[person].Has(_gate) == true ? 1 : 0));

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts) => StaffingChanges.Of(circuit, _named, facts);

    public override IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day, string at) =>
        facts.People is { } people ? PeopleEvents.On(day, people, circuit, _gates, _named, at) : [];

    private PartValue Value(Facts facts, int? people) => new(people, 1, people is null, LacksCredit: false, part.Target?.InMarket(facts.Market, markets));
}
