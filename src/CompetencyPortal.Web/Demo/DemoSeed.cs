using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Demo;

/// <summary>Fills an empty database with accounts and three organizations, through the same way in as everybody's facts.</summary>
internal sealed class DemoSeed(PortalContext db, UserManager<User> users, ProgramCalendar calendar)
{
    private const string Competency = "cloud-crm";
    private const string Measure = "crm-net-new-revenue";
    private const string Market = "developed";

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await users.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        await AddRateAsync(cancellationToken);
        await AddUserAsync(DemoAccounts.ProgramManager, organizationId: null);
        var manager = await AddUserAsync(DemoAccounts.AccountManager, organizationId: null);
        var secondManager = await AddUserAsync(DemoAccounts.SecondAccountManager, organizationId: null);

        await AddOrganizationAsync(DemoFacts.Contoso, DemoAccounts.ContosoAdmin, manager, cancellationToken);
        await AddOrganizationAsync(DemoFacts.Fabrikam, DemoAccounts.FabrikamAdmin, manager, cancellationToken);
        await AddOrganizationAsync(DemoFacts.Adatum, DemoAccounts.AdatumAdmin, secondManager, cancellationToken);
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

    private async Task AddOrganizationAsync(DemoFacts demo, DemoAccount admin, Guid manager, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();

        await db.RecordAsync(
            id,
            _ =>
            {
                var organization = new Organization(id, demo.Name, demo.Currency, calendar.Now);
                db.Organizations.Add(organization);
                db.OrganizationMarkets.Add(new OrganizationMarket(Guid.CreateVersion7(), id, Market, DateOnly.MinValue));
                db.FollowedCompetencies.Add(new FollowedCompetency(Guid.CreateVersion7(), id, Competency));
                db.Assignments.Add(new Assignment(Guid.CreateVersion7(), id, manager));
                AddPeople(organization, demo);
                AddRevenue(id, demo);

                return Task.CompletedTask;
            },
            cancellationToken);
        await AddUserAsync(admin, id);
    }

    private void AddPeople(Organization organization, DemoFacts demo)
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

    private void AddRevenue(Guid organizationId, DemoFacts demo)
    {
        db.RevenueEntries.AddRange(demo.Entries.Select(entry =>
            new RevenueEntry(Guid.CreateVersion7(), organizationId, entry.Details(Measure, calendar.Today))));
        db.StatedZeros.AddRange(demo.ZeroMonths.Select(back => new StatedZero(
            Guid.CreateVersion7(), organizationId, Measure, Month.Of(calendar.Today).Add(-back).First, statedBy: null, calendar.Now)));
    }
}
