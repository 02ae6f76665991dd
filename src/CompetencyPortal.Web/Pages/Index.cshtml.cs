using CompetencyPortal.Data;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages;

/// <summary>
/// Where a partner admin lands: the ladder of every competency followed, and what is next. The program manager reads what waits;
/// an account manager goes on to the portfolio.
/// </summary>
internal sealed class IndexModel(
    PortalContext db,
    CurrentUser user,
    ProgramCalendar calendar,
    CurrentStandings standings,
    AssessmentText explain,
    ProgressText progress,
    OutlookText outlook,
    IStringLocalizer<PortalText> text) : PageModel
{
    private ProgramCatalog program = null!;

    /// <summary>Of a program manager; null for others.</summary>
    public ProgramView? Overall { get; private set; }

    public string OrganizationName { get; private set; } = string.Empty;

    public DateOnly Today => calendar.Today;

    public StartView? Start { get; private set; }

    public IReadOnlyList<CompetencyCard> Competencies { get; private set; } = [];

    public IReadOnlyList<ToDoItem> ToDo { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (user.IsAccountManager)
        {
            return RedirectToPage("/Portfolio/Index");
        }

        program = (await db.CatalogAsync(cancellationToken)).Program;

        if (user.IsProgramManager)
        {
            Overall = await ProgramAsync(cancellationToken);
        }
        else
        {
            await ReadOwnAsync(cancellationToken);
        }

        return Page();
    }

    private async Task ReadOwnAsync(CancellationToken cancellationToken)
    {
        OrganizationName = await db.Organizations.Select(organization => organization.Name).SingleAsync(cancellationToken);
        Start = StartView.For(
            await db.Employees.AnyAsync(cancellationToken),
            await db.ExamPasses.AnyAsync(cancellationToken),
            await AsksForFiguresAsync(cancellationToken) ? await db.RevenueEntries.AnyAsync(cancellationToken) || await db.StatedZeros.AnyAsync(cancellationToken) : null);

        var followed = (await standings.OfAsync(user.OrganizationId, cancellationToken)).Select(standing => StandingView.Of(standing, program)).OfType<StandingView>().ToList();
        Competencies = [.. followed.Select(CardOf)];
        ToDo = [.. followed.SelectMany(ToDoOf)];
    }

    private async Task<bool> AsksForFiguresAsync(CancellationToken cancellationToken) =>
        (await db.FollowedCompetencies.Select(one => one.Competency).ToListAsync(cancellationToken)).SelectMany(program.MeasuresOf).Any();

    private async Task<ProgramView> ProgramAsync(CancellationToken cancellationToken) => new(
        await db.Organizations.CountAsync(cancellationToken),
        await db.OrphanedOrganizations().CountAsync(cancellationToken),
        await db.Accounts().In(AccountState.Invited).CountAsync(cancellationToken),
        program.Competencies.Count);

    private CompetencyCard CardOf(StandingView standing) => new(
        standing.Competency.Key,
        standing.Competency.Name.Shown(),
        explain.Headline(standing.Result, standing.Option, program),
        LadderView.Of(standing.Option?.Tiers ?? [], program, explain, _ => standing.HoldsUntil),
        standing.Next is { } next ? NextOf(next) : null,
        progress.Holds(standing),
        standing.EndsSoon(Today));

    private string NextOf(TierResult next) => progress.Distance(next, program) is { } distance
        ? text["Overview.Distance", distance]
        : text["Overview.Next", program.TierName(next.Tier)];

    private IEnumerable<ToDoItem> ToDoOf(StandingView standing) => standing is { Option.Attained: { } tier, HoldsUntil: { } until } && standing.EndsSoon(Today)
        ? [ToKeep(standing, tier, until), .. ToReachNext(standing)]
        : ToReachNext(standing);

    private ToDoItem ToKeep(StandingView standing, string tier, DateOnly until) => new(
        "alert-triangle",
        outlook.EndsIn(program.TierName(tier), until.DayNumber - Today.DayNumber),
        standing.Competency.Key,
        standing.Competency.Name.Shown(),
        program.TierName(tier),
        text["Outlook.See"],
        Translate: null,
        $"outlook-{tier}");

    private IEnumerable<ToDoItem> ToReachNext(StandingView standing) =>
        from requirement in standing.Requirements
        where standing.Next is not null && requirement.Result.Status != Status.Met
        select new ToDoItem(
            IconOf(requirement.Result),
            explain.Sentence(requirement.Result, requirement.Requirement, program, standing.Result.Market),
            standing.Competency.Key,
            standing.Competency.Name.Shown(),
            program.TierName(standing.Next!.Tier),
            explain.Title(requirement.Requirement, program),
            AssessmentText.Translate(requirement.Requirement),
            requirement.Anchor);

    private static string IconOf(NodeResult result) => result switch
    {
        MetricResult => "coin",
        StaffingResult => "school",
        _ => "progress-help",
    };

    /// <param name="Next">How far the next tier is; null at the top.</param>
    /// <param name="Holds">Until when the tier holds; null where no tier is met, and where no end is in sight.</param>
    internal sealed record CompetencyCard(string Key, string Name, string Headline, LadderView Ladder, string? Next, string? Holds, bool EndsSoon);

    /// <summary>One open requirement of the next tier, or a tier that ends soon.</summary>
    internal sealed record ToDoItem(
        string Icon, string Sentence, string CompetencyKey, string Competency, string Tier, string Title, string? Translate, string Anchor);
}
