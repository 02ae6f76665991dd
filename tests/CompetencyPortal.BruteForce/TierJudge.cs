using System.Globalization;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Judges a requirement by what the facts say on their day.</summary>
public sealed class TierJudge(Rulebook rules, Facts facts)
{
    private readonly Holder _holder = new(rules, facts.AsOf);

    /// <param name="at">The requirement's place in its tier.</param>
    public Finding Find(Requirement requirement, string at = "") => requirement switch
    {
        AllRequirement all => All(at, Children(at, "all", all.Children)),
        AnyRequirement any => Any(at, Children(at, "any", any.Children)),
        MetricRequirement metric => MetricJudge.Find(at, rules, facts, metric),
        FlagRequirement flag => new FlagFinding(at, Flag(flag), flag.Flag),
        StaffingRequirement staffing => new StaffingFinding(at, Staffing(staffing), staffing),
        ScoreRequirement score => new ScoreJudge(rules, facts).Find(at, score),
        _ => throw new ArgumentException("Unknown kind.", nameof(requirement)),
    };

    private static TreeFinding All(string at, List<Finding> children) =>
        new(at, Verdicts.All([.. children.Select(child => child.Verdict)]), IsAny: false, children);

    private static TreeFinding Any(string at, List<Finding> children) =>
        new(at, Verdicts.Any([.. children.Select(child => child.Verdict)]), IsAny: true, children);

    private List<Finding> Children(string at, string kind, ValueList<Requirement> children) =>
        [.. children.Select((child, index) => Find(child, string.Create(CultureInfo.InvariantCulture, $"{at}/{kind}/{index}")))];

    private Verdict Flag(FlagRequirement flag)
    {
        if (facts.Flags is null)
        {
            return Verdict.Undetermined;
        }

        return facts.Flags.Any(given => given.Key == flag.Flag && Counts(given, flag.WithinMonths)) ? Verdict.Met : Verdict.NotMet;
    }

    private bool Counts(FlagFacts given, int? withinMonths)
    {
        var hasBegun = given.On is null || given.On <= facts.AsOf;
        var hasEnded = given.Until is not null && given.Until < facts.AsOf;
        var isRecent = withinMonths is not { } months || (given.On is { } on && on > facts.AsOf.AddMonths(-months));

        return hasBegun && !hasEnded && isRecent;
    }

    private Verdict Staffing(StaffingRequirement staffing)
    {
        if (facts.People is null)
        {
            return Verdict.Undetermined;
        }

        var seating = new Seating(staffing, [.. facts.People.Where(_holder.IsThere).Select(_holder.Counting)], _holder);
        var filled = rules.Fault == Fault.GreedySeats ? seating.GreedyPlaces() : seating.MostPlaces();

        return filled == seating.Places ? Verdict.Met : Verdict.NotMet;
    }
}
