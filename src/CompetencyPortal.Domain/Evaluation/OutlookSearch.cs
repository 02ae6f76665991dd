namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Looks ahead for a tier that is met: until when, and what ends it.</summary>
internal sealed class OutlookSearch
{
    private readonly RequirementNode _requirement;
    private readonly FactsIndex _facts;
    private readonly LeafNode[] _leaves;
    private readonly DateOnly[] _days;

    public OutlookSearch(RequirementNode requirement, FactsIndex facts)
    {
        var end = Calendar.MonthsAfter(facts.AsOf, Outlook.Months);

        _requirement = requirement;
        _facts = facts;
        _leaves = [.. requirement.Leaves()];
        _days = [.. _leaves.SelectMany(leaf => leaf.LaterDays(facts)).OfType<DateOnly>().Where(day => day > facts.AsOf && day <= end).Distinct().Order()];
    }

    /// <summary>The first later day on which the tier is anything but met; null when it still is at the end of an outlook.</summary>
    public DateOnly? FirstDayNotMet()
    {
        foreach (var day in _days)
        {
            if (_requirement.Judge(new JudgeOn(_facts, day)) != Status.Met)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>What changes until the day on which the tier ends, the latest that an outlook tells.</summary>
    public ValueList<OutlookEvent> EventsUntil(DateOnly end)
    {
        var events = new LinkedList<OutlookEvent>();

        foreach (var happening in _days.Where(day => day <= end).Reverse().SelectMany(day => On(day).Reverse()).Take(Outlook.MostEvents))
        {
            events.AddFirst(happening);
        }

        return events.ToValueList();
    }

    // What costs a leaf its status comes last, and of that what is lost, so that the last event of all is what ends the tier.
    private IEnumerable<OutlookEvent> On(DateOnly day) => _leaves
        .OrderBy(leaf => leaf.JudgeOn(_facts, day.AddDays(-1)) == Status.Met && leaf.JudgeOn(_facts, day) != Status.Met)
        .SelectMany(leaf => leaf.Events(_facts, day).OrderBy(IsLoss));

    // What is not known may take something away.
    private static bool IsLoss(OutlookEvent happening) => happening switch
    {
        { Cause: OutlookCause.PersonJoins or OutlookCause.CredentialStarts } => false,
        { Cause: OutlookCause.EntryLeaves, Value: < 0 } => false,
        { Cause: OutlookCause.EntryEnters, Value: >= 0 } => false,
        _ => true,
    };
}
