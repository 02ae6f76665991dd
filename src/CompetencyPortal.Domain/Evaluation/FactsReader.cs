using System.Text;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Reads facts strictly, down to their first error. <c>null</c> for a property says the same as leaving it out.</summary>
public static class FactsReader
{
    private const int RateDecimals = 10;

    /// <summary>Reads facts; never throws on account of what they hold.</summary>
    public static FactsReading Read(string json, ProgramCatalog catalog) => Read(Encoding.UTF8.GetBytes(json), catalog);

    /// <summary>Reads facts in UTF-8, with or without byte-order mark; never throws on account of what they hold.</summary>
    public static FactsReading Read(ReadOnlyMemory<byte> utf8, ProgramCatalog catalog)
    {
        try
        {
            return new FactsReading(JsonText.Read(utf8, nullIsAbsent: true, place => Facts(place, catalog)), null);
        }
        catch (MisshapenJsonException exception)
        {
            return new FactsReading(null, new FactsError(exception.At, exception.Message));
        }
    }

    private static Facts Facts(JsonPlace place, ProgramCatalog catalog)
    {
        var facts = place.Object("id", "asOf", "market", "people", "measurements", "unreportedMonths", "exchangeRates", "flags");

        return new Facts
        {
            Id = facts.Optional("id")?.Text(),
            AsOf = facts.Required("asOf").Day(),
            Market = facts.Optional("market") is { } market ? Market(market, catalog) : null,
            People = facts.Optional("people") is { } people ? People(people) : null,
            Measurements = facts.Optional("measurements")?.List(Measurement),
            UnreportedMonths = UnreportedMonths(facts.Optional("unreportedMonths")),
            ExchangeRates = facts.Optional("exchangeRates") is { } rates ? ExchangeRates(rates) : [],
            Flags = facts.Optional("flags")?.List(Flag),
        };
    }

    private static string Market(JsonPlace place, ProgramCatalog catalog)
    {
        var market = place.Text();

        return catalog.Market(market) is not null ? market : throw place.Error("The program has no such market.");
    }

    private static ValueList<PersonFacts> People(JsonPlace place)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);

        return place.List(item =>
        {
            var person = Person(item);

            return ids.Add(person.Id) ? person : throw item.Error("id", "Another person has this id.");
        });
    }

    private static PersonFacts Person(JsonPlace place)
    {
        var person = place.Object("id", "name", "from", "until", "credentials");
        var from = person.OptionalDay("from");
        var until = person.OptionalDay("until");

        if (until < from)
        {
            throw place.Error("until", "Ends before it begins.");
        }

        return new PersonFacts(person.Required("id").Text(), person.Optional("name")?.Text(), from, until)
        {
            Credentials = person.Optional("credentials")?.List(Credential) ?? [],
        };
    }

    private static CredentialFacts Credential(JsonPlace place)
    {
        var credential = place.Object("code", "earnedOn", "validUntil");

        return new CredentialFacts(
            credential.Required("code").Text(),
            credential.Required("earnedOn").Day(),
            credential.OptionalDay("validUntil"));
    }

    private static Measurement Measurement(JsonPlace place)
    {
        var measurement = place.Object("measure", "on", "value", "currency", "customer", "product", "association", "tags");

        return new Measurement(
            measurement.Required("measure").Text(),
            measurement.Required("on").Day(),
            measurement.Required("value").Number(),
            measurement.Optional("currency")?.Text(),
            measurement.Optional("customer")?.Text(),
            measurement.Optional("product")?.Text(),
            measurement.Optional("association")?.Text())
        {
            Tags = measurement.Optional("tags")?.List(tag => tag.Text()) ?? [],
        };
    }

    private static ValueMap<string, ValueList<Month>> UnreportedMonths(JsonPlace? place) =>
        (place?.Map().Select((measure, months) => KeyValuePair.Create(measure, months.List(Month))) ?? []).ToValueMap();

    private static Month Month(JsonPlace place) =>
        Domain.Month.TryParse(place.Text(), out var month) ? month : throw place.Error("Not a month (YYYY-MM).");

    private static ValueList<ExchangeRateFacts> ExchangeRates(JsonPlace place)
    {
        var known = new HashSet<(string From, string To, DateOnly On)>();

        return place.List(item =>
        {
            var rate = ExchangeRate(item);

            return known.Add((rate.From, rate.To, rate.On)) ? rate : throw item.Error("The pair has another rate on this day.");
        });
    }

    private static ExchangeRateFacts ExchangeRate(JsonPlace place)
    {
        var exchange = place.Object("from", "to", "on", "rate");
        var rate = exchange.Required("rate");

        return new ExchangeRateFacts(
            exchange.Required("from").Text(),
            exchange.Required("to").Text(),
            exchange.Required("on").Day(),
            rate.Number(RateDecimals) is > 0 and var number ? number : throw rate.Error("Not above 0."));
    }

    private static FlagFacts Flag(JsonPlace place)
    {
        var flag = place.Object("key", "on", "until");

        return new FlagFacts(flag.Required("key").Text(), flag.OptionalDay("on"), flag.OptionalDay("until"));
    }
}

/// <summary>Facts, or the first thing that is wrong with them.</summary>
/// <param name="Facts">Null exactly when there is an error.</param>
public sealed record FactsReading(Facts? Facts, FactsError? Error);

/// <summary>What is wrong with facts, and where.</summary>
/// <param name="Pointer">JSON Pointer to the place; a property that is missing is named where it should stand.</param>
/// <param name="Message">In English, technical.</param>
public sealed record FactsError(string Pointer, string Message);
