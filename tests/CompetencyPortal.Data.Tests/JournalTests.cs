using CompetencyPortal.Data.Interceptors;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public class JournalTests
{
    [Fact]
    public async Task Every_change_of_a_fact_is_written_down_once_and_in_order()
    {
        await using var portal = await Portal.StartAsync();
        var organization = await portal.AddOrganizationAsync();
        var entry = Guid.CreateVersion7();
        var user = Guid.CreateVersion7();

        await RecordAsync(portal, organization, user, db => db.Add(new RevenueEntry(entry, organization, Details(100))));
        await RecordAsync(portal, organization, user, async db => (await db.RevenueEntries.SingleAsync()).Correct(Details(200)));
        await RecordAsync(portal, organization, user, async db => db.Remove(await db.RevenueEntries.SingleAsync()));

        await using var work = portal.Enter(OrganizationScope.One(organization));
        var journal = await work.Db.Journal.OrderBy(row => row.Sequence).ToListAsync();
        journal.Select(row => row.Sequence).ShouldBe([1, 2, 3, 4, 5, 6]);
        journal.Take(3).Select(row => row.RecordKind).ShouldBe(["Organization", "OrganizationMarket", "FollowedCompetency"], ignoreOrder: true);
        journal.Take(3).Select(row => row.OperationId).Distinct().Count().ShouldBe(1);
        var changes = journal.Skip(3).ToList();
        changes.Select(row => (row.RecordKind, row.RecordId, row.UserId, row.FactsVersion))
            .ShouldBe([("RevenueEntry", entry, user, 1), ("RevenueEntry", entry, user, 2), ("RevenueEntry", entry, user, 3)]);
        changes.Select(row => row.OperationId).Distinct().Count().ShouldBe(3);
        changes[0].Before.ShouldBeNull();
        changes[0].After.ShouldBe(changes[1].Before);
        changes[1].After.ShouldBe(changes[2].Before);
        changes[2].After.ShouldBeNull();
        changes[1].Before.ShouldNotBeNull().ShouldContain("\"Amount\":100,");
        changes[1].After.ShouldNotBeNull().ShouldContain("\"Amount\":200,");
        changes[1].After.ShouldNotBeNull().ShouldContain("\"Kind\":\"NewBusiness\"");
    }

    [Fact]
    public async Task What_names_a_person_stands_in_columns_of_its_own()
    {
        await using var portal = await Portal.StartAsync();
        var organization = await portal.AddOrganizationAsync();
        var person = new PersonDetails("Hanako", "ハナコ", "Sato", "hanako@contoso.example", "E-17", "MC-4711");

        await portal.RecordAsync(organization, async db =>
            db.Add(new Employee(Guid.CreateVersion7(), await db.Organizations.SingleAsync(), person, default(EmploymentSpan))));

        await using var work = portal.Enter(OrganizationScope.One(organization));
        var row = await work.Db.Journal.SingleAsync(entry => entry.RecordKind == "Employee");
        row.After.ShouldBe("""{"Number":1}""");
        row.PersonalBefore.ShouldBeNull();
        row.PersonalAfter.ShouldBe(
            """{"CertificationId":"MC-4711","Email":"hanako@contoso.example","EmployeeNumber":"E-17","LatinName":"Sato","Name":"Hanako","Reading":"ハナコ"}""");
    }

    [Fact]
    public async Task Saving_what_is_there_already_writes_nothing()
    {
        await using var portal = await Portal.StartAsync();
        var organization = await portal.AddOrganizationAsync();

        await portal.RecordAsync(organization, async db => (await db.Organizations.SingleAsync()).Rename("Contoso"));

        await using var work = portal.Enter(OrganizationScope.One(organization));
        (await work.Db.Journal.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Rates_are_the_programs_own_acts()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();
        var id = Guid.CreateVersion7();

        await work.Db.RecordProgramAsync(_ => AddRateAsync(work.Db, id), CancellationToken.None);

        var row = await work.Db.Journal.SingleAsync();
        (row.Scope, row.Sequence, row.RecordKind, row.RecordId, row.FactsVersion).ShouldBe((Recording.Program, 1, "ExchangeRate", id, 1));
        row.After.ShouldBe("""{"From":"JPY","On":"2017-01-01","Rate":0.0088,"To":"USD"}""");
    }

    [Fact]
    public async Task Rates_cannot_be_changed_in_an_organizations_name()
    {
        await using var portal = await Portal.StartAsync();
        var organization = await portal.AddOrganizationAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => portal.RecordAsync(organization, db => AddRateAsync(db, Guid.CreateVersion7())));
    }

    private static Task AddRateAsync(PortalContext db, Guid id)
    {
        db.Add(new ExchangeRate(id, "JPY", "USD", new DateOnly(2017, 1, 1), 0.0088m));

        return Task.CompletedTask;
    }

    private static RevenueDetails Details(decimal amount)
    {
        return new RevenueDetails("crm-net-new-revenue", new DateOnly(2017, 11, 1), amount, "USD");
    }

    private static Task RecordAsync(Portal portal, Guid organization, Guid user, Action<PortalContext> change)
    {
        return RecordAsync(portal, organization, user, db =>
        {
            change(db);

            return Task.CompletedTask;
        });
    }

    private static async Task RecordAsync(Portal portal, Guid organization, Guid user, Func<PortalContext, Task> change)
    {
        await using var work = portal.Enter(OrganizationScope.One(organization), user);
        await work.Db.RecordAsync(organization, _ => change(work.Db), CancellationToken.None);
    }
}
