using System.Text.RegularExpressions;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public partial class ScopeTests
{
    [Fact]
    public async Task Reading_without_a_scope_throws()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.Enter(null);

        var exception = await Should.ThrowAsync<InvalidOperationException>(() => work.Db.Employees.ToListAsync());

        exception.ToString().ShouldContain("PortalSession.Enter");
    }

    [Fact]
    public async Task A_partner_admin_reads_one_organization()
    {
        await using var portal = await Portal.StartAsync();
        var contoso = await portal.AddOrganizationAsync();
        await portal.AddOrganizationAsync("Fabrikam");
        await using var work = portal.Enter(OrganizationScope.One(contoso));

        (await work.Db.Organizations.Select(organization => organization.Name).ToListAsync()).ShouldBe(["Contoso"]);
        (await work.Db.Standings.Select(standing => standing.OrganizationId).ToListAsync()).ShouldBe([contoso]);
        (await work.Db.Journal.Select(entry => entry.Scope).Distinct().ToListAsync()).ShouldBe([contoso]);
    }

    [Fact]
    public async Task An_account_manager_reads_what_is_assigned_until_it_is_taken_away()
    {
        await using var portal = await Portal.StartAsync();
        var contoso = await portal.AddOrganizationAsync();
        await portal.AddOrganizationAsync("Fabrikam");
        var manager = await AddUserAsync(portal);
        await using var work = portal.Enter(OrganizationScope.Assigned(manager), manager);
        (await NamesAsync(work)).ShouldBeEmpty();

        await AssignAsync(portal, contoso, manager);
        (await NamesAsync(work)).ShouldBe(["Contoso"]);

        await using (var program = portal.EnterAll())
        {
            await program.Db.Assignments.ExecuteDeleteAsync();
        }

        (await NamesAsync(work)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_program_manager_reads_everything()
    {
        await using var portal = await Portal.StartAsync();
        await portal.AddOrganizationAsync();
        await portal.AddOrganizationAsync("Fabrikam");
        await using var work = portal.EnterAll();

        (await NamesAsync(work)).ShouldBe(["Contoso", "Fabrikam"]);
    }

    [Fact]
    public async Task A_list_of_one_organization_goes_by_its_index()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.Enter(OrganizationScope.One(await portal.AddOrganizationAsync()));
        await work.Db.Database.OpenConnectionAsync();
        await using var command = work.Db.RevenueEntries.Where(entry => entry.Amount > 10).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        plan.ShouldContain(step => step.StartsWith("SEARCH r USING INDEX") && step.Contains("(OrganizationId=?)"));
    }

    [Fact]
    public void Every_record_of_an_organization_is_filtered()
    {
        using var db = new SqlitePortalContextFactory().CreateDbContext([]);
        var owned = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IOwned))
            || (type.FindProperty("OrganizationId") is not null && type.ClrType != typeof(User) && type.ClrType != typeof(Assignment)));

        owned.Append(db.Model.FindEntityType(typeof(JournalEntry))).Where(type => type?.FindDeclaredQueryFilter(PortalContext.ScopeFilter) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Who_sees_everything_is_known()
    {
        var uses = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetFileName(file), Count: Everything().Count(File.ReadAllText(file))))
            .Where(use => use.Count > 0)
            .ToDictionary(use => use.File, use => use.Count, StringComparer.Ordinal);

        uses.ShouldBe(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["SessionScope.cs"] = 1,
                ["PortalStart.cs"] = 1,
                ["DueStandingsWorker.cs"] = 1,
            },
            ignoreOrder: true);
    }

    [GeneratedRegex(@"OrganizationScope\.Everything", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Everything();

    private static Task<List<string>> NamesAsync(Work work)
    {
        return work.Db.Organizations.OrderBy(organization => organization.Name).Select(organization => organization.Name).ToListAsync();
    }

    private static async Task<Guid> AddUserAsync(Portal portal)
    {
        await using var work = portal.EnterAll();
        var user = new User { Id = Guid.CreateVersion7(), UserName = "manager@vendor.example" };
        work.Db.Add(user);
        await work.Db.SaveChangesAsync();

        return user.Id;
    }

    private static async Task AssignAsync(Portal portal, Guid organizationId, Guid userId)
    {
        await using var work = portal.EnterAll();
        work.Db.Add(new Assignment(Guid.CreateVersion7(), organizationId, userId));
        await work.Db.SaveChangesAsync();
    }
}
