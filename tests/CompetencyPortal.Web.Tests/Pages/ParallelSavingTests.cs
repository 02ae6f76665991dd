using System.Net;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>Two admins of one organization save at once: nothing is lost, nobody meets an error, and the standing is that of the facts.</summary>
public sealed class ParallelSavingTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Rounds = 12;

    [Fact]
    public async Task The_standing_equals_a_fresh_evaluation_when_two_admins_save_at_once()
    {
        var organization = (await KnownRecords.OfAsync(portal, "Fabrikam")).Organization;
        await AddSecondAdminAsync(organization);
        using var first = await portal.SignInAsync(DemoAccounts.FabrikamAdmin);
        using var second = portal.Visit();
        await second.SignInAsync("second@fabrikam.example", DemoAccounts.Password);

        var screens = await Task.WhenAll(SaveAsync(first, "A"), SaveAsync(second, "B"));

        screens.SelectMany(each => each).ShouldAllBe(screen => screen.Status == HttpStatusCode.OK && screen.Document.QuerySelector(".notice-not") == null);
        await ShouldBeFreshAsync(organization, people: 2 * Rounds, entries: 2 * Rounds);
    }

    [Fact]
    public async Task Of_many_who_save_the_same_record_at_once_one_wins_and_the_others_are_asked()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var address = $"/revenue/entry/{(await KnownRecords.OfAsync(portal, "Adatum")).Entry}";
        var forms = await Task.WhenAll(Enumerable.Range(1, 8).Select(async amount => (await visitor.GetAsync(address)).Form("Save").With(("Input.Amount", $"{amount}"))));

        var screens = await Task.WhenAll(forms.Select(visitor.SubmitAsync));

        screens.ShouldAllBe(screen => screen.Status == HttpStatusCode.OK);
        screens.Count(screen => screen.Path == "/revenue").ShouldBe(1);
        screens.Count(screen => screen.Text.Contains("Somebody else saved this", StringComparison.Ordinal)).ShouldBe(7);
    }

    [Fact]
    public async Task A_person_who_is_sent_twice_at_once_is_there_once()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var form = (await visitor.GetAsync("/people/add")).Form().With(("Input.Name", "Double Click"), ("Input.EmployeeNumber", "double"));

        var screens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.SubmitAsync(form)));

        screens.ShouldAllBe(screen => screen.Status == HttpStatusCode.OK && screen.Path == screens[0].Path && screen.TextOf("h1") == "Double Click");
        (await portal.InDatabaseAsync(db => db.Employees.CountAsync(person => person.Name == "Double Click"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_pass_and_an_entry_that_are_sent_twice_at_once_are_there_once()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var pass = (await visitor.GetAsync($"/people/{(await KnownRecords.OfAsync(portal, "Contoso")).Person}/pass")).Form("Save")
            .With(("Input.Code", "MB2-716"), ("Input.EarnedOn", "2026-03-03"));
        var entry = (await visitor.GetAsync("/revenue/entry")).Form("Save").With(("Input.Amount", "1"), ("Input.Reference", "double"));

        var screens = await Task.WhenAll(new[] { pass, pass, pass, entry, entry, entry }.Select(visitor.SubmitAsync));

        screens.ShouldAllBe(screen => screen.Status == HttpStatusCode.OK && screen.Document.QuerySelector(".notice-not") == null);
        (await portal.InDatabaseAsync(db => db.ExamPasses.CountAsync(one => one.EarnedOn == new DateOnly(2026, 3, 3)))).ShouldBe(1);
        (await portal.InDatabaseAsync(db => db.RevenueEntries.CountAsync(one => one.Reference == "double"))).ShouldBe(1);
    }

    /// <summary>People with passes, entries and zeros, one after the other, as one admin works.</summary>
    private static async Task<List<Screen>> SaveAsync(Visitor visitor, string mark)
    {
        var screens = new List<Screen>();

        for (var round = 1; round <= Rounds; round++)
        {
            var person = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", $"{mark} {round}"));
            screens.Add(person);
            screens.Add(await visitor.FillAsync($"{person.Path}/pass", "Save", ("Input.Code", round % 2 == 0 ? "MB2-712" : "MB2-714"), ("Input.EarnedOn", "2026-01-01")));
            screens.Add(await visitor.FillAsync("/revenue/entry", "Save", ("Input.On", $"2026-{(round % 10) + 1:00}-15"), ("Input.Amount", $"{round * 1000}"), ("Input.Product", "crm-online")));
        }

        return screens;
    }

    private async Task AddSecondAdminAsync(Guid organization)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalSession>().Enter(userId: null, OrganizationScope.Everything);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = new User { UserName = "second@fabrikam.example", Email = "second@fabrikam.example", DisplayName = "Second Admin", OrganizationId = organization };

        (await users.CreateAsync(user, DemoAccounts.Password)).Succeeded.ShouldBeTrue();
        (await users.AddToRoleAsync(user, Roles.PartnerAdmin)).Succeeded.ShouldBeTrue();
    }

    private Task<bool> ShouldBeFreshAsync(Guid organization, int people, int entries) => portal.InDatabaseAsync(async db =>
    {
        var standing = await db.Standings.AsNoTracking().SingleAsync(one => one.OrganizationId == organization);
        var catalog = await db.CatalogAsync(CancellationToken.None);
        var facts = (await FactsOf.ReadAsync(db, organization, CancellationToken.None)).For(catalog.Program, "cloud-crm", PortalFactory.Today);
        var version = await db.Organizations.Where(one => one.Id == organization).Select(one => one.FactsVersion).SingleAsync();

        facts.Facts.People!.Count.ShouldBe(people);
        facts.Facts.Measurements!.Count.ShouldBe(entries);
        standing.FactsVersion.ShouldBe(version);
        standing.ResultJson.ShouldBe(EvaluationJson.Serialize(catalog.Evaluator.Evaluate("cloud-crm", facts.Facts)));

        return true;
    });
}
