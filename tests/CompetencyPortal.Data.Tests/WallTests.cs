using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

/// <summary>Contoso attacks Fabrikam with what EF offers, query filters off. Each attack fails, and nothing of Fabrikam's has changed.</summary>
public sealed class WallTests : IAsyncLifetime
{
    private static readonly RevenueDetails Details = new("crm-net-new-revenue", new DateOnly(2017, 11, 1), 100, "USD");

    private Portal _portal = null!;
    private Guid _contoso;
    private Guid _fabrikam;
    private Guid _entryOfFabrikam;
    private Guid _employeeOfFabrikam;
    private Guid _employeeOfContoso;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _contoso = await _portal.AddOrganizationAsync();
        _fabrikam = await _portal.AddOrganizationAsync("Fabrikam");
        _entryOfFabrikam = Guid.CreateVersion7();
        _employeeOfFabrikam = await AddEmployeeAsync(_fabrikam);
        _employeeOfContoso = await AddEmployeeAsync(_contoso);
        await _portal.RecordAsync(_fabrikam, db => Task.FromResult(db.Add(new RevenueEntry(_entryOfFabrikam, _fabrikam, Details))));
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
    }

    [Fact]
    public Task Planting_a_foreign_record_fails()
    {
        return FailsAsync<InvalidOperationException>(db => db.Add(new RevenueEntry(Guid.CreateVersion7(), _fabrikam, Details)));
    }

    [Fact]
    public Task Changing_a_foreign_record_fails()
    {
        return FailsAsync<InvalidOperationException>(async db =>
        {
            var entry = await db.RevenueEntries.IgnoreQueryFilters().SingleAsync(row => row.Id == _entryOfFabrikam);
            entry.Correct(Details with { Amount = 1 });
        });
    }

    [Fact]
    public Task Changing_a_foreign_record_by_a_stub_fails()
    {
        return FailsAsync<InvalidOperationException>(db => db.Update(new RevenueEntry(_entryOfFabrikam, _fabrikam, Details)));
    }

    [Fact]
    public Task Stealing_by_a_stub_with_the_own_id_fails()
    {
        return FailsAsync<DbUpdateConcurrencyException>(db => db.Update(new RevenueEntry(_entryOfFabrikam, _contoso, Details)));
    }

    [Fact]
    public Task Moving_a_foreign_record_to_oneself_fails()
    {
        return FailsAsync<InvalidOperationException>(async db =>
        {
            var entry = await db.RevenueEntries.IgnoreQueryFilters().SingleAsync(row => row.Id == _entryOfFabrikam);
            db.Entry(entry).Property(row => row.OrganizationId).CurrentValue = _contoso;
        });
    }

    [Fact]
    public Task Deleting_a_foreign_record_fails()
    {
        return FailsAsync<InvalidOperationException>(db => db.Remove(new RevenueEntry(_entryOfFabrikam, _fabrikam, Details)));
    }

    [Fact]
    public Task Deleting_by_a_stub_with_the_own_id_fails()
    {
        return FailsAsync<DbUpdateConcurrencyException>(db => db.Remove(new RevenueEntry(_entryOfFabrikam, _contoso, Details)));
    }

    [Fact]
    public Task Hanging_an_own_record_under_a_foreign_parent_fails()
    {
        return FailsAsync<DbUpdateException>(async db =>
        {
            var employee = await db.Employees.SingleAsync(row => row.Id == _employeeOfContoso);
            var pass = new ExamPass(Guid.CreateVersion7(), employee, "MB2-712", new DateOnly(2017, 1, 1));
            db.Add(pass);
            db.Entry(pass).Property(row => row.EmployeeId).CurrentValue = _employeeOfFabrikam;
        });
    }

    [Fact]
    public async Task A_foreign_record_is_not_found()
    {
        await using var work = _portal.Enter(OrganizationScope.One(_contoso));

        (await work.Db.RevenueEntries.FindAsync(_entryOfFabrikam)).ShouldBeNull();
        (await work.Db.Employees.Where(employee => employee.Id == _employeeOfFabrikam).ExecuteDeleteAsync()).ShouldBe(0);
    }

    private async Task<Guid> AddEmployeeAsync(Guid organizationId)
    {
        var id = Guid.CreateVersion7();
        await _portal.RecordAsync(organizationId, async db =>
            db.Add(new Employee(id, await db.Organizations.SingleAsync(), new PersonDetails("佐藤 花子"), default(EmploymentSpan))));

        return id;
    }

    private Task FailsAsync<TException>(Action<PortalContext> attack)
        where TException : Exception
    {
        return FailsAsync<TException>(db =>
        {
            attack(db);

            return Task.CompletedTask;
        });
    }

    private async Task FailsAsync<TException>(Func<PortalContext, Task> attack)
        where TException : Exception
    {
        var before = await FactsOfFabrikamAsync();

        await Should.ThrowAsync<TException>(() => _portal.RecordAsync(_contoso, attack));

        (await FactsOfFabrikamAsync()).ShouldBe(before);
    }

    private async Task<string> FactsOfFabrikamAsync()
    {
        await using var work = _portal.Enter(OrganizationScope.One(_fabrikam));
        var entries = await work.Db.RevenueEntries.Select(entry => new { entry.Id, entry.Amount, entry.Version }).ToListAsync();
        var passes = await work.Db.ExamPasses.CountAsync();

        return $"{string.Join(';', entries)} {passes} {await work.Db.Journal.CountAsync()}";
    }
}
