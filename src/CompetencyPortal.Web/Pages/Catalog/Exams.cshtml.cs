using System.Text;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Catalog;

/// <summary>The program's exams and certifications, and for which tiers each counts under the rules in force.</summary>
internal sealed class ExamsModel(PortalContext db, ProgramCalendar calendar, AcceptingTiers accepting) : PageModel
{
    /// <summary>A part of a code or title.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Sought { get; set; }

    public DateOnly Today => calendar.Today;

    public IReadOnlyList<CredentialLine> Credentials { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var tiers = (await accepting.AllAsync(cancellationToken))
            .Where(tier => program.VersionInForce(tier.Competency, Today)?.EffectiveFrom == tier.EffectiveFrom)
            .ToLookup(tier => tier.Code, StringComparer.Ordinal);

        Credentials = [.. program.Credentials.Where(IsSought).OrderBy(credential => credential.Code, StringComparer.Ordinal)
            .Select(credential => new CredentialLine(credential, [.. AcceptedFor(program, tiers[credential.Code])]))];
    }

    private bool IsSought(CredentialDefinition credential)
    {
        var sought = Sought?.Normalize(NormalizationForm.FormKC).Trim() ?? string.Empty;

        return credential.Title.Texts.Values.Append(credential.Code).Any(text => text.Contains(sought, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<AcceptedLine> AcceptedFor(ProgramCatalog program, IEnumerable<AcceptingTier> tiers) =>
        tiers.GroupBy(tier => tier.Competency, StringComparer.Ordinal).Select(competency => new AcceptedLine(
            competency.Key,
            program.Competency(competency.Key)!.Name.Shown(),
            [.. competency.OrderBy(tier => tier.Rank).Select(tier => program.TierName(tier.Tier)).Distinct(StringComparer.Ordinal)]));

    internal sealed record CredentialLine(CredentialDefinition Credential, IReadOnlyList<AcceptedLine> Accepted);

    /// <param name="Tiers">Names, lowest first.</param>
    internal sealed record AcceptedLine(string Competency, string Name, IReadOnlyList<string> Tiers);
}
