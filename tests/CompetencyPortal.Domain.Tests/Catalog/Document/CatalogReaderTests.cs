using System.Globalization;
using System.Text;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Tests.Catalog.Document;

public class CatalogReaderTests
{
    private const string Silver = SmallDocument.Silver;
    private const string Version = SmallDocument.Version;

    [Fact]
    public void A_document_is_read_to_the_last_detail()
    {
        var reading = CatalogReader.Read(new SmallDocument().ToString());

        reading.Errors.ShouldBeEmpty();
        var document = reading.Document.ShouldNotBeNull();
        document.Program.Name.In("ja").ShouldBe("プログラム");
        document.Credentials[3].DerivedFrom.ShouldBe(new HoldsAll([new HoldsAny([new HoldsCredential("A1"), new HoldsCredential("A2")]), new HoldsCredential("B1")]));
        document.Measures[1].ShouldBe(new MeasureDefinition("seats", LocalizedText.English("Seats"), MeasureKind.Count, "seats"));
        var version = document.Competencies[0].Versions[0];
        version.Source.ShouldBe(new SourceReference("The page", "https://example.com/page"));
        version.ExamGroups[1].Holds.ShouldBe(new HoldsAll([new HoldsGroup("group-a"), new HoldsCredential("B1")]));
        var all = version.Options[0].Tiers[0].Requirement.ShouldBeOfType<AllRequirement>();
        all.Children[0].ShouldBe(new MetricRequirement(
            null,
            null,
            new MetricDefinition("revenue", MetricWindow.Trailing(12), Aggregate.Sum, ["cloud"], ["dpor"], ["renewal"]),
            new MarketThreshold(new Dictionary<string, decimal>(StringComparer.Ordinal) { ["developed"] = 100.5m }.ToValueMap())));
        all.Children[1].ShouldBe(new AnyRequirement(null, null,
        [
            new FlagRequirement(null, null, "reseller", 24),
            new MetricRequirement(null, null, new MetricDefinition("seats", MetricWindow.Latest), new PlainThreshold(10)),
        ]));
        all.Children[2].Key.ShouldBe("people");
        all.Children[2].ShouldBeOfType<StaffingRequirement>().Seats[1].Count.ShouldBe(2);
    }

    [Fact]
    public void Documents_equal_in_meaning_are_equal()
    {
        var one = CatalogReader.Read(new SmallDocument().ToString()).Document;
        var other = CatalogReader.Read(new SmallDocument().With($"{Silver}/all/0/metric/atLeast", """{"developed":100.50}""").ToString()).Document;

        other.ShouldBe(one);
    }

