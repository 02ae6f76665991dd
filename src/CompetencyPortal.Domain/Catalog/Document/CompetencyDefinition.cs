namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>A field of proven ability, with the versions of its rules: at least one, no two from the same day.</summary>
public sealed record CompetencyDefinition(
    string Key,
    LocalizedText Name,
    LocalizedText? Description,
    ValueList<VersionDefinition> Versions)
{
    /// <summary>The version with the latest first day not after <paramref name="day"/>; null when there is none or that one has ended.</summary>
    public VersionDefinition? VersionInForce(DateOnly day) =>
        Versions.Where(version => version.EffectiveFrom <= day).MaxBy(version => version.EffectiveFrom) is { } latest
        && !(latest.EffectiveUntil < day)
            ? latest
            : null;
}

/// <summary>The rules from a day on.</summary>
/// <param name="EffectiveUntil">The last day, not before the first; null where no end is known.</param>
/// <param name="Options">At least one.</param>
public sealed record VersionDefinition(
    DateOnly EffectiveFrom,
    DateOnly? EffectiveUntil,
    SourceReference? Source,
    ValueList<ExamGroupDefinition> ExamGroups,
    ValueList<ScorecardDefinition> Scorecards,
    ValueList<OptionDefinition> Options)
{
    /// <summary>Every metric on which something depends: of the requirements, then of the scorecards.</summary>
    public IEnumerable<MetricDefinition> Metrics() =>
    [
        .. Leaves().OfType<MetricRequirement>().Select(requirement => requirement.Metric),
        .. Parts().OfType<MetricPart>().Select(part => part.Metric),
    ];

    /// <summary>Every expression that people must satisfy: of the seats, then of the scorecards.</summary>
    public IEnumerable<Holds> Expressions() =>
    [
        .. Leaves().OfType<StaffingRequirement>().SelectMany(staffing => staffing.Seats).Select(seat => seat.Holds),
        .. Parts().OfType<HeadcountPart>().Select(part => part.Holds),
    ];

    /// <summary>One of the scorecards; another key is an <see cref="InvalidOperationException"/>.</summary>
    public ScorecardDefinition Scorecard(string key) => Scorecards.Single(scorecard => scorecard.Key == key);

    /// <summary>The leaves of all requirements, in the document's order.</summary>
    public IEnumerable<Requirement> Leaves() => Options.SelectMany(option => option.Tiers).SelectMany(tier => tier.Requirement.Leaves());

    /// <summary>The codes that the expressions name, directly or through the version's groups; each once, those without group first.</summary>
    public IEnumerable<string> CodesIn(params IEnumerable<Holds> expressions)
    {
        var groups = ExamGroups.ToDictionary(group => group.Key, group => group.Holds, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reached = expressions.ToList();

        for (var index = 0; index < reached.Count; index++)
        {
            reached.AddRange(reached[index].Groups().Where(seen.Add).Select(group => groups[group]));
        }

        return reached.SelectMany(holds => holds.Codes()).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<ScorecardPart> Parts() => Scorecards.SelectMany(scorecard => scorecard.Parts);
}

/// <summary>Where the rules were published.</summary>
public sealed record SourceReference(string Title, string? Url);

/// <summary>A named set of credentials of which any one, or all, are needed.</summary>
/// <param name="Holds">A <see cref="HoldsAny"/> or a <see cref="HoldsAll"/>.</param>
public sealed record ExamGroupDefinition(string Key, LocalizedText Name, Holds Holds);

/// <summary>One of the alternative ways to earn a competency.</summary>
/// <param name="Tiers">At least one, each tier once, in the document's order.</param>
public sealed record OptionDefinition(string Key, LocalizedText Name, ValueList<TierRequirement> Tiers);

/// <summary>What a tier asks for.</summary>
public sealed record TierRequirement(string Tier, Requirement Requirement);
