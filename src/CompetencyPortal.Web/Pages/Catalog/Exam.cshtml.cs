using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Catalog;

/// <summary>Which tiers accept an exam or certification, in every version of the rules.</summary>
internal sealed class ExamModel(PortalContext db, ProgramCalendar calendar, AcceptingTiers accepting) : PageModel
{
    public CredentialDefinition Credential { get; private set; } = null!;

    public IReadOnlyList<AcceptedLine> Accepted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;

        if (program.Credential(code ?? string.Empty) is not { } credential)
        {
            return NotFound();
        }

        Credential = credential;
        Accepted = [.. (await accepting.OfAsync(credential.Code, cancellationToken)).Select(tier => LineOf(program, tier))];

        return Page();
    }

    private AcceptedLine LineOf(ProgramCatalog program, AcceptingTier tier)
    {
        var competency = program.Competency(tier.Competency)!;
        var version = competency.Versions.Single(each => each.EffectiveFrom == tier.EffectiveFrom);
        var option = version.Options.Single(each => each.Key == tier.Option);

        return new AcceptedLine(
            tier.Competency,
            competency.Name.Shown(),
            tier.EffectiveFrom,
            competency.StateOn(version, calendar.Today),
            option.Name.Shown(),
            program.TierName(tier.Tier),
            NameOf(version, option, tier.Seat),
            tier.Seats);
    }

    private static string NameOf(VersionDefinition version, OptionDefinition option, string seat) =>
        option.Tiers.SelectMany(tier => tier.Requirement.Leaves()).SelectMany(leaf => NamesIn(version, leaf))
            .First(each => each.Key == seat).Name?.Shown() ?? seat;

    private static IEnumerable<(string Key, LocalizedText? Name)> NamesIn(VersionDefinition version, Requirement leaf) => leaf switch
    {
        StaffingRequirement staffing => staffing.Seats.Select(seat => (seat.Key, seat.Name)),
        ScoreRequirement score => version.Scorecard(score.Scorecard).Parts.Select(part => (part.Key, (LocalizedText?)part.Name)),
        _ => [],
    };

    /// <param name="Seats">0 where everybody counts.</param>
    internal sealed record AcceptedLine(
        string Competency, string CompetencyName, DateOnly EffectiveFrom, VersionState State, string Option, string Tier, string Seat, int Seats);
}
