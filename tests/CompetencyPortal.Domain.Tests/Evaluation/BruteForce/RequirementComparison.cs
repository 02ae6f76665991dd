using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Compares a requirement's tree node by node, and checks everything that it says about people and entries.</summary>
internal sealed class RequirementComparison(Rulebook rules, Facts facts, Differences differences)
{
    public void Compare(Finding expected, NodeResult actual)
    {
        differences.Same(expected.At, expected.At, actual.At);
        differences.Same(expected.At, Status(expected.Verdict), actual.Status);

        switch (expected, actual)
        {
            case (TreeFinding { IsAny: false } tree, AllResult all):
                Children(tree, all.Children);
                break;
            case (TreeFinding { IsAny: true } tree, AnyResult any):
                Children(tree, any.Children);
                break;
            case (MetricFinding finding, MetricResult metric):
                Metric(finding, metric);
                break;
            case (FlagFinding finding, FlagResult flag):
                Flag(finding, flag);
                break;
            case (StaffingFinding finding, StaffingResult staffing):
                Staffing(finding, staffing);
                break;
            case (ScoreFinding finding, ScoreResult score):
                Score(finding, score);
                break;
            default:
                differences.Same(expected.At, expected.GetType().Name, actual.GetType().Name);
                break;
        }
    }

    public static Status Status(Verdict verdict) => Enum.Parse<Status>($"{verdict}");

    private void Children(TreeFinding tree, ValueList<NodeResult> children)
    {
        differences.Same(tree.At, tree.Children.Count, children.Count);

        foreach (var (expected, actual) in tree.Children.Zip(children))
        {
            Compare(expected, actual);
        }
    }

    private void Metric(MetricFinding expected, MetricResult metric)
    {
        differences.Same(expected.At, expected.Measure, metric.Measure);
        differences.Same(expected.At, expected.Value, metric.Value);
        differences.Same(expected.At, expected.Threshold, metric.Threshold);
        differences.Same(expected.At, expected.Shortfall, metric.Shortfall);
        differences.Same(expected.At, expected.Unit, metric.Unit);
        differences.Same(expected.At, new WindowDays(expected.From, facts.AsOf), metric.Window);
        differences.Same(expected.At, expected.Entries.Count(entry => entry.Fate == EntryFate.Counted), metric.EntriesCounted);
        differences.SameItems(
            expected.At,
            expected.Entries.Where(entry => entry.Fate != EntryFate.Counted).GroupBy(entry => entry.Fate).OrderBy(group => group.Key)
                .Select(group => $"{group.Key}: {group.Count()}"),
            metric.EntriesExcluded.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    private void Score(ScoreFinding expected, ScoreResult score)
    {
        differences.Same(expected.At, expected.Scorecard, score.Scorecard);
        Points(expected.At, expected.Known, expected.Possible, score.Points.Known, score.Points.Possible);
        differences.SameItems(expected.At, expected.Parts.Select(part => part.Key), score.Parts.Select(part => part.Key));

        foreach (var (part, actual) in expected.Parts.Zip(score.Parts))
        {
            differences.Same($"{expected.At} {part.Key}", part.Value, actual.Value);
            differences.Same($"{expected.At} {part.Key}", part.Target, actual.Target);
            Points($"{expected.At} {part.Key}", part.Known, part.Possible, actual.Known, actual.Possible);
        }
    }

    private void Points(string at, Rational known, Rational possible, decimal actualKnown, decimal actualPossible)
    {
        differences.Same(at, Math.Round(known.ToDecimal(), 4), actualKnown);
        differences.Same(at, Math.Round(possible.ToDecimal(), 4), actualPossible);
    }

    private void Flag(FlagFinding expected, FlagResult flag)
    {
        var given = new FlagFacts(flag.Key, flag.On, flag.Until);
        var isNone = given == new FlagFacts(flag.Key) && flag.Status != Domain.Evaluation.Status.Met;

        differences.Same(expected.At, expected.Flag, flag.Key);
        differences.IsTrue(expected.At, isNone || (facts.Flags ?? []).Contains(given), flag);
    }

    private void Staffing(StaffingFinding expected, StaffingResult staffing)
    {
        differences.SameItems(
            expected.At,
            expected.Staffing.Seats.Select(seat => $"{seat.Count} {seat.Key}"),
            staffing.Seats.Select(seat => $"{seat.Count} {seat.Seat}"));

        if (facts.People is { } people)
        {
            var claims = new StaffingClaims(rules, facts, expected.Staffing);
            var seated = staffing.Seats.SelectMany(seat => seat.Filled).Select(filling => filling.Person);

            differences.SameItems(
                $"{expected.At} everybody once",
                people.Select(person => person.Id).Order(StringComparer.Ordinal),
                seated.Concat(staffing.People.Select(person => person.Person)).Order(StringComparer.Ordinal));
            differences.Same(expected.At, claims.MostPlaces(), staffing.Filled());
            Fillings(expected.At, claims, staffing);
            Reasons(expected.At, claims, staffing);
            Certificate(expected.At, claims, staffing);
        }
    }

    private void Fillings(string at, StaffingClaims claims, StaffingResult staffing)
    {
        foreach (var seat in staffing.Seats)
        {
            differences.IsTrue(at, seat.Filled.Count <= seat.Count, seat);

            foreach (var filling in seat.Filled)
            {
                differences.IsTrue(at, claims.IsSmallestFilling(filling.Person, seat.Seat, filling.Credentials), filling);
            }
        }
    }

    private void Reasons(string at, StaffingClaims claims, StaffingResult staffing)
    {
        foreach (var person in staffing.People)
        {
            differences.Same($"{at} {person.Person}", Enum.Parse<PersonReason>($"{claims.Reason(person.Person)}"), person.Reason);

            if (person.Reason == PersonReason.Incomplete)
            {
                differences.Same($"{at} {person.Person}", claims.CheapestMissing(person.Person), person.Missing is { } codes ? claims.Cost(codes) : null);
                differences.IsTrue(at, person.Missing is not { } missing || claims.WouldSuffice(person.Person, missing), person);
            }
            else
            {
                differences.Same($"{at} {person.Person}", null, person.Missing);
            }
        }
    }

    private void Certificate(string at, StaffingClaims claims, StaffingResult staffing)
    {
        differences.Same(at, staffing.Status == Domain.Evaluation.Status.NotMet, staffing.Certificate is not null);

        if (staffing.Certificate is { } certificate)
        {
            differences.IsTrue(at, claims.IsProof(certificate.Seats, certificate.Places, certificate.People), certificate);
        }
    }
}
