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
    [InlineData("an array", """[]""", "")]
    [InlineData("no json", """{"asOf":""", "")]
    public void The_first_error_is_named_at_its_place(string what, string json, string pointer)
    {
        var reading = FactsReader.Read(json, CloudCrm.Catalog);

        reading.Facts.ShouldBeNull(what);
        reading.Error.ShouldNotBeNull(what).Pointer.ShouldBe(pointer, what);
    }
}
