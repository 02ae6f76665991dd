using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Compares until when a tier holds that is met, who must not leave, and what ends it.</summary>
internal sealed class ForecastComparison(Rulebook rules, Facts facts, Requirement requirement, Differences differences)
{
    // An average can have more decimals than a decimal.
    private const int Digits = 20;

    public void Compare(TierAnswer expected, TierResult tier)
    {
        differences.Same("", expected.HoldsUntil, tier.HoldsUntil);
        differences.SameItems("", expected.CriticalPeople ?? [], tier.CriticalPeople ?? []);
        differences.Same("", expected.HoldsUntil is null, tier.Outlook is null);
        differences.Same("", null, tier.Plan);

        if (expected.HoldsUntil is { } last && tier.Outlook is { } outlook)
        {
            End(last.AddDays(1), outlook.Then);
            Events(last.AddDays(1), outlook.Events);
        }
    }

    private void End(DateOnly day, OutlookEnd end)
    {
        var later = facts with { AsOf = day };

        differences.Same("outlook", day, end.On);
        new PlanComparison(rules, later, Find(day), differences).Compare(end.Plan);
    }

    private void Events(DateOnly end, ValueList<OutlookEvent> events)
    {
        differences.IsTrue("outlook", events.Count is > 0 and <= Outlook.MostEvents, events);
        differences.SameItems("outlook", events.Select(each => each.On).Order(), events.Select(each => each.On));
        differences.Same<DateOnly?>("outlook", end, events.Count > 0 ? events[^1].On : null);

        // Where the last thing to change loses anything, the loss is what ends the tier.
        differences.IsTrue("outlook ends", events.Count == 0 || IsLoss(events[^1]) || !events.Any(change => change.On == end && change.At == events[^1].At && IsLoss(change)), events);

        foreach (var change in events)
        {
            differences.IsTrue("outlook", change.On > facts.AsOf && change.On <= end && IsTrue(change), change);
        }

        // The first of the day may be among those left out.
        Sums(events.Where(change => change.On > events[0].On));
    }

    private static bool IsLoss(OutlookEvent change) =>
        change.Cause is OutlookCause.PersonLeaves or OutlookCause.CredentialEnds or OutlookCause.FlagEnds or OutlookCause.MonthUnreported
        || (change.Cause == OutlookCause.EntryLeaves && change.Value > 0)
        || (change.Cause == OutlookCause.EntryEnters && change.Value < 0);

    private bool IsTrue(OutlookEvent change)
    {
        var before = change.On.AddDays(-1);

        return change.Cause switch
        {
            OutlookCause.PersonJoins => Person(change).From == change.On,
            OutlookCause.PersonLeaves => Person(change).Until == before,
            OutlookCause.CredentialStarts => !Holds(change, before) && Holds(change, change.On),
            OutlookCause.CredentialEnds => Holds(change, before) && !Holds(change, change.On),
            OutlookCause.FlagEnds => Node(change, before).Verdict == Verdict.Met,
            OutlookCause.MonthUnreported => facts.UnreportedMonths[change.Measure ?? ""].Contains(Month.Of(change.On)),
            _ => HasChanged(change, before),
        };
    }

    private PersonFacts Person(OutlookEvent change) => (facts.People ?? []).Single(person => person.Id == change.Person);

    private bool Holds(OutlookEvent change, DateOnly day)
    {
        var holder = new Holder(rules, day);

        return holder.Satisfies(new HoldsCredential(change.Credential ?? ""), holder.Counting(Person(change)));
    }

    // An entry begins or ends to matter, and the value then is what stands there.
    private bool HasChanged(OutlookEvent change, DateOnly before)
    {
        if (Node(change, change.On) is not MetricFinding then || Node(change, before) is not MetricFinding until)
        {
            return true;
        }

        return then.Measure == change.Measure && then.Value == change.After && Mattering(then).Except(Mattering(until)).Concat(Mattering(until).Except(Mattering(then))).Any();
    }

    private static IEnumerable<int> Mattering(MetricFinding metric) =>
        metric.Entries.Where(entry => entry.Fate is EntryFate.Counted or EntryFate.Unconverted).Select(entry => entry.Index);

    // What enters and leaves on a day is the difference between the values.
    private void Sums(IEnumerable<OutlookEvent> events)
    {
        foreach (var changes in events.Where(change => change.Cause is OutlookCause.EntryEnters or OutlookCause.EntryLeaves).GroupBy(change => (change.On, change.At)))
        {
            if (Node(changes.First(), changes.Key.On.AddDays(-1)) is MetricFinding { Value: { } before } && changes.Last().After is { } after)
            {
                differences.Same(
                    $"outlook {changes.Key}",
                    Math.Round(after - before, Digits),
                    Math.Round(changes.Sum(change => change.Cause == OutlookCause.EntryEnters ? change.Value : -change.Value) ?? 0, Digits));
            }
        }
    }

    private Finding Node(OutlookEvent change, DateOnly day) => All(Find(day)).Single(node => node.At == change.At);

    private Finding Find(DateOnly day) => new TierJudge(rules, facts with { AsOf = day }).Find(requirement);

    private static IEnumerable<Finding> All(Finding finding) => finding is TreeFinding tree ? tree.Children.SelectMany(All).Prepend(finding) : [finding];
}
