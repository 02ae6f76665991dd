using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.BruteForce;

/// <summary>Trees over a few leaves, with thresholds beside what is there.</summary>
/// <param name="valueOf">What a metric counts on the day.</param>
internal sealed class RandomRequirements(Dice dice, RandomSkills skills, Func<MetricDefinition, decimal> valueOf)
{
    private const int MostStaffings = 3;

    private static readonly string[] Products = ["cloud", "server", "phone"];
    private static readonly string[] Associations = ["dpor", "csp"];
    private static readonly string[] Tags = ["renewal", "trial"];

    private readonly List<SeatDefinition> _seats = [];
    private readonly List<ScorecardDefinition> _scorecards = [];
    private int _staffings;

    /// <summary>All seats made so far.</summary>
    public IReadOnlyList<SeatDefinition> Seats => _seats;

    /// <summary>All scorecards made so far.</summary>
    public ValueList<ScorecardDefinition> Scorecards => _scorecards.ToValueList();

    public OptionDefinition Option(string key) =>
        new(
            key,
            LocalizedText.English(key),
            dice.Coin ? [Tier("silver")] : [Tier("gold"), Tier("silver")]);

    private TierRequirement Tier(string key)
    {
        _staffings = 0;

        return new TierRequirement(key, Tree(dice.Between(1, 4)));
    }

    // So many leaves, shared out among up to three children.
    private Requirement Tree(int leaves)
    {
        if (leaves == 1 && !dice.Rarely)
        {
            return Leaf();
        }

        var children = Shares(leaves).Select(Tree).ToValueList();

        return dice.Between(0, 9) < 6 ? new AllRequirement(null, null, children) : new AnyRequirement(null, null, children);
    }

    private IEnumerable<int> Shares(int leaves)
    {
        if (leaves == 1)
        {
            return [1];
        }

        var first = dice.Between(1, leaves - 1);
        var second = dice.Between(0, leaves - first - 1);

        return new[] { first, second, leaves - first - second }.Where(share => share > 0);
    }

    private Requirement Leaf() => dice.Between(0, 9) switch
    {
        < 5 when _staffings < MostStaffings => Staffing(),
        < 8 => Metric(),
        8 => Score(),
        _ => new FlagRequirement(null, null, dice.Pick("reseller", "support"), dice.Coin ? null : dice.Pick(1, 3, 12, 24)),
    };

    private StaffingRequirement Staffing()
    {
        _staffings++;
        var seats = Enumerable.Range(1, dice.Between(1, 3)).Select(number => new SeatDefinition($"seat-{number}", null, dice.Pick(1, 1, 2), skills.Holds())).ToValueList();
        _seats.AddRange(seats);

        return new StaffingRequirement(null, null, seats);
    }

    private MetricRequirement Metric()
    {
        var metric = Definition();
        var value = valueOf(metric);

        return new MetricRequirement(null, null, metric, Threshold(Beside(value), Beside(value)));
    }

    private ScoreRequirement Score()
    {
        var scorecard = new ScorecardDefinition($"scorecard-{_scorecards.Count}", Enumerable.Range(1, dice.Between(1, 3)).Select(Part).ToValueList());
        _scorecards.Add(scorecard);
        var most = scorecard.Parts.Sum(part => part.MaxPoints);

        return new ScoreRequirement(
            null, null, scorecard.Key, Math.Round(most * dice.Pick(0.25m, 0.5m, 0.5m, 0.75m, 1)), dice.Rarely ? dice.Pick(0, 0, 5) : null);
    }

    private ScorecardPart Part(int number)
    {
        var key = $"part-{number}";
        var points = dice.Pick(10, 10, 20, 12.5m);

        return dice.Between(1, 4) switch
        {
            1 or 2 => Sales(key, points),
            3 => new HeadcountPart(key, LocalizedText.English(key), points, skills.Holds(), dice.Pick(2.5m, 5, 10), null),
            _ => Headcount(key, points),
        };
    }

    private MetricPart Sales(string key, decimal points)
    {
        var metric = Definition();
        var value = Math.Max(0, valueOf(metric));
        var target = Threshold(Beside(value), Math.Round(value * 2, 4));

        return new MetricPart(key, LocalizedText.English(key), points, metric, target, dice.Rarely ? Credit.AllOrNothing : Credit.Linear);
    }

    private HeadcountPart Headcount(string key, decimal points) =>
        new(
            key,
            LocalizedText.English(key),
            points,
            skills.Holds(),
            null,
            Threshold(dice.Between(0, 3), dice.Between(1, 3)),
            dice.Rarely ? Credit.AllOrNothing : Credit.Linear);

    private MetricDefinition Definition() =>
        new(
            dice.Pick("revenue", "revenue", "licences", "seats"),
            dice.Pick(MetricWindow.Latest, MetricWindow.AllTime, MetricWindow.Trailing(dice.Pick(1, 3, 12)), MetricWindow.Trailing(12)),
            dice.Pick(Aggregate.Sum, Aggregate.Sum, Aggregate.MonthlyAverage, Aggregate.DistinctCustomers),
            dice.Rarely ? dice.Some<string>(Products) : null,
            dice.Rarely ? dice.Some<string>(Associations) : null,
            dice.Rarely ? dice.Some<string>(Tags) : null);

    private Threshold Threshold(decimal amount, decimal other) => dice.Between(0, 5) switch
    {
        < 3 => new PlainThreshold(amount),
        3 => Markets(amount, null),
        4 => Markets(amount, other),
        _ => Markets(amount, amount),
    };

    private static MarketThreshold Markets(decimal developed, decimal? developing) =>
        new(new[] { ("developed", (decimal?)developed), ("developing", developing) }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2!.Value))
            .ToValueMap());

    private decimal Beside(decimal value) =>
        Math.Max(0, Math.Round(value, 4) + dice.Pick(0, 0, 0.0001m, -0.0001m, -10, 10, 25, -25));
}
