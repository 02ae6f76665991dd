using System.Text.Json.Nodes;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests;

public class CatalogImportTests
{
    [Fact]
    public async Task The_shipped_catalog_is_revision_1_and_stays_so()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var again = await work.Get<CatalogImport>().ImportShippedAsync(Portal.Catalogs, CancellationToken.None);

        again.ShouldBeEmpty();
        (await work.Db.CatalogRevisions.SingleAsync()).Number.ShouldBe(1);
        (await work.Db.ImportedDocuments.SingleAsync()).Sha256.Length.ShouldBe(64);
        (await work.Db.CatalogAsync(CancellationToken.None)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task All_shipped_documents_stand_together()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var outcomes = await work.Get<CatalogImport>().ImportShippedAsync(Portal.AllCatalogs, CancellationToken.None);

        outcomes.ShouldAllBe(outcome => outcome.Value.IsNew);
        (await work.Db.CatalogAsync(CancellationToken.None)).Program.Competencies.Count.ShouldBe(Directory.GetFiles(Portal.AllCatalogs).Length);
    }

    [Fact]
    public async Task What_is_in_force_changes_nothing()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var outcome = await work.Get<CatalogImport>().ImportAsync(Shipped().Text, CancellationToken.None);

        (outcome.Revision, outcome.IsNew, outcome.Errors.Count).ShouldBe((1, false, 0));
        (await work.Db.ImportedDocuments.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_rows_say_which_tiers_accept_a_credential()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();
        var accepting = from accepted in work.Db.SeatCredentials
                        join seat in work.Db.Seats on accepted.SeatId equals seat.Id
                        join requirement in work.Db.Requirements on seat.RequirementId equals requirement.Id
                        join tier in work.Db.Tiers on requirement.TierId equals tier.Id
                        join option in work.Db.CompetencyOptions on tier.OptionId equals option.Id
                        join version in work.Db.CompetencyVersions on option.VersionId equals version.Id
                        where accepted.Code == "MB2-717"
                        orderby tier.Rank
                        select new { tier.Key, seat.Count, requirement.At, version.EffectiveFrom };

        (await accepting.ToListAsync()).Select(row => (row.Key, row.Count, row.At, row.EffectiveFrom))
            .ShouldBe([("silver", 1, "/all/1", new DateOnly(2017, 11, 16)), ("gold", 2, "/all/1", new DateOnly(2017, 11, 16))]);
        (await work.Db.RevenueThresholds.Select(row => row.AtLeast).Distinct().ToListAsync())
            .ShouldBe([50_000m, 100_000m, 150_000m, 300_000m], ignoreOrder: true);
    }

    [Fact]
    public async Task A_new_edition_replaces_the_old_one()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var outcome = await work.Get<CatalogImport>().ImportAsync(Shipped().With("credentials/0/title/en", "Renamed").Text, CancellationToken.None);

