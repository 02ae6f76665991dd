using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public class ConcurrencyTests
{
    [Fact]
    public async Task Who_saves_second_is_told()
    {
        await using var portal = await Portal.StartAsync();
        var (organization, employee) = await StartAsync(portal);

        await EditAsync(portal, organization, employee, 0, row => row.Describe(new PersonDetails("First")));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() =>
            EditAsync(portal, organization, employee, 0, row => row.Describe(new PersonDetails("Second"))));

        await using var work = portal.Enter(OrganizationScope.One(organization));
        var stored = await work.Db.Employees.SingleAsync();
        stored.Name.ShouldBe("First");
        stored.Version.ShouldBe(1);
        (await work.Db.Organizations.SingleAsync()).FactsVersion.ShouldBe(2);
    }

    [Fact]
    public async Task Who_saw_the_others_change_may_save()
    {
        await using var portal = await Portal.StartAsync();
        var (organization, employee) = await StartAsync(portal);

        await EditAsync(portal, organization, employee, 0, row => row.Describe(new PersonDetails("First")));
        await EditAsync(portal, organization, employee, 1, row => row.Describe(new PersonDetails("Second")));

        await using var work = portal.Enter(OrganizationScope.One(organization));
        (await work.Db.Employees.SingleAsync()).Name.ShouldBe("Second");
    }

    [Fact]
    public async Task Periods_are_part_of_what_two_people_edit()
    {
        await using var portal = await Portal.StartAsync();
        var (organization, employee) = await StartAsync(portal);
        var joined = new DateOnly(2016, 4, 1);

        await EditAsync(portal, organization, employee, 0, row => row.Employ(new EmploymentSpan(joined, null)));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() =>
            EditAsync(portal, organization, employee, 0, row => row.Employ(new EmploymentSpan(null, joined))));

        await using var work = portal.Enter(OrganizationScope.One(organization));
        (await work.Db.EmploymentPeriods.SingleAsync()).Joined.ShouldBe(joined);
    }

    [Fact]
    public async Task A_period_that_is_gone_is_deleted_and_a_new_one_added()
    {
        await using var portal = await Portal.StartAsync();
        var (organization, employee) = await StartAsync(portal);
        var first = new EmploymentSpan(new DateOnly(2014, 4, 1), new DateOnly(2015, 3, 31));
        var second = new EmploymentSpan(new DateOnly(2016, 4, 1), null);

        await EditAsync(portal, organization, employee, 0, row => row.Employ(first, second));
        (await SpansAsync(portal, organization)).ShouldBe([first, second]);

        await EditAsync(portal, organization, employee, 1, row => row.Employ(second));
        (await SpansAsync(portal, organization)).ShouldBe([second]);
    }

    [Fact]
    public async Task Giving_out_a_number_does_not_get_in_the_way_of_the_organizations_form()
    {
        await using var portal = await Portal.StartAsync();
        var (organization, _) = await StartAsync(portal);

        await portal.RecordAsync(organization, async db =>
        {
            var row = await db.Organizations.SingleAsync();
            db.ExpectVersion(row, 0);
            row.Rename("Contoso Ltd");
        });

        await using var work = portal.Enter(OrganizationScope.One(organization));
        (await work.Db.Organizations.SingleAsync()).Version.ShouldBe(1);
    }

    private static async Task<(Guid Organization, Guid Employee)> StartAsync(Portal portal)
    {
        var organization = await portal.AddOrganizationAsync();
        var employee = Guid.CreateVersion7();
        await portal.RecordAsync(organization, async db =>
            db.Add(new Employee(employee, await db.Organizations.SingleAsync(), new PersonDetails("佐藤 花子"), default(EmploymentSpan))));

        return (organization, employee);
    }

    private static Task EditAsync(Portal portal, Guid organization, Guid employee, long version, Action<Employee> edit)
    {
        return portal.RecordAsync(organization, async db =>
        {
            var row = await db.Employees.Include(person => person.Periods).SingleAsync(person => person.Id == employee);
            db.ExpectVersion(row, version);
            edit(row);
        });
    }

    private static async Task<List<EmploymentSpan>> SpansAsync(Portal portal, Guid organization)
    {
        await using var work = portal.Enter(OrganizationScope.One(organization));
        var periods = await work.Db.EmploymentPeriods.OrderBy(period => period.Joined).ToListAsync();

        return periods.ConvertAll(period => period.Span);
    }
}
