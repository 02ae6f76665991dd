using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A flag of the organization: given on or before the day, within so many months where asked, and not past its end.</summary>
internal sealed class FlagNode(string at, FlagRequirement requirement) : RequirementNode(at)
{
    public override NodeResult Evaluate(FactsIndex facts)
    {
        var judged = Judged(facts);

        return new FlagResult(At, Judge(facts, judged), requirement.Flag, judged?.On, judged?.Until);
    }

    public override IEnumerable<DateOnly?> Changes(FactsIndex facts)
    {
        foreach (var flag in Given(facts))
        {
            yield return flag.On;
            yield return Calendar.DayAfter(flag.Until);
            yield return flag.On is { } on && requirement.WithinMonths is { } months ? Calendar.LeavesWindowOn(on, months) : null;
        }
    }

    private Status Judge(FactsIndex facts, FlagFacts? judged)
    {
        if (facts.Facts.Flags is null)
        {
            return Status.Undetermined;
        }

        return judged is not null && Suffices(judged, facts.AsOf) ? Status.Met : Status.NotMet;
    }

    // Of several, one that suffices; then the one that lasts longest; then the one given last.
    private FlagFacts? Judged(FactsIndex facts) =>
        Given(facts)
            .OrderByDescending(flag => Suffices(flag, facts.AsOf))
            .ThenByDescending(flag => flag.Until ?? DateOnly.MaxValue)
            .ThenByDescending(flag => flag.On ?? DateOnly.MinValue)
            .FirstOrDefault();

    private IEnumerable<FlagFacts> Given(FactsIndex facts) => (facts.Facts.Flags ?? []).Where(flag => flag.Key == requirement.Flag);

    private bool Suffices(FlagFacts flag, DateOnly day) => !(day < flag.On) && !(flag.Until < day) && IsRecent(flag, day);

    // A flag that was always there was not given within any months.
    private bool IsRecent(FlagFacts flag, DateOnly day) =>
        requirement.WithinMonths is not { } months || flag.On >= Calendar.WindowStart(day, months);
}
