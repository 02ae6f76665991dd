using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.People;

internal sealed class IndexModel(PortalContext db, ProgramCalendar calendar) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public DateOnly Today => calendar.Today;

    public IReadOnlyList<Row> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var people = Found(db.Employees);
        Total = await people.CountAsync(cancellationToken);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);

        var rows = await people
            .OrderBy(person => person.Reading ?? person.NormalizedName)
            .ThenBy(person => person.Number)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .Select(person => new
            {
                person.Number,
                person.Name,
                OtherName = person.Reading ?? person.LatinName,
                Periods = person.Periods.Select(period => new EmploymentSpan(period.Joined, period.LastDay)).ToList(),
                Codes = db.ExamPasses.Where(pass => pass.EmployeeId == person.Id).OrderBy(pass => pass.Code).Select(pass => pass.Code).ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);

        People = [.. rows.Select(row => new Row(
            row.Number, row.Name, row.OtherName, EmploymentSpan.For(Today, row.Periods), [.. row.Codes.Distinct(StringComparer.Ordinal)]))];
    }

    private IQueryable<Employee> Found(IQueryable<Employee> people)
    {
        if (string.IsNullOrWhiteSpace(Search))
        {
            return people;
        }

        var typed = Search.Trim();

        if (!BoundedText.Fits(typed, Employee.EmailLength))
        {
            return people.Where(person => person.Number == 0);
        }

        var normalized = BoundedText.Normalize(typed);

        return people.Where(person => person.NormalizedName.Contains(normalized)
            || person.NormalizedEmail!.Contains(normalized)
            || person.NormalizedEmployeeNumber!.Contains(normalized)
            || person.Reading!.Contains(typed)
            || person.LatinName!.Contains(typed));
    }

    internal sealed record Row(int Number, string Name, string? OtherName, EmploymentSpan Employment, IReadOnlyList<string> Codes);
}
