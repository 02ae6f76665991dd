using CompetencyPortal.Data;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Standings;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages;

/// <summary>Where a partner admin lands: the ladder of every competency followed, and what is next. Managers read what they may do.</summary>
internal sealed class IndexModel(
    PortalContext db,
    CurrentUser user,
    ProgramCalendar calendar,
    CurrentStandings standings,
    AssessmentText explain) : PageModel
{
    private ProgramCatalog program = null!;

    public ManagerView? Manager { get; private set; }

    public string OrganizationName { get; private set; } = string.Empty;

    public DateOnly Today => calendar.Today;

    public StartView? Start { get; private set; }

    public IReadOnlyList<CompetencyCard> Competencies { get; private set; } = [];

    public IReadOnlyList<ToDoItem> ToDo { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        program = (await db.CatalogAsync(cancellationToken)).Program;

        if (!user.IsPartnerAdmin)
        {
            Manager = new ManagerView(
                await db.Organizations.CountAsync(cancellationToken), user.IsProgramManager ? await ProgramAsync(cancellationToken) : null);

            return;
        }

        OrganizationName = await db.Organizations.Select(organization => organization.Name).SingleAsync(cancellationToken);
        Start = StartView.For(
            await db.Employees.AnyAsync(cancellationToken),
            await db.ExamPasses.AnyAsync(cancellationToken),
            await AsksForFiguresAsync(cancellationToken) ? await db.RevenueEntries.AnyAsync(cancellationToken) : null);

        var judged = (await standings.OfAsync(user.OrganizationId, cancellationToken)).Select(Judged).ToList();
        Competencies = [.. judged.Select(CardOf)];
        ToDo = [.. judged.SelectMany(ToDoOf)];
    }

    private async Task<bool> AsksForFiguresAsync(CancellationToken cancellationToken) =>
        (await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken)).SelectMany(program.MeasuresOf).Any();

    private async Task<ProgramView> ProgramAsync(CancellationToken cancellationToken) => new(
        await db.OrphanedOrganizations().CountAsync(cancellationToken),
        await db.Accounts().In(AccountState.Invited).CountAsync(cancellationToken),
        program.Competencies.Count);

    /// <summary>The standing with the option that goes furthest.</summary>
    private JudgedCompetency Judged(Standing standing)
    {
        var result = standing.ReadResult();
        var option = result.Furthest(program);
        var competency = program.Competency(standing.Competency)!;

        return new JudgedCompetency(competency, result, option, competency.Versions.FirstOrDefault(version => version.EffectiveFrom == result.Version));
    }

    private CompetencyCard CardOf(JudgedCompetency judged)
    {
        return new CompetencyCard(
            judged.Competency.Key,
            judged.Competency.Name.Shown(),
            explain.Headline(judged.Result, program),
            LadderView.Of(judged.Option?.Tiers ?? [], program, explain),
            judged.Option?.Next() is { } next ? program.TierName(next.Tier) : null);
    }

    private IEnumerable<ToDoItem> ToDoOf(JudgedCompetency judged)
    {
        if (judged.Option is not { } option || option.Next() is not { } next)
        {
            return [];
        }

        var rows = RequirementRow.Align(judged.Version!.Options.Single(each => each.Key == option.Option), option);

        return from row in rows
               from cell in row.Cells
               where cell.Tier == next.Tier && cell.Result.Status != Status.Met
               select new ToDoItem(
                   IconOf(cell.Result),
                   explain.Sentence(cell.Result, cell.Requirement, program, judged.Result.Market),
                   judged.Competency.Key,
                   judged.Competency.Name.Shown(),
                   program.TierName(next.Tier),
                   explain.Title(cell.Requirement, program),
                   AssessmentText.Translate(cell.Requirement),
                   row.Anchor);
    }

    private static string IconOf(NodeResult result) => result switch
    {
        MetricResult => "coin",
        StaffingResult => "school",
        _ => "progress-help",
    };

    /// <param name="Next">Name of the tier to reach next; null at the top.</param>
    internal sealed record CompetencyCard(string Key, string Name, string Headline, LadderView Ladder, string? Next);

    /// <summary>One open requirement of the next tier.</summary>
    internal sealed record ToDoItem(
        string Icon, string Sentence, string CompetencyKey, string Competency, string Tier, string Title, string? Translate, string Anchor);

    private sealed record JudgedCompetency(CompetencyDefinition Competency, EvaluationResult Result, OptionResult? Option, VersionDefinition? Version);
}