        (outcome.Revision, outcome.IsNew).ShouldBe((2, true));
        (await work.Db.CatalogAsync(CancellationToken.None)).Program.Credential("MB2-714").ShouldNotBeNull().Title.In("en").ShouldBe("Renamed");
        (await work.Db.ImportedDocuments.OrderBy(row => row.ImportedIn).Select(row => row.ReplacedIn).ToListAsync()).ShouldBe([2, null]);
        (await work.Db.Competencies.CountAsync()).ShouldBe(1);
        (await work.Get<CatalogImport>().ImportShippedAsync(Portal.Catalogs, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_with_an_error_is_refused_by_its_place()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var outcome = await work.Get<CatalogImport>().ImportAsync(Shipped().With("measures/0/unit", "Dollars").Text, CancellationToken.None);

        outcome.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("/measures/0/unit");
        (await work.Db.CatalogRevisions.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_a_standing_was_judged_by_may_not_change()
    {
        await using var portal = await Portal.StartAsync();
        await portal.AddOrganizationAsync();
        await using var work = portal.EnterAll();

        var outcome = await work.Get<CatalogImport>().ImportAsync(Shipped().With(LastVersionOption, "Renamed").Text, CancellationToken.None);

        outcome.Errors.ShouldHaveSingleItem().Message.ShouldContain("2017-11-16");
        (await work.Db.CatalogRevisions.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_nobody_was_judged_by_may_change()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        (await work.Get<CatalogImport>().ImportAsync(Shipped().With(LastVersionOption, "Renamed").Text, CancellationToken.None)).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task A_document_that_covers_another_in_part_is_refused()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();
        var import = work.Get<CatalogImport>();

        (await import.ImportAsync(Shipped().WithCompetencies("cloud-crm", "cloud-erp").Text, CancellationToken.None)).IsNew.ShouldBeTrue();

        var errors = (await import.ImportAsync(Shipped().WithCompetencies("cloud-erp").Text, CancellationToken.None)).Errors;
        errors.ShouldHaveSingleItem().Pointer.ShouldBe("/competencies");
    }

    [Fact]
    public async Task Documents_that_share_no_competency_stand_side_by_side()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        var outcome = await work.Get<CatalogImport>().ImportAsync(Shipped().WithCompetencies("cloud-erp").Text, CancellationToken.None);

        outcome.IsNew.ShouldBeTrue();
        (await work.Db.CatalogAsync(CancellationToken.None)).Program.Competencies.Select(competency => competency.Key)
            .ShouldBe(["cloud-crm", "cloud-erp"], ignoreOrder: true);
    }

    [Fact]
    public async Task Documents_that_disagree_cannot_stand_side_by_side()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();
        var other = JsonNode.Parse(Shipped().WithCompetencies("cloud-erp").Text)!;
        other["program"]!["name"]!["en"] = "Another program";

        var outcome = await work.Get<CatalogImport>().ImportAsync(other.ToJsonString(), CancellationToken.None);

        outcome.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("/program");
    }

    [Fact]
    public async Task A_preview_says_what_is_new_and_changes_nothing()
    {
        await using var portal = await Portal.StartAsync();
        await portal.AddOrganizationAsync();
        await using var work = portal.EnterAll();

        var preview = await work.Get<CatalogImport>().PreviewAsync(Shipped().With("credentials/0/title/en", "Renamed").Text, CancellationToken.None);

        (preview.Revision, preview.Organizations, preview.Errors.Count).ShouldBe((1, 1, 0));
        var difference = preview.Difference.ShouldNotBeNull();
        difference.Credentials.ShouldHaveSingleItem().Item.Code.ShouldBe("MB2-714");
        (difference.Versions.Count + difference.Competencies.Count + difference.Measures.Count).ShouldBe(0);
        (await work.Db.CatalogRevisions.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_of_what_is_in_force_is_empty()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();

        (await work.Get<CatalogImport>().PreviewAsync(Shipped().Text, CancellationToken.None)).Difference.ShouldNotBeNull().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_document_is_new_in_all_it_has()
    {
        await using var portal = Portal.StartEmpty();
        await using var work = portal.EnterAll();
        await work.Get<PortalDatabase>().PrepareAsync(CancellationToken.None);

        var preview = await work.Get<CatalogImport>().PreviewAsync(Shipped().Text, CancellationToken.None);

        preview.Revision.ShouldBeNull();
        preview.Difference.ShouldNotBeNull().Versions.ShouldAllBe(version => version.Version.Before == null);
        (await work.Get<CatalogImport>().ImportAsync(Shipped().Text, preview.Revision, CancellationToken.None)).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_previewed_against_another_revision_is_not_imported()
    {
        await using var portal = await Portal.StartAsync();
        await using var work = portal.EnterAll();
        var import = work.Get<CatalogImport>();
        await import.ImportAsync(Shipped().With("credentials/0/title/en", "Renamed").Text, revision: 1, CancellationToken.None);

        var outcome = await import.ImportAsync(Shipped().With("credentials/0/title/en", "Renamed otherwise").Text, revision: 1, CancellationToken.None);

        (outcome.IsOutrun, outcome.IsNew, outcome.Revision).ShouldBe((true, false, 2));
    }

    private const string LastVersionOption = "competencies/0/versions/2/options/0/name/en";

    private static ShippedCatalog Shipped()
    {
        return ShippedCatalog.Read();
    }
}
