using System.Globalization;
using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class FactsReaderTests
{
    [Fact]
    public void Facts_are_read_to_the_last_detail()
    {
        var facts = Catalogs.Facts(
            """
            { "id": "contoso", "asOf": "2017-11-30", "market": "developed",
              "people": [ { "id": "e1", "name": "佐藤 花子", "from": "2014-04-01", "until": null,
                            "credentials": [ { "code": "MB2-714", "earnedOn": "2016-05-01", "validUntil": null } ] } ],
              "measurements": [ { "measure": "crm-net-new-revenue", "on": "2017-03-15", "value": 25000.00, "currency": "USD",
                                  "customer": "Fabrikam", "product": "crm-online", "association": "dpor", "tags": ["renewal"] } ],
              "unreportedMonths": { "crm-net-new-revenue": ["2017-10"] },
              "exchangeRates": [ { "from": "JPY", "to": "USD", "on": "2017-03-01", "rate": 0.0088123456 } ],
              "flags": [ { "key": "authorized-reseller", "on": "2017-01-15", "until": null } ] }
            """,
            CloudCrm.Catalog);

        facts.ShouldBe(new Facts
        {
            Id = "contoso",
            AsOf = Day("2017-11-30"),
            Market = "developed",
            People = [new PersonFacts("e1", "佐藤 花子", Day("2014-04-01")) { Credentials = [new CredentialFacts("MB2-714", Day("2016-05-01"))] }],
            Measurements =
            [
                new Measurement("crm-net-new-revenue", Day("2017-03-15"), 25000, "USD", "Fabrikam", "crm-online", "dpor") { Tags = ["renewal"] },
            ],
            UnreportedMonths = new Dictionary<string, ValueList<Month>>(StringComparer.Ordinal) { ["crm-net-new-revenue"] = [new Month(2017, 10)] }.ToValueMap(),
            ExchangeRates = [new ExchangeRateFacts("JPY", "USD", Day("2017-03-01"), 0.0088123456m)],
            Flags = [new FlagFacts("authorized-reseller", Day("2017-01-15"))],
        });
    }

    [Theory]
    [InlineData("""{"asOf":"2017-11-30"}""")]
    [InlineData("""{"asOf":"2017-11-30","id":null,"market":null,"people":null,"measurements":null,"unreportedMonths":null,"exchangeRates":null,"flags":null}""")]
    public void Null_is_the_same_as_absent(string json)
    {
        Catalogs.Facts(json, CloudCrm.Catalog).ShouldBe(new Facts { AsOf = Day("2017-11-30") });
    }

    [Theory]
    [InlineData("a missing day", """{}""", "/asOf")]
    [InlineData("a day that is null", """{"asOf":null}""", "/asOf")]
    [InlineData("a day that does not exist", """{"asOf":"2017-02-29"}""", "/asOf")]
    [InlineData("an unknown property", """{"asOf":"2017-11-30","colour":1}""", "/colour")]
    [InlineData("an unknown property that is null", """{"asOf":"2017-11-30","colour":null}""", "/colour")]
    [InlineData("a duplicate property", """{"asOf":"2017-11-30","asOf":"2017-11-30"}""", "/asOf")]
    [InlineData("a wrong type", """{"asOf":"2017-11-30","people":{}}""", "/people")]
    [InlineData("a market that the program lacks", """{"asOf":"2017-11-30","market":"emerging"}""", "/market")]
    [InlineData("a person without id", """{"asOf":"2017-11-30","people":[{}]}""", "/people/0/id")]
    [InlineData("two people with one id", """{"asOf":"2017-11-30","people":[{"id":"e1"},{"id":"e1"}]}""", "/people/1/id")]
    [InlineData("until before from", """{"asOf":"2017-11-30","people":[{"id":"e1","from":"2017-01-02","until":"2017-01-01"}]}""", "/people/0/until")]
    [InlineData("a pass without code", """{"asOf":"2017-11-30","people":[{"id":"e1","credentials":[{"earnedOn":"2017-01-01"}]}]}""", "/people/0/credentials/0/code")]
    [InlineData("a pass without day", """{"asOf":"2017-11-30","people":[{"id":"e1","credentials":[{"code":"x"}]}]}""", "/people/0/credentials/0/earnedOn")]
    [InlineData("an entry without measure", """{"asOf":"2017-11-30","measurements":[{"on":"2017-01-01","value":1}]}""", "/measurements/0/measure")]
    [InlineData("an entry without day", """{"asOf":"2017-11-30","measurements":[{"measure":"x","value":1}]}""", "/measurements/0/on")]
    [InlineData("an entry without value", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01"}]}""", "/measurements/0/value")]
    [InlineData("a value as text", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":"1"}]}""", "/measurements/0/value")]
    [InlineData("a fifth decimal", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":1.00001}]}""", "/measurements/0/value")]
    [InlineData("a fifth decimal by exponent", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":1e-5}]}""", "/measurements/0/value")]
    [InlineData("a nineteenth digit", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":100000000000000.00001}]}""", "/measurements/0/value")]
    [InlineData("a decimal that rounding would hide", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":0.12340000000000000000000000000000000001}]}""", "/measurements/0/value")]
    [InlineData("a month that is none", """{"asOf":"2017-11-30","unreportedMonths":{"x":["2017-13"]}}""", "/unreportedMonths/x/0")]
    [InlineData("an eleventh decimal of a rate", """{"asOf":"2017-11-30","exchangeRates":[{"from":"JPY","to":"USD","on":"2017-01-01","rate":0.00000000001}]}""", "/exchangeRates/0/rate")]
    [InlineData("a rate of 0", """{"asOf":"2017-11-30","exchangeRates":[{"from":"JPY","to":"USD","on":"2017-01-01","rate":0}]}""", "/exchangeRates/0/rate")]
    [InlineData("two rates on one day", """{"asOf":"2017-11-30","exchangeRates":[{"from":"JPY","to":"USD","on":"2017-01-01","rate":1},{"from":"JPY","to":"USD","on":"2017-01-01","rate":2}]}""", "/exchangeRates/1")]
    [InlineData("a flag without key", """{"asOf":"2017-11-30","flags":[{}]}""", "/flags/0/key")]
    [InlineData("an exponent beyond all numbers", """{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":1e99999999999}]}""", "/measurements/0/value")]
    [InlineData("a person that is null", """{"asOf":"2017-11-30","people":[{"id":"e1"},null]}""", "/people/1")]
    [InlineData("a day that is longer", """{"asOf":"2017-11-30T00:00"}""", "/asOf")]
    [InlineData("a day with a sign", """{"asOf":"+017-11-30"}""", "/asOf")]
    [InlineData("half a character", """{"asOf":"2017-11-30","people":[{"id":"\ud800"}]}""", "/people/0/id")]
    [InlineData("half a character in a name", """{"asOf":"2017-11-30","a/b\ud800":1}""", @"/a~1b\ud800")]
    [InlineData("half a character after the beginning of a name", """{"a\ud800":1}""", @"/a\ud800")]
    [InlineData("a measure that stands twice", """{"asOf":"2017-11-30","unreportedMonths":{"x":null,"a/b":[],"\u0061/b":[]}}""", "/unreportedMonths/a~1b")]
    [InlineData("a property that stands twice, once null", """{"asOf":"2017-11-30","id":null,"id":"x"}""", "/id")]
    [InlineData("something after the facts", """{"asOf":"2017-11-30"} 1""", "")]
    [InlineData("nothing", "", "")]
    [InlineData("an array", """[]""", "")]
    [InlineData("no json", """{"asOf":""", "")]
    public void The_first_error_is_named_at_its_place(string what, string json, string pointer)
    {
        var reading = FactsReader.Read(json, CloudCrm.Catalog);

        reading.Facts.ShouldBeNull(what);
        reading.Error.ShouldNotBeNull(what).Pointer.ShouldBe(pointer, what);
    }

    [Theory]
    [InlineData("1.5e3", "1500")]
    [InlineData("-0.0001", "-0.0001")]
    [InlineData("1000000000000000000.00000", "1000000000000000000", false)]
    [InlineData("100000000000000000.00000", "100000000000000000")]
    [InlineData("999999999999999999", "999999999999999999")]
    [InlineData("99999999999999.9999", "99999999999999.9999")]
    [InlineData("12.34000000000000000000000000000000000000", "12.34")]
    [InlineData("0e99999999999", "0")]
    [InlineData("-0", "0")]
    public void Numbers_are_read_exactly_within_the_limits(string written, string expected, bool isWithin = true)
    {
        var reading = FactsReader.Read(
            $$"""{"asOf":"2017-11-30","measurements":[{"measure":"x","on":"2017-01-01","value":{{written}}}]}""", CloudCrm.Catalog);

        var values = reading.Facts?.Measurements?.Select(entry => entry.Value.ToString(CultureInfo.InvariantCulture));
        values.ShouldBe(isWithin ? [expected] : null);
    }

    [Fact]
    public void Escapes_and_any_order_of_properties_are_read_like_plain_text()
    {
        var facts = Catalogs.Facts(
            """{"people":[{"credentials":[{"earnedOn":"2016\u002d05-01","c\u006fde":"MB2\u002d714"}],"\u0069d":"e\t1"}],"asOf":"2017-11-30"}""",
            CloudCrm.Catalog);

        facts.People.ShouldNotBeNull().Single().ShouldBe(
            new PersonFacts("e\t1") { Credentials = [new CredentialFacts("MB2-714", Day("2016-05-01"))] });
    }

    [Fact]
    public void Bytes_that_are_no_text_are_an_error_at_their_place()
    {
        byte[] json = [.. """{"id":"contoso","asOf":"2017-11-30","people":[{"id":"e"""u8, 0xff, .. "\"}]}"u8];

        FactsReader.Read(json, CloudCrm.Catalog).Error.ShouldBe(new FactsError("/people/0/id", "Not valid Unicode text.", "contoso"));
    }

    [Theory]
    [InlineData("""{"asOf":"2017-02-29","people":[{"id":"e1"}],"id":"contoso"}""", "contoso")]
    [InlineData("""{"asOf":"2017-02-29","id":5}""", null)]
    [InlineData("""{"id":"contoso","asOf":""", "contoso")]
    [InlineData("""["id","contoso"]""", null)]
    public void An_error_names_the_facts_where_their_id_can_be_read(string json, string? id)
    {
        FactsReader.Read(json, CloudCrm.Catalog).Error.ShouldNotBeNull().Id.ShouldBe(id);
    }

    [Fact]
    public void Deep_nesting_is_an_error_at_its_place()
    {
        var deep = new string('[', 100_000);

        FactsReader.Read($$"""{"people":{{deep}}""", CloudCrm.Catalog).Error.ShouldNotBeNull().Pointer.ShouldBe("/people/0");
        FactsReader.Read(deep, CloudCrm.Catalog).Error.ShouldNotBeNull().Pointer.ShouldBe("");
    }
}
