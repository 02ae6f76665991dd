using System.Net.Mime;
using System.Text;
using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Standings;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Catalog;

/// <summary>The competencies with their versions, how many follow each, and who imported what.</summary>
internal sealed class IndexModel(PortalContext db, ProgramCalendar calendar, StandingsProgress progress) : PageModel
{
    private const int RevisionsShown = 20;

    /// <summary>How many organizations fell due with the import after which this page is shown.</summary>
    [BindProperty(Name = "of", SupportsGet = true)]
    public int Total { get; set; }

    public ProgressView Progress { get; private set; } = null!;

    public string ProgramName { get; private set; } = string.Empty;

    public IReadOnlyList<CompetencyLine> Competencies { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<RevisionLine> Revisions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program;
        var followers = await db.FollowedCompetencies.GroupBy(followed => followed.Competency)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, cancellationToken);

        ProgramName = program.Program.Name.Shown();
        Competencies = [.. program.Competencies.Select(competency => LineOf(competency, followers.GetValueOrDefault(competency.Key)))];
        Revisions = await RevisionsAsync(cancellationToken);
        Progress = await progress.ReadAsync(Total, cancellationToken);
        Progress.RefreshIn(Response);
    }

    /// <summary>The document in force that has the competency, to the letter as it was imported.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? competency, CancellationToken cancellationToken)
    {
        var documents = await db.ImportedDocuments.Where(document => document.ReplacedIn == null).Select(document => document.Json).ToListAsync(cancellationToken);
        var (json, keys) = documents.Select(document => (Json: document, Keys: KeysIn(document))).FirstOrDefault(document => document.Keys.Contains(competency ?? string.Empty));

        return json is null ? NotFound() : File(Encoding.UTF8.GetBytes(json), MediaTypeNames.Application.Json, $"{keys[0]}.json");
    }

    private CompetencyLine LineOf(CompetencyDefinition competency, int followers) => new(
        competency.Key,
        competency.Name.Shown(),
        [.. competency.Versions.Reverse().Select(version => new VersionLine(version.EffectiveFrom, competency.StateOn(version, calendar.Today)))],
        followers);

    private async Task<List<RevisionLine>> RevisionsAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from revision in db.CatalogRevisions
            join document in db.ImportedDocuments on revision.Number equals document.ImportedIn
            join user in db.Users on revision.MadeBy equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby revision.Number descending
            select new { revision.Number, revision.MadeAt, revision.MadeBy, By = user == null ? null : user.DisplayName, document.Json })
            .Take(RevisionsShown).ToListAsync(cancellationToken);

        return rows.ConvertAll(row => new RevisionLine(row.Number, row.MadeAt, row.MadeBy is not null, row.By, NamesIn(row.Json)));
    }

    private static IReadOnlyList<string> NamesIn(string json) => [.. CompetenciesIn(json).Select(competency => competency.Name.Shown())];

    private static List<string> KeysIn(string json) => [.. CompetenciesIn(json).Select(competency => competency.Key)];

    private static ValueList<CompetencyDefinition> CompetenciesIn(string json) => CatalogReader.Read(json).Document?.Competencies ?? [];

    /// <param name="Versions">The latest first.</param>
    internal sealed record CompetencyLine(string Key, string Name, IReadOnlyList<VersionLine> Versions, int Followers);

    internal sealed record VersionLine(DateOnly EffectiveFrom, VersionState State);

    /// <param name="IsByPerson">Else the portal itself imported it at its start.</param>
    /// <param name="By">Null where the account is gone.</param>
    internal sealed record RevisionLine(int Number, DateTime At, bool IsByPerson, string? By, IReadOnlyList<string> Competencies);
}
