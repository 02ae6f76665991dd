using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Standings;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>A stored standing, read for a list: the option that goes furthest, and the requirements of the tier that comes next.</summary>
/// <param name="Option">Null where no version is in force.</param>
/// <param name="Next">Null at the top, and where no version is in force.</param>
/// <param name="Requirements">Of <paramref name="Next"/>, at the top of the tier reached.</param>
internal sealed record StandingView(
    CompetencyDefinition Competency,
    EvaluationResult Result,
    OptionResult? Option,
    TierResult? Next,
    IReadOnlyList<StandingRequirement> Requirements)
{
    /// <summary>As <see cref="Standing.HoldsUntil"/>.</summary>
    public DateOnly? HoldsUntil { get; private init; }

    /// <summary>Whether rules that are announced begin on the day after <see cref="HoldsUntil"/>.</summary>
    public bool IsEndedByNewRules => Competency.Versions.Any(version => version.EffectiveFrom == HoldsUntil?.AddDays(1));

    /// <summary>Null where the catalog no longer has the competency.</summary>
    public static StandingView? Of(Standing standing, ProgramCatalog program)
    {
        if (program.Competency(standing.Competency) is not { } competency)
        {
            return null;
        }

        var result = standing.ReadResult();
        var option = result.Furthest(program);

        return new StandingView(competency, result, option, option?.Next(), option is null ? [] : [.. RequirementsOf(competency, result, option)])
        {
            HoldsUntil = standing.HoldsUntil,
        };
    }

    /// <summary>Whether the tier that is met ends within <see cref="Standing.SoonDays"/> days.</summary>
    public bool EndsSoon(DateOnly today) => HoldsUntil <= today.AddDays(Standing.SoonDays);

    /// <summary>None where the version is gone with another catalog; the standing is due then.</summary>
    private static IEnumerable<StandingRequirement> RequirementsOf(CompetencyDefinition competency, EvaluationResult result, OptionResult option)
    {
        var version = competency.Versions.FirstOrDefault(version => version.EffectiveFrom == result.Version);
        var tier = (option.Next() ?? option.Tiers[^1]).Tier;

        return from definition in version?.Options.Where(each => each.Key == option.Option) ?? []
               from row in RequirementRow.Align(definition, option)
               from cell in row.Cells
               where cell.Tier == tier
               select new StandingRequirement(row.Anchor, cell.Requirement, cell.Result);
    }
}

/// <param name="Anchor">On the assessment page.</param>
internal sealed record StandingRequirement(string Anchor, Requirement Requirement, NodeResult Result);
