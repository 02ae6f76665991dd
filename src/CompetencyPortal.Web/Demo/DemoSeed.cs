using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Demo;

/// <summary>Fills an empty database with accounts and organizations, through the same way in as everybody's facts.</summary>
internal sealed class DemoSeed(PortalContext db, UserManager<User> users, ProgramCalendar calendar)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await users.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        await AddRateAsync(cancellationToken);
        await AddUserAsync(DemoAccounts.ProgramManager, organizationId: null);
        var managers = new Dictionary<DemoAccount, Guid>
        {
            [DemoAccounts.AccountManager] = await AddUserAsync(DemoAccounts.AccountManager, organizationId: null),
            [DemoAccounts.SecondAccountManager] = await AddUserAsync(DemoAccounts.SecondAccountManager, organizationId: null),
        };

        foreach (var organization in DemoOrganizations.All)
        {
            await AddOrganizationAsync(organization, organization.Managers.Select(manager => managers[manager]), cancellationToken);
        }
    }

    /// <summary>Older than the oldest entry, so that every yen can be converted.</summary>
    private Task AddRateAsync(CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();

        return db.RecordProgramAsync(
            _ =>
            {
                db.ExchangeRates.Add(new ExchangeRate(id, "JPY", "USD", calendar.Today.AddYears(-3), 0.0088m));

                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private async Task<Guid> AddUserAsync(DemoAccount account, Guid? organizationId)
    {
        var user = new User { UserName = account.Email, Email = account.Email, DisplayName = account.Name, OrganizationId = organizationId };
        (await users.CreateAsync(user, DemoAccounts.Password)).OrThrow();
        (await users.AddToRoleAsync(user, account.Role)).OrThrow();

        return user.Id;
    }

    private async Task AddOrganizationAsync(DemoOrganization demo, IEnumerable<Guid> managers, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();

        await db.RecordAsync(
            id,
            _ =>
            {
                var organization = new Organization(id, demo.Name, demo.Currency, calendar.Now);
                organization.ShowNames(demo.ShowsNames);
                db.Organizations.Add(organization);
                db.OrganizationMarkets.Add(new OrganizationMarket(Guid.CreateVersion7(), id, demo.Market, DateOnly.MinValue));
                db.FollowedCompetencies.AddRange(demo.Competencies.Select(competency => new FollowedCompetency(Guid.CreateVersion7(), id, competency)));
                db.Assignments.AddRange(managers.Select(manager => new Assignment(Guid.CreateVersion7(), id, manager)));
                AddPeople(organization, demo);
                AddRevenue(id, demo);

                return Task.CompletedTask;
            },
            cancellationToken);
        await AddUserAsync(demo.Admin, id);
    }

    private void AddPeople(Organization organization, DemoOrganization demo)
    {
        foreach (var person in demo.People)
        {
            var employee = new Employee(Guid.CreateVersion7(), organization, new PersonDetails(person.Name, person.Reading), person.Span(calendar.Today));
            db.Employees.Add(employee);
            db.ExamPasses.AddRange(person.Passes.Select(pass => new ExamPass(
                Guid.CreateVersion7(),
                employee,
                pass.Code,
                calendar.Today.AddDays(-pass.DaysAgo),
                pass.ValidUntilDaysAgo is { } days ? calendar.Today.AddDays(-days) : null)));
        }
    }

    private void AddRevenue(Guid organizationId, DemoOrganization demo)
    {
        db.RevenueEntries.AddRange(demo.Entries.Select(entry =>
            new RevenueEntry(Guid.CreateVersion7(), organizationId, entry.Details(calendar.Today))));
        db.StatedZeros.AddRange(demo.Zeros.Select(zero => new StatedZero(
            Guid.CreateVersion7(), organizationId, zero.Measure, Month.Of(calendar.Today).Add(-zero.MonthsAgo).First, statedBy: null, calendar.Now)));
    }
}
