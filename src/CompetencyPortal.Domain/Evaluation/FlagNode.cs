using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A flag of the organization: given on or before the day, within so many months where asked, and not past its end.</summary>
internal sealed class FlagNode(string at, int number, FlagRequirement requirement) : LeafNode(at, number)
{
    public string Key => requirement.Flag;

    public override NodeResult Evaluate(FactsIndex facts)
    {
        var judged = Judged(facts.Facts, facts.AsOf);

        return new FlagResult(At, Judge(facts.Facts, facts.AsOf), Key, judged?.On, judged?.Until);
    }

    public override Status JudgeAlone(Facts facts, OpenGates? people) => Judge(facts, facts.AsOf);

    public override Status JudgeOn(FactsIndex facts, DateOnly day) => Judge(facts.Facts, day);

    public override Status JudgeWithout(FactsIndex facts, int person) => facts.Today(this);

    public override IEnumerable<OutlookEvent> Events(FactsIndex facts, DateOnly day) =>
        Judge(facts.Facts, day.AddDays(-1)) == Status.Met && Judge(facts.Facts, day) != Status.Met ? [new OutlookEvent(day, OutlookCause.FlagEnds, At)] : [];

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts)
    {
        foreach (var flag in Given(facts.Facts))
        {
            yield return flag.On;
            yield return Calendar.DayAfter(flag.Until);
            yield return flag.On is { } on && requirement.WithinMonths is { } months ? Calendar.LeavesWindowOn(on, months) : null;
        }
    }

    private Status Judge(Facts facts, DateOnly day)
    {
        if (facts.Flags is null)
        {
            return Status.Undetermined;
        }

        return Judged(facts, day) is { } judged && Suffices(judged, day) ? Status.Met : Status.NotMet;
    }

    // Of several, one that suffices; then the one that lasts longest; then the one given last.
    private FlagFacts? Judged(Facts facts, DateOnly day) =>
        Given(facts)
            .OrderByDescending(flag => Suffices(flag, day))
            .ThenByDescending(flag => flag.Until ?? DateOnly.MaxValue)
            .ThenByDescending(flag => flag.On ?? DateOnly.MinValue)
            .FirstOrDefault();

    private IEnumerable<FlagFacts> Given(Facts facts) => (facts.Flags ?? []).Where(flag => flag.Key == Key);

    private bool Suffices(FlagFacts flag, DateOnly day) => !(day < flag.On) && !(flag.Until < day) && IsRecent(flag, day);

    // A flag that was always there was not given within any months.
    private bool IsRecent(FlagFacts flag, DateOnly day) =>
        requirement.WithinMonths is not { } months || flag.On >= Calendar.WindowStart(day, months);
}