    [Fact]
    public void Lists_left_out_leave_their_keys_free()
    {
        var document = new SmallDocument().Without("/products").Without("/associations").Without("/tags").Without("/flags");

        CatalogReader.Read(document.ToString()).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_is_ignored()
    {
        CatalogReader.Read($"\uFEFF{new SmallDocument()}").Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a missing program", "/program")]
    [InlineData("a missing currency", "/program/currency")]
    [InlineData("a missing list of credentials", "/credentials")]
    [InlineData("a missing list of measures", "/measures")]
    [InlineData("a missing code", "/credentials/0/code")]
    [InlineData("a missing title", "/credentials/0/title")]
    [InlineData("a missing English title", "/credentials/0/title/en")]
    [InlineData("a missing unit", "/measures/0/unit")]
    [InlineData("a missing first day", $"{Version}/effectiveFrom")]
    [InlineData("missing options", $"{Version}/options")]
    [InlineData("missing tiers", $"{SmallDocument.Option}/tiers")]
    [InlineData("a missing threshold", $"{Silver}/all/0/metric/atLeast")]
    [InlineData("a missing window", $"{Silver}/all/0/metric/window")]
    [InlineData("a missing flag", $"{Silver}/all/1/any/0/flag/key")]
    [InlineData("missing seats", $"{Silver}/all/2/staffing/seats")]
    [InlineData("a missing count", $"{Silver}/all/2/staffing/seats/0/count")]
    public void What_is_missing_is_an_error_where_it_should_stand(string what, string pointer)
    {
        var reading = CatalogReader.Read(new SmallDocument().Without(pointer).ToString());

        reading.Document.ShouldBeNull(what);
        reading.Errors.ShouldBe([new CatalogError(pointer, "Missing.")], what);
    }

    [Theory]
    [InlineData("an unknown property", "/colour", "1")]
    [InlineData("an unknown property of a credential", "/credentials/0/valid~1", "1", "/credentials/0/valid~01")]
    [InlineData("null for a property", "/credentials/0/issuer", "null")]
    [InlineData("a list that is no list", "/credentials", "{}")]
    [InlineData("an object that is no object", "/program", "[]")]
    [InlineData("a text that is no text", "/program/currency", "1")]
    [InlineData("a text for a number", $"{Silver}/all/2/staffing/seats/0/count", "\"1\"")]
    [InlineData("no market", "/program/markets", "[]")]
    [InlineData("no tier", "/program/tiers", "[]")]
    [InlineData("no competency", "/competencies", "[]")]
    [InlineData("no version", "/competencies/0/versions", "[]")]
    [InlineData("no option", $"{Version}/options", "[]")]
    [InlineData("no tier of an option", $"{SmallDocument.Option}/tiers", "{}")]
    [InlineData("an empty group", $"{Version}/examGroups/0/anyOf", "[]")]
    [InlineData("a group with neither expression", $"{Version}/examGroups/0", """{"key":"group-a","name":{"en":"A"}}""")]
    [InlineData("a group with both expressions", $"{Version}/examGroups/0", """{"key":"group-a","name":{"en":"A"},"anyOf":["A1"],"allOf":["A1"]}""")]
    [InlineData("all of nothing", $"{Silver}/all", "[]")]
    [InlineData("no seat", $"{Silver}/all/2/staffing/seats", "[]")]
    [InlineData("no product in a filter", $"{Silver}/all/0/metric/products", "[]")]
    [InlineData("an expression of nothing", $"{Silver}/all/2/staffing/seats/0/holds", """{"anyOf":[]}""", $"{Silver}/all/2/staffing/seats/0/holds/anyOf")]
    [InlineData("an expression of two kinds", $"{Silver}/all/2/staffing/seats/0/holds", """{"group":"group-a","anyOf":["A1"]}""")]
    [InlineData("a requirement of no kind", $"{Silver}/all/0", "{}")]
    [InlineData("a requirement of two kinds", $"{Silver}/all/0", """{"all":[],"any":[]}""")]
    [InlineData("a threshold without market", $"{Silver}/all/0/metric/atLeast", "{}")]
    [InlineData("a negative threshold", $"{Silver}/all/0/metric/atLeast", "-1")]
    [InlineData("a negative threshold for a market", $"{Silver}/all/0/metric/atLeast/developed", "-0.01")]
    [InlineData("a fifth decimal", $"{Silver}/all/0/metric/atLeast", "1.00001")]
    [InlineData("a nineteenth digit", $"{Silver}/all/0/metric/atLeast", "1234567890123456789")]
    [InlineData("a number beyond all bounds", $"{Silver}/all/0/metric/atLeast", "1e999")]
    [InlineData("a window of no month", $"{Silver}/all/0/metric/window/trailingMonths", "0")]
    [InlineData("a window of 121 months", $"{Silver}/all/0/metric/window/trailingMonths", "121")]
    [InlineData("a window of half a month", $"{Silver}/all/0/metric/window/trailingMonths", "0.5")]
    [InlineData("a window nobody knows", $"{Silver}/all/0/metric/window", "\"Latest\"")]
    [InlineData("an aggregate nobody knows", $"{Silver}/all/0/metric/aggregate", "\"max\"")]
    [InlineData("a flag within no month", $"{Silver}/all/1/any/0/flag/withinMonths", "0")]
    [InlineData("a seat without place", $"{Silver}/all/2/staffing/seats/0/count", "0")]
    [InlineData("a seat of 1001 places", $"{Silver}/all/2/staffing/seats/0/count", "1001")]
    [InlineData("a rank of 0", "/program/tiers/0/rank", "0")]
    [InlineData("a credential valid for no month", "/credentials/0/validForMonths", "0")]
    [InlineData("a credential that costs nothing", "/credentials/0/cost", "0")]
    [InlineData("a kind of credential nobody knows", "/credentials/0/kind", "\"badge\"")]
    [InlineData("a kind of measure nobody knows", "/measures/0/kind", "\"Money\"")]
    [InlineData("a key with a capital", "/program/key", "\"Program\"")]
    [InlineData("a key with two hyphens", "/program/key", "\"a--b\"")]
    [InlineData("a key with a line end", "/program/key", "\"a\\n\"")]
    [InlineData("a key of 65 characters", "/program/key", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [InlineData("an empty code", "/credentials/0/code", "\"\"")]
    [InlineData("a code of 65 characters", "/credentials/0/code", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"")]
    [InlineData("an empty name", "/program/name/ja", "\"\"")]
    [InlineData("a language in capitals", "/program/name/JA", "\"x\"")]
    [InlineData("an address that is none", "/credentials/0/url", "\"ftp://example.com\"")]
    [InlineData("a day that does not exist", $"{Version}/effectiveFrom", "\"2017-02-29\"")]
    [InlineData("a day in another form", $"{Version}/effectiveFrom", "\"2017-2-1\"")]
    [InlineData("a currency that is none", "/program/currency", "\"usd\"")]
    [InlineData("a money unit that is no currency", "/measures/0/unit", "\"dollars\"")]
    [InlineData("an empty unit", "/measures/1/unit", "\"\"")]
    public void A_wrong_shape_is_an_error_at_its_place(string what, string pointer, string json, string? at = null)
    {
        var changed = new SmallDocument().With(pointer, json);

        var reading = CatalogReader.Read(changed.ToString());

        reading.Document.ShouldBeNull(what);
        reading.Errors.Select(error => error.Pointer).ShouldBe([at ?? pointer], what);
    }

    [Theory]
    [InlineData("an unknown tier", $"{SmallDocument.Option}/tiers/platinum", """{"flag":{"key":"reseller"}}""")]
    [InlineData("an unknown market", $"{Silver}/all/0/metric/atLeast/emerging", "1")]
    [InlineData("an unknown measure", $"{Silver}/all/0/metric/measure", "\"profit\"")]
    [InlineData("an unknown product", $"{Silver}/all/0/metric/products/1", "\"phone\"")]
    [InlineData("an unknown association", $"{Silver}/all/0/metric/associations/0", "\"friend\"")]
    [InlineData("an unknown tag", $"{Silver}/all/0/metric/excludeTags/0", "\"gift\"")]
    [InlineData("an unknown flag", $"{Silver}/all/1/any/0/flag/key", "\"wholesaler\"")]
    [InlineData("an unknown group in a seat", $"{Silver}/all/2/staffing/seats/0/holds/group", "\"group-c\"")]
    [InlineData("an unknown group in a group", $"{Version}/examGroups/1/allOf/0/group", "\"group-c\"")]
    [InlineData("an unknown credential in a seat", $"{Silver}/all/2/staffing/seats/0/holds", "\"A9\"")]
    [InlineData("an unknown credential deep in a seat", $"{Silver}/all/2/staffing/seats/1/holds/anyOf/1/allOf/0", "\"A9\"")]
    [InlineData("an unknown credential in a group", $"{Version}/examGroups/0/anyOf/2", "\"a1\"")]
    [InlineData("an unknown credential in a derivation", "/credentials/3/derivedFrom/allOf/1", "\"A9\"")]
    [InlineData("a group in a derivation", "/credentials/3/derivedFrom/allOf/1", """{"group":"group-a"}""", "/credentials/3/derivedFrom/allOf/1/group")]
    [InlineData("a credential derived from itself", "/credentials/0/derivedFrom", "\"A1\"")]
    [InlineData("a group that contains itself", $"{Version}/examGroups/0/anyOf/2", """{"group":"group-a"}""", $"{Version}/examGroups/0")]
    [InlineData("an end before the beginning", $"{Version}/effectiveUntil", "\"2016-12-31\"")]
    [InlineData("a code that stands twice", "/credentials/1/code", "\"A1\"", "/credentials/1/code")]
    [InlineData("a measure that stands twice", "/measures/2", """{"key":"seats","name":{"en":"x"},"kind":"count","unit":"x"}""", "/measures/2/key")]
    [InlineData("a market that stands twice", "/program/markets/1/key", "\"developed\"")]
    [InlineData("a tier that stands twice", "/program/tiers/0/key", "\"silver\"", "/program/tiers/1/key")]
    [InlineData("a product that stands twice", "/products/1/key", "\"cloud\"")]
    [InlineData("an association that stands twice", "/associations/1", """{"key":"dpor","name":{"en":"x"}}""", "/associations/1/key")]
    [InlineData("a tag that stands twice", "/tags/1", """{"key":"renewal","name":{"en":"x"}}""", "/tags/1/key")]
    [InlineData("a flag that stands twice", "/flags/1", """{"key":"reseller","name":{"en":"x"}}""", "/flags/1/key")]
    [InlineData("a group that stands twice", $"{Version}/examGroups/2", """{"key":"group-a","name":{"en":"x"},"anyOf":["A1"]}""", $"{Version}/examGroups/2/key")]
    [InlineData("a seat that stands twice", $"{Silver}/all/2/staffing/seats/1/key", "\"first\"")]
    [InlineData("an option that stands twice", $"{Version}/options/1", """{"key":"option","name":{"en":"x"},"tiers":{"gold":{"flag":{"key":"reseller"}}}}""", $"{Version}/options/1/key")]
    [InlineData("two versions from one day", "/competencies/0/versions/1", """{"effectiveFrom":"2017-01-01","options":[{"key":"x","name":{"en":"x"},"tiers":{"gold":{"flag":{"key":"reseller"}}}}]}""", "/competencies/0/versions/1/effectiveFrom")]
    [InlineData("a competency that stands twice", "/competencies/1", """{"key":"competency","name":{"en":"x"},"versions":[{"effectiveFrom":"2017-01-01","options":[{"key":"x","name":{"en":"x"},"tiers":{"gold":{"flag":{"key":"reseller"}}}}]}]}""", "/competencies/1/key")]
    public void What_does_not_hold_together_is_an_error_at_its_place(string what, string pointer, string json, string? at = null)
    {
        var changed = new SmallDocument().With(pointer, json);

        var reading = CatalogReader.Read(changed.ToString());

        reading.Document.ShouldBeNull(what);
        reading.Errors.Select(error => error.Pointer).ShouldContain(found => found == (at ?? pointer), what);
    }

    [Fact]
    public void Credentials_derived_from_each_other_are_an_error_at_each()
    {
        var changed = new SmallDocument().With("/credentials/2/derivedFrom", "\"AB\"");

        CatalogReader.Read(changed.ToString()).Errors.Select(error => error.Pointer)
            .ShouldBe(["/credentials/2/derivedFrom", "/credentials/3/derivedFrom"]);
    }

    [Fact]
    public void Groups_that_only_lead_to_a_cycle_or_from_one_to_another_do_not_need_themselves()
    {
        var changed = Groups(("before", "one"), ("one", "two"), ("two", "one"), ("two", "between"), ("between", "loop"), ("loop", "loop"), ("loop", "after"));

        CatalogReader.Read(changed.ToString()).Errors.Select(error => error.Message)
            .ShouldBe(["The group 'one' needs itself.", "The group 'two' needs itself.", "The group 'loop' needs itself."]);
    }

    [Fact]
    public void A_cycle_may_be_long()
    {
        const int many = 20_000;
        var changed = Groups([.. Enumerable.Range(0, many).Select(number => ($"g-{number}", $"g-{(number + 1) % many}"))]);

        CatalogReader.Read(changed.ToString()).Errors.Count.ShouldBe(many);
    }

    [Fact]
    public void Every_reference_that_dangles_is_named()
    {
        var changed = new SmallDocument()
            .With($"{Silver}/all/0/metric/measure", "\"profit\"")
            .With($"{Silver}/all/2/staffing/seats/0/holds", "\"A9\"");

        CatalogReader.Read(changed.ToString()).Errors.Select(error => error.Pointer)
            .ShouldBe([$"{Silver}/all/0/metric/measure", $"{Silver}/all/2/staffing/seats/0/holds"]);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("half an object", "{")]
    [InlineData("a comment", "{} // x")]
    public void What_is_no_json_is_an_error_at_the_root(string what, string text)
    {
        CatalogReader.Read(text).Errors.Select(error => error.Pointer).ShouldBe([""], what);
    }

    [Fact]
    public void A_property_that_stands_twice_is_an_error_at_its_place()
    {
        var twice = new SmallDocument().ToString().Replace("\"rank\":2", "\"rank\":2,\"rank\":2", StringComparison.Ordinal);

        CatalogReader.Read(twice).Errors.Select(error => error.Pointer).ShouldBe(["/program/tiers/0/rank"]);
    }

    [Fact]
    public void Half_a_character_is_an_error_at_its_place()
    {
        var half = new SmallDocument().ToString().Replace("\"code\":\"A1\"", "\"code\":\"\\ud800\"", StringComparison.Ordinal);

        CatalogReader.Read(half).Errors.Select(error => error.Pointer).ShouldBe(["/credentials/0/code"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_an_error_at_their_place()
    {
        var bytes = Encoding.UTF8.GetBytes(new SmallDocument().With("/credentials/0/code", "\"????\"").ToString());
        bytes.AsSpan().Replace((byte)'?', (byte)0xFF);

        CatalogReader.Read(bytes).Errors.Select(error => error.Pointer).ShouldBe(["/credentials/0/code"]);
    }

    [Fact]
    public void A_text_nested_beyond_all_bounds_is_an_error()
    {
        var deep = $"{new string('[', 100_000)}{new string(']', 100_000)}";

        CatalogReader.Read(deep).Errors.Select(error => error.Pointer).ShouldBe([""]);
    }

    [Theory]
    [InlineData("1e2", "100")]
    [InlineData("100.00000", "100")]
    [InlineData("0.0001", "0.0001")]
    public void A_number_is_judged_by_its_value(string number, string threshold)
    {
        var reading = CatalogReader.Read(new SmallDocument().With($"{Silver}/all/1/any/1/metric/atLeast", number).ToString());

        reading.Document.ShouldNotBeNull().Competencies[0].Versions[0].Options[0].Tiers[0].Requirement
            .ShouldBeOfType<AllRequirement>().Children[1]
            .ShouldBeOfType<AnyRequirement>().Children[1]
            .ShouldBeOfType<MetricRequirement>().AtLeast.ShouldBe(new PlainThreshold(decimal.Parse(threshold, CultureInfo.InvariantCulture)));
    }

    /// <summary>The small document with groups that lead to each other.</summary>
    private static SmallDocument Groups(params (string From, string To)[] steps)
    {
        var outgoing = steps.ToLookup(step => step.From);
        var groups = steps.Select(step => step.From).Union(steps.Select(step => step.To)).Select(key =>
            $$"""{"key": "{{key}}", "name": {"en": "x"}, "anyOf": [{{string.Concat(outgoing[key].Select(step => $$"""{"group": "{{step.To}}"}, """))}} "A1"]}""");

        return new SmallDocument()
            .With($"{Version}/examGroups", $"[{string.Join(',', groups)}]")
            .With($"{Silver}/all/2/staffing/seats/0/holds", "\"A1\"");
    }
}
