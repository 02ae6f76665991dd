using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>States ended months without entries to be nil, or takes such a statement back.</summary>
internal sealed class StateZero(PortalContext db, CurrentUser user, ProgramCalendar calendar)
{
    /// <summary>Months that have not ended, lie beyond the days of facts, have entries or are stated already are left as they are.</summary>
    public async Task ExecuteAsync(string measure, IReadOnlyList<Month> months, CancellationToken cancellationToken)
    {
        var ended = months.Where(month => FactDays.Contains(month.First) && month.Last < calendar.Today).Distinct().ToDictionary(month => month, _ => Guid.CreateVersion7());

        if (ended.Count > 0)
        {
            await db.RecordAsync(user.OrganizationId, token => StateAsync(measure, ended, token), cancellationToken);
        }
    }

    public Task WithdrawAsync(string measure, Month month, CancellationToken cancellationToken) => db.RecordAsync(
        user.OrganizationId,
        async token => db.StatedZeros.RemoveRange(await db.StatedZeros
            .Where(zero => zero.Measure == measure && zero.Month == month.First)
            .ToListAsync(token)),
        cancellationToken);

    private async Task StateAsync(string measure, Dictionary<Month, Guid> months, CancellationToken cancellationToken)
    {
        var (first, last) = (months.Keys.Min().First, months.Keys.Max().Last);
        var reported = await db.RevenueEntries
            .Where(entry => entry.Measure == measure && entry.On >= first && entry.On <= last)
            .Select(entry => entry.On)
            .Union(db.StatedZeros.Where(zero => zero.Measure == measure).Select(zero => zero.Month))
            .ToListAsync(cancellationToken);

        foreach (var month in months.Keys.Except(reported.Select(Month.Of)))
        {
            db.StatedZeros.Add(new StatedZero(months[month], user.OrganizationId, measure, month.First, user.Id, calendar.Now));
        }
    }
}
