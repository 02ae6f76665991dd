using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Says results in sentences, each complete on its own, in the reader's language. Every page that explains a result says it through this class.</summary>
internal sealed class AssessmentText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>Where the organization stands, over all options; where no tier is met, by the option that is shown.</summary>
    /// <param name="shown">Null where no rules are in force.</param>
    public string Headline(EvaluationResult result, OptionResult? shown, ProgramCatalog program) => result.Furthest(program)?.Attained switch
    {
        { } tier => text["Headline.Met", program.TierName(tier)],
        null when shown?.Tiers.Any(tier => tier.Status == Status.Undetermined) == true => text["Headline.Undetermined"],
        null => text["Headline.None"],
    };

    /// <summary>The result of a leaf in one sentence.</summary>
    public string Sentence(NodeResult node, Requirement requirement, ProgramCatalog program, string? market) => (node, requirement) switch
    {
        (MetricResult metric, _) => Metric(metric, program, market),
        (StaffingResult staffing, StaffingRequirement seats) => Staffing(staffing, seats),
        (FlagResult flag, _) => text[$"Flag.Sentence.{flag.Status}"],
        (ScoreResult score, _) => Score(score),
        (AnyResult any, _) => text[$"Any.Sentence.{any.Status}"],
        (AllResult all, _) => text[$"All.Sentence.{all.Status}"],
        _ => throw new InvalidOperationException($"{node.GetType().Name} does not answer {requirement.GetType().Name}."),
    };

    /// <summary>What a tier still takes, as briefly as a step of the ladder allows; where its plan leaves no choice, by the plan.</summary>
    public IReadOnlyList<string> ToGo(TierResult tier) => tier.Plan switch
    {
        { Status: PlanStatus.Impossible } => [text["Plan.Impossible.Brief"]],
        { Ways.Count: > 1 } plan => [text["Plan.Ways.Brief", plan.Ways.Count]],
        { } plan => [.. ExamsToGo(plan), .. tier.Requirement.Leaves().Where(leaf => AsksFor(plan, leaf)).Select(ToGo).OfType<string>()],
        null => [.. tier.Requirement.OpenLeaves().Select(ToGo).OfType<string>()],
    };

    /// <summary>What is still to be done for a leaf, as briefly as a step of the ladder allows; null where it is done.</summary>
    public string? ToGo(NodeResult node) => node switch
    {
        { Status: Status.Met } => null,
        MetricResult { Shortfall: { } shortfall } metric when shortfall > 0 => text["ToGo.Amount", formats.Shortfall(shortfall, metric.Unit)],
        MetricResult { Threshold: null } => text["ToGo.NoThreshold"],
        MetricResult { UnconvertedCurrencies.Count: > 0 } => text["ToGo.Rate"],
        MetricResult => text["ToGo.Undetermined"],
        StaffingResult { Status: Status.Undetermined } staffing => text.Count("ToGo.People", staffing.Places()),
        StaffingResult staffing => text.Count("ToGo.MorePeople", staffing.Places() - staffing.Filled()),
        FlagResult { Status: Status.NotMet } => text["ToGo.No"],
        FlagResult => text["ToGo.Answer"],
        ScoreResult { Status: Status.Undetermined } => text["ToGo.Undetermined"],
        ScoreResult score when Shortfall(score) is > 0 and var shortfall => text["ToGo.Amount", formats.Points(shortfall)],
        ScoreResult score => text.Count("ToGo.Parts", PartsBelow(score)),
        _ => null,
    };

    /// <summary>What a requirement is about, as the title of its row.</summary>
    public string Title(Requirement requirement, ProgramCatalog program) => requirement switch
    {
        { Label: { } label } => label.Shown(),
        MetricRequirement { Metric: var metric } => program.MeasureName(metric.Measure),
        StaffingRequirement => text["Assessment.People"],
        FlagRequirement flag => program.Flag(flag.Flag)?.Name.Shown() ?? flag.Flag,
        ScoreRequirement => text["Assessment.Score"],
        AnyRequirement => text["Assessment.Any"],
        _ => text["Assessment.All"],
    };

    /// <summary>What one of several ways is about, told apart from its neighbours.</summary>
    public string WayTitle(Requirement requirement, ProgramCatalog program) => requirement switch
    {
        { Label: null } and StaffingRequirement staffing => text["Assessment.PeopleFor", string.Join(text["List.Separator"], staffing.Seats.Select(SeatName))],
        { Label: null } and AllRequirement all => string.Join(text["List.Separator"], all.Children.Select(child => WayTitle(child, program))),
        _ => Title(requirement, program),
    };

    /// <summary>"no" where <see cref="Title"/> is a name of the catalog rather than words of the portal, for the attribute <c>translate</c>.</summary>
    public static string? Translate(Requirement requirement) => requirement is { Label: not null } or MetricRequirement or FlagRequirement ? "no" : null;

    /// <summary>What stands beside a requirement's title: the days that count, or the rule of one seat a person.</summary>
    public string Subtitle(NodeResult node) => node switch
    {
        MetricResult { Window: { From: { } from, To: var to } } => text["Metric.Window", formats.Day(from), formats.Day(to)],
        MetricResult { Window.To: var to } => text["Metric.WindowUntil", formats.Day(to)],
        StaffingResult => text["Staffing.OneSeat"],
        _ => string.Empty,
    };

    /// <summary>What a person counts as, each kind of seat with its tiers.</summary>
    public string Seats(IEnumerable<FilledSeat> seats) => string.Join(
        text["List.Separator"],
        seats.GroupBy(seat => seat.Seat, seat => seat.Tier, StringComparer.Ordinal)
            .Select(seat => text["Staffing.Counts", seat.Key, string.Join(text["List.Separator"], seat)].Value));

    /// <summary>Why the places cannot all be filled, so that anyone can check it.</summary>
    public string Certificate(StaffingCertificate certificate, StaffingRequirement requirement, string tier, IReadOnlyList<string> ableNames)
    {
        var seats = string.Join(text["List.Separator"], certificate.Seats.Select(key => SeatName(requirement.Seats.Single(seat => seat.Key == key))));

        return certificate.People == 0
            ? text.Count("Certificate.Nobody", certificate.Places, tier, seats)
            : text["Certificate.Only", tier, seats, certificate.Places, certificate.People, string.Join(text["List.Separator"], ableNames)];
    }

    /// <summary>That somebody is not there on a day.</summary>
    public string Absent(string name, bool hasLeft) => text[hasLeft ? "WhatIf.Unknown.Left" : "WhatIf.Unknown.NotYet", name];

    /// <summary>The one reason why a person fills no place.</summary>
    public string Reason(UnseatedPerson person, DateOnly? joined, DateOnly? lastDay) => person switch
    {
        { Reason: PersonReason.NotYetJoined } when joined is { } day => text["Person.Reason.NotYetJoined", formats.Day(day)],
        { Reason: PersonReason.Left } when lastDay is { } day => text["Person.Reason.Left", formats.Day(day)],
        { Reason: PersonReason.Incomplete, Missing: { Count: > 0 } missing } => text["Person.Reason.Incomplete.Missing", string.Join(text["List.Separator"], missing)],
        _ => text[$"Person.Reason.{person.Reason}"],
    };

    /// <summary>The one reason why an entry does not count.</summary>
    public string Reason(EntryReason reason) => text[$"Entry.Reason.{reason}"];

    public static string SeatName(SeatDefinition seat) => seat.Name?.Shown() ?? seat.Key;

    private IEnumerable<string> ExamsToGo(Plan plan) => plan.Steps is { Count: > 0 } steps ? [text["ToGo.Exams", text.Count("Progress.Exams", steps.Count)]] : [];

    private static bool AsksFor(Plan plan, NodeResult leaf) => leaf switch
    {
        MetricResult => plan.Amounts?.Any(amount => amount.At == leaf.At) == true,
        FlagResult { Status: not Status.Met } flag => plan.Flags?.Contains(flag.Key, StringComparer.Ordinal) == true,
        _ => false,
    };

    private string Metric(MetricResult metric, ProgramCatalog program, string? market)
    {
        if (metric.Threshold is not { } threshold)
        {
            return market is null ? text["Metric.NoMarket"] : text["Metric.NoThreshold", program.MarketName(market)];
        }

        var needed = formats.Shortfall(threshold, metric.Unit);
        var missing = formats.Shortfall(metric.Shortfall ?? threshold, metric.Unit);
        var unconverted = metric.EntriesExcluded.TryGetValue(EntryReason.Unconverted, out var entries) ? entries : 0;
        var currencies = string.Join(text["List.Separator"], metric.UnconvertedCurrencies);

        return metric.Status switch
        {
            Status.Met => text["Metric.Met", formats.Actual(metric.Value ?? 0, metric.Unit), needed],
            Status.NotMet => text["Metric.NotMet", formats.Actual(metric.Value ?? 0, metric.Unit), needed, missing],
            _ when metric.UnreportedMonths.Count > 0 && unconverted > 0 => text["Metric.UnreportedAndUnconverted", metric.UnreportedMonths.Count, unconverted, missing, currencies],
            _ when metric.UnreportedMonths.Count > 0 => text.Count("Metric.Unreported", metric.UnreportedMonths.Count, missing),
            _ when unconverted > 0 && metric.Shortfall is 0 => text.Count("Metric.UnconvertedCredit", unconverted, needed, currencies),
            _ when unconverted > 0 => text.Count("Metric.Unconverted", unconverted, missing, currencies),
            _ => text["Metric.Unknown", needed],
        };
    }

    /// <summary>The points of a scorecard's part, between what is certain and what is possible.</summary>
    public string Points(ScorePartResult part, ScorecardPart definition)
    {
        var all = Formats.Number(definition.MaxPoints);

        return part.Known == part.Possible
            ? text["Score.PointsOf", Formats.Number(part.Known), all]
            : text["Score.PointsOf.Between", Formats.Number(part.Known), Formats.Number(part.Possible), all];
    }

    private string Score(ScoreResult score)
    {
        var (known, possible, needed) = (formats.Points(score.Points.Known), formats.Points(score.Points.Possible), formats.Points(score.AtLeast));

        return score.Status switch
        {
            Status.Met => text["Score.Met", known, needed],
            Status.Undetermined => text["Score.Undetermined", known, possible, needed],
            _ when Shortfall(score) is > 0 and var shortfall => text[known == possible ? "Score.NotMet" : "Score.NotMet.AtBest", possible, needed, formats.Points(shortfall)],
            _ => text.Count("Score.Parts", PartsBelow(score), formats.Points(score.EveryPartAbove ?? 0)),
        };
    }

    /// <summary>What is missing of the points at best; never below 0.</summary>
    private static decimal Shortfall(ScoreResult score) => Math.Max(0, score.AtLeast - score.Points.Possible);

    /// <summary>How many parts cannot earn what every part must.</summary>
    private static int PartsBelow(ScoreResult score) => score.Parts.Count(part => part.Possible <= score.EveryPartAbove);

    private string Staffing(StaffingResult staffing, StaffingRequirement requirement)
    {
        var (filled, places) = (staffing.Filled(), staffing.Places());

        return staffing.Status switch
        {
            Status.Met => text.Count("Staffing.Met", places),
            Status.Undetermined => text.Count("Staffing.Undetermined", places),
            _ when places == 1 => text["Staffing.NotMet.Only", OpenSeats(staffing, requirement)],
            _ => text.Count("Staffing.NotMet", places - filled, filled, places, OpenSeats(staffing, requirement)),
        };
    }

    /// <summary>The kinds of seats that are open, each with how many.</summary>
    private string OpenSeats(StaffingResult staffing, StaffingRequirement requirement) => string.Join(
        text["List.Separator"],
        staffing.Seats.Zip(requirement.Seats)
            .Where(pair => pair.First.Filled.Count < pair.First.Count)
            .Select(pair => text["Staffing.OpenSeat", SeatName(pair.Second), pair.First.Count - pair.First.Filled.Count].Value));
}
