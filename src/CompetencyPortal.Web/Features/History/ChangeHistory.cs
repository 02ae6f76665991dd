using System.Linq.Expressions;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.History;

/// <summary>Who changed what, when, from what to what: reads the journal of one organization, in the session's scope.</summary>
internal sealed class ChangeHistory(PortalContext db, HistoryText text)
{
    /// <summary>Rows of the journal on one page.</summary>
    private const int PageSize = 50;

    /// <summary>What an organization says about itself, rather than its people and entries.</summary>
    private static readonly string[] OwnKinds =
        [nameof(Organization), nameof(OrganizationMarket), nameof(FollowedCompetency), nameof(FlagAnswer), nameof(StatedZero)];

    private static readonly string[] KindsOfPerson = [nameof(ExamPass), nameof(EmploymentPeriod)];

    /// <summary>Everything, also about people and entries that were removed.</summary>
    /// <param name="showsNames">Whether the reader may see what names a person; else people are "Person 1", "Person 2".</param>
    /// <param name="before">The <see cref="HistoryView.Older"/> of the page before; null begins with the newest change.</param>
    public Task<HistoryView> OfOrganizationAsync(Guid organizationId, bool showsNames, long? before, CancellationToken cancellationToken) =>
        ReadAsync(new Extract(organizationId, before) { ShowsNames = showsNames }, row => true, cancellationToken);

    /// <summary>The latest changes of the organization's values, markets, competencies, answers and stated zeros.</summary>
    public Task<HistoryView> OfOrganizationItselfAsync(Guid organizationId, int rows, CancellationToken cancellationToken) =>
        ReadAsync(new Extract(organizationId, Before: null) { Size = rows }, row => OwnKinds.Contains(row.RecordKind), cancellationToken);

    /// <summary>The person, the periods of employment and the passes, also those that were removed.</summary>
    public Task<HistoryView> OfPersonAsync(Guid organizationId, Guid personId, long? before, CancellationToken cancellationToken)
    {
        var id = personId.ToString();

        return ReadAsync(
            new Extract(organizationId, before),
            row => (row.RecordKind == nameof(Employee) && row.RecordId == personId)
                || (KindsOfPerson.Contains(row.RecordKind) && (row.Before!.Contains(id) || row.After!.Contains(id))),
            cancellationToken);
    }

    public Task<HistoryView> OfEntryAsync(Guid organizationId, Guid entryId, long? before, CancellationToken cancellationToken) => ReadAsync(
        new Extract(organizationId, before),
        row => row.RecordKind == nameof(RevenueEntry) && row.RecordId == entryId,
        cancellationToken);

    private async Task<HistoryView> ReadAsync(Extract extract, Expression<Func<JournalEntry, bool>> found, CancellationToken cancellationToken)
    {
        var rows = await db.Journal.AsNoTracking()
            .Where(row => row.Scope == extract.OrganizationId && (extract.Before == null || row.Sequence < extract.Before))
            .Where(found)
            .OrderByDescending(row => row.Sequence)
            .Take(extract.Size + 1)
            .ToListAsync(cancellationToken);
        var shown = rows.Take(extract.Size).ToList();
        var names = await NamesAsync(extract, shown, cancellationToken);

        return new HistoryView(
            [.. shown.GroupBy(row => row.OperationId).Select(rows => Operation([.. rows.Reverse()], names, extract.ShowsNames))],
            rows.Count > extract.Size ? shown[^1].Sequence : null);
    }

    private HistoryOperation Operation(IReadOnlyList<JournalEntry> rows, HistoryNames names, bool showsNames) =>
        new(rows[0].At, text.Who(rows[0].UserId, names), [.. rows.Select(row => text.Change(row, names, showsNames))]);

    private async Task<HistoryNames> NamesAsync(Extract extract, List<JournalEntry> rows, CancellationToken cancellationToken)
    {
        var values = rows.ConvertAll(row => new JournalValues(row.Before, row.After));
        var users = rows.Select(row => row.UserId).Concat(values.Select(each => each.Id(nameof(ExamPass.VerifiedBy)))).OfType<Guid>().ToHashSet();
        var people = rows.Where(row => row.RecordKind == nameof(Employee)).Select(row => (Guid?)row.RecordId)
            .Concat(values.Select(each => each.Id(nameof(ExamPass.EmployeeId)))).OfType<Guid>().ToHashSet();

        return new HistoryNames(
            (await db.CatalogAsync(cancellationToken)).Program,
            await db.Users.Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken),
            await PeopleAsync(extract, people, cancellationToken));
    }

    private async Task<Dictionary<Guid, string>> PeopleAsync(Extract extract, HashSet<Guid> ids, CancellationToken cancellationToken)
    {
        var names = await db.Employees.Where(person => ids.Contains(person.Id))
            .Select(person => new { person.Id, person.Number, Name = extract.ShowsNames ? person.Name : null })
            .ToDictionaryAsync(person => person.Id, person => person.Name ?? text.Pseudonym(person.Number), cancellationToken);
        var gone = ids.Except(names.Keys).ToList();
        var removed = await db.Journal.AsNoTracking()
            .Where(row => row.Scope == extract.OrganizationId && row.RecordKind == nameof(Employee) && gone.Contains(row.RecordId) && row.After == null)
            .ToListAsync(cancellationToken);

        foreach (var row in removed)
        {
            names[row.RecordId] = NameOfRemoved(new JournalValues(row.Before, extract.ShowsNames ? row.PersonalBefore : null));
        }

        return names;
    }

    /// <summary>The name as it was last; where it was erased or is not for the reader, the pseudonym.</summary>
    private string NameOfRemoved(JournalValues person) =>
        person.Text(nameof(Employee.Name)) ?? text.Pseudonym((int)(person.Number(nameof(Employee.Number)) ?? 0));

    /// <summary>Which part of an organization's journal is read, and for whom.</summary>
    private sealed record Extract(Guid OrganizationId, long? Before)
    {
        public bool ShowsNames { get; init; } = true;

        public int Size { get; init; } = PageSize;
    }
}
