using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Tests.Evaluation;

namespace CompetencyPortal.Domain.Tests.Catalog.Document;

public class ProgramCatalogTests
{
    private const string OtherVersion =
        """{"effectiveFrom":"2016-01-01","effectiveUntil":"2016-06-30","options":[{"key":"x","name":{"en":"x"},"tiers":{"gold":{"flag":{"key":"reseller"}}}}]}""";

    [Fact]
    public void Lists_and_versions_are_united()
    {
        var earlier = new SmallDocument();
        var later = new SmallDocument()
            .With("/competencies/0/versions/0", OtherVersion)
            .With("/products", """[{"key":"phone","name":{"en":"Phone"}}]""");

        var catalog = Catalogs.Of(earlier.ToString(), later.ToString());

        catalog.Credentials.Count.ShouldBe(4);
        catalog.Products.ShouldNotBeNull().Select(product => product.Key).ShouldBe(["cloud", "server", "phone"]);
        catalog.Competency("competency").ShouldNotBeNull().Versions.Select(version => version.EffectiveFrom.Year).ShouldBe([2016, 2017]);
        catalog.TiersByRank.Select(tier => tier.Key).ShouldBe(["silver", "gold"]);
    }

    [Fact]
    public void Keys_and_codes_are_looked_up_ordinally()
    {
        var catalog = Catalogs.Of(new SmallDocument().ToString());

        catalog.Credential("A1").ShouldNotBeNull();
        catalog.Credential("a1").ShouldBeNull();
        catalog.Measure("revenue").ShouldNotBeNull().Unit.ShouldBe("USD");
        catalog.Market("developing").ShouldNotBeNull();
        catalog.Tier("gold").ShouldNotBeNull().Rank.ShouldBe(2);
        catalog.Product("server").ShouldNotBeNull();
        catalog.Association("dpor").ShouldNotBeNull();
        catalog.Tag("renewal").ShouldNotBeNull();
        catalog.Flag("reseller").ShouldNotBeNull();
        catalog.Competency("other").ShouldBeNull();
    }

    [Theory]
    [InlineData("/program/currency", "\"EUR\"", "/program")]
    [InlineData("/credentials/1/title/en", "\"Another\"", "/credentials/1")]
    [InlineData("/measures/1/unit", "\"users\"", "/measures/1")]
    [InlineData("/products/0/name/en", "\"Another\"", "/products/0")]
    [InlineData("/competencies/0/name/en", "\"Another\"", "/competencies/0")]
    [InlineData($"{SmallDocument.Silver}/all/2/staffing/seats/0/count", "2", "/competencies/0/versions/0")]
    public void Documents_that_disagree_cannot_stand_together(string pointer, string json, string at)
    {
        var documents = new[] { new SmallDocument(), new SmallDocument().With(pointer, json) }.Select(document => Catalogs.Document(document.ToString()));

        var merge = ProgramCatalog.Merge(documents);

        merge.Catalog.ShouldBeNull();
        merge.Errors.Select(error => error.Pointer).ShouldBe([at]);
    }

    [Fact]
    public void Without_documents_there_is_no_program()
    {
        ProgramCatalog.Merge([]).Errors.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2015-12-31", null)]
    [InlineData("2016-01-01", "2016-01-01")]
    [InlineData("2016-06-30", "2016-01-01")]
    [InlineData("2016-07-01", null)]
    [InlineData("2016-12-31", null)]
    [InlineData("2017-01-01", "2017-01-01")]
    public void The_latest_version_is_in_force_until_it_ends(string day, string? version)
    {
        var catalog = Catalogs.Of(new SmallDocument().With("/competencies/0/versions/1", OtherVersion).ToString());

        $"{catalog.VersionInForce("competency", Days.Day(day))?.EffectiveFrom:O}".ShouldBe(version ?? "");
    }

    [Theory]
    [InlineData("ja", "プログラム")]
    [InlineData("ja-JP", "プログラム")]
    [InlineData("fr", "Program")]
    public void A_name_without_the_language_is_given_in_English(string language, string name)
    {
        Catalogs.Of(new SmallDocument().ToString()).Program.Name.In(language).ShouldBe(name);
    }

    [Fact]
    public void Expressions_are_written_as_documents_have_them()
    {
        Holds holds = new HoldsAny([new HoldsCredential("A1"), new HoldsAll([new HoldsGroup("group-a"), new HoldsCredential("B1")])]);

        var json = System.Text.Json.JsonSerializer.Serialize(holds);

        json.ShouldBe("""{"anyOf":["A1",{"allOf":[{"group":"group-a"},"B1"]}]}""");
        System.Text.Json.JsonSerializer.Deserialize<Holds>(json).ShouldBe(holds);
    }
}
