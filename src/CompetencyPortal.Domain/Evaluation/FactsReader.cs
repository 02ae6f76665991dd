using System.Text;
using System.Text.Json;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Reads facts strictly, down to their first error. <c>null</c> for a property says the same as leaving it out.</summary>
public static class FactsReader
{
    private const int RateDecimals = 10;

    private static readonly JsonNames FactsNames =
        new("id", "asOf", "market", "people", "measurements", "unreportedMonths", "exchangeRates", "flags");

    private static readonly JsonNames PersonNames = new("id", "name", "from", "until", "credentials");

    private static readonly JsonNames CredentialNames = new("code", "earnedOn", "validUntil");

    private static readonly JsonNames MeasurementNames =
        new("measure", "on", "value", "currency", "customer", "product", "association", "tags");

    private static readonly JsonNames ExchangeRateNames = new("from", "to", "on", "rate");

    private static readonly JsonNames FlagNames = new("key", "on", "until");

    /// <summary>Reads facts; never throws on account of what they hold.</summary>
    public static FactsReading Read(string json, ProgramCatalog catalog) => Read(Encoding.UTF8.GetBytes(json), catalog);

    /// <summary>Reads facts in UTF-8, with or without byte-order mark; never throws on account of what they hold.</summary>
    public static FactsReading Read(ReadOnlySpan<byte> utf8, ProgramCatalog catalog)
    {
        try
        {
            return new FactsReading(JsonText.ReadOnce(utf8, (ref json) => Facts(ref json, catalog)), null);
        }
        catch (MisshapenJsonException exception)
        {
            return new FactsReading(null, new FactsError(exception.At, exception.Message, Id(utf8)));
        }
    }

    private static Facts Facts(ref JsonCursor json, ProgramCatalog catalog)
    {
        var place = json.Object(FactsNames);
        string? id = null, market = null;
        DateOnly? asOf = null;
        ValueList<PersonFacts>? people = null;
        ValueList<Measurement>? measurements = null;
        ValueMap<string, ValueList<Month>>? unreportedMonths = null;
        ValueList<ExchangeRateFacts>? exchangeRates = null;
        ValueList<FlagFacts>? flags = null;

        while (json.Next(ref place) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = json.Text();
                    break;
                case "asOf":
                    asOf = json.Day();
                    break;
                case "market":
                    market = Market(ref json, catalog);
                    break;
                case "people":
                    people = People(ref json);
                    break;
                case "measurements":
                    measurements = json.List(Measurement);
                    break;
                case "unreportedMonths":
                    unreportedMonths = json.Map((ref months) => months.List(Month));
                    break;
                case "exchangeRates":
                    exchangeRates = ExchangeRates(ref json);
                    break;
                case "flags":
                    flags = json.List(Flag);
                    break;
            }
        }

        return new Facts
        {
            Id = id,
            AsOf = asOf ?? throw json.Missing(place, "asOf"),
            Market = market,
            People = people,
            Measurements = measurements,
            UnreportedMonths = unreportedMonths ?? ValueMap.Empty<string, ValueList<Month>>(),
            ExchangeRates = exchangeRates ?? [],
            Flags = flags,
        };
    }

    private static string Market(ref JsonCursor json, ProgramCatalog catalog)
    {
        var market = json.Text();

        return catalog.Market(market) is not null ? market : throw json.Error(json.Position, "The program has no such market.");
    }

    private static ValueList<PersonFacts> People(ref JsonCursor json)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);

        return json.List((ref item) =>
        {
            var position = item.Position;
            var person = Person(ref item);

            return ids.Add(person.Id) ? person : throw item.Error(position, "id", "Another person has this id.");
        });
    }

    private static PersonFacts Person(ref JsonCursor json)
    {
        var place = json.Object(PersonNames);
        string? id = null, name = null;
        DateOnly? from = null, until = null;
        ValueList<CredentialFacts> credentials = [];

        while (json.Next(ref place) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = json.Text();
                    break;
                case "name":
                    name = json.Text();
                    break;
                case "from":
                    from = json.Day();
                    break;
                case "until":
                    until = json.Day();
                    break;
                case "credentials":
                    credentials = json.List(Credential);
                    break;
            }
        }

        if (until < from)
        {
            throw json.Error(place.Position, "until", "Ends before it begins.");
        }

        return new PersonFacts(id ?? throw json.Missing(place, "id"), name, from, until) { Credentials = credentials };
    }

    private static CredentialFacts Credential(ref JsonCursor json)
    {
        var place = json.Object(CredentialNames);
        string? code = null;
        DateOnly? earnedOn = null, validUntil = null;

        while (json.Next(ref place) is { } property)
        {
            switch (property)
            {
                case "code":
                    code = json.Text();
                    break;
                case "earnedOn":
                    earnedOn = json.Day();
                    break;
                case "validUntil":
                    validUntil = json.Day();
                    break;
            }
        }

        return new CredentialFacts(
            code ?? throw json.Missing(place, "code"),
            earnedOn ?? throw json.Missing(place, "earnedOn"),
            validUntil);
    }

    private static Measurement Measurement(ref JsonCursor json)
    {
        var place = json.Object(MeasurementNames);
        string? measure = null, currency = null, customer = null, product = null, association = null;
        DateOnly? on = null;
        decimal? value = null;
        ValueList<string> tags = [];

        while (json.Next(ref place) is { } property)
        {
            switch (property)
            {
                case "measure":
                    measure = json.Text();
                    break;
                case "on":
                    on = json.Day();
                    break;
                case "value":
                    value = json.Number();
                    break;
                case "currency":
                    currency = json.Text();
                    break;
                case "customer":
                    customer = json.Text();
                    break;
                case "product":
                    product = json.Text();
                    break;
                case "association":
                    association = json.Text();
                    break;
                case "tags":
                    tags = json.List((ref tag) => tag.Text());
                    break;
            }
        }

        return new Measurement(
            measure ?? throw json.Missing(place, "measure"),
            on ?? throw json.Missing(place, "on"),
            value ?? throw json.Missing(place, "value"),
            currency,
            customer,
            product,
            association)
        { Tags = tags };
    }

    private static Month Month(ref JsonCursor json) =>
        Domain.Month.TryParse(json.Text(), out var month) ? month : throw json.Error(json.Position, "Not a month (YYYY-MM).");

    private static ValueList<ExchangeRateFacts> ExchangeRates(ref JsonCursor json)
    {
        var known = new HashSet<(string From, string To, DateOnly On)>();

        return json.List((ref item) =>
        {
            var position = item.Position;
            var rate = ExchangeRate(ref item);

            return known.Add((rate.From, rate.To, rate.On)) ? rate : throw item.Error(position, "The pair has another rate on this day.");
        });
    }

    private static ExchangeRateFacts ExchangeRate(ref JsonCursor json)
    {
        var place = json.Object(ExchangeRateNames);
        string? from = null, to = null;
        DateOnly? on = null;
        decimal? rate = null;

        while (json.Next(ref place) is { } property)
        {
            switch (property)
            {
                case "from":
                    from = json.Text();
                    break;
                case "to":
                    to = json.Text();
                    break;
                case "on":
                    on = json.Day();
                    break;
                case "rate":
                    rate = Rate(ref json);
                    break;
            }
        }

        return new ExchangeRateFacts(
            from ?? throw json.Missing(place, "from"),
            to ?? throw json.Missing(place, "to"),
            on ?? throw json.Missing(place, "on"),
            rate ?? throw json.Missing(place, "rate"));
    }

    private static decimal Rate(ref JsonCursor json) =>
        json.Number(RateDecimals) is > 0 and var rate ? rate : throw json.Error(json.Position, "Not above 0.");

    private static FlagFacts Flag(ref JsonCursor json)
    {
        var place = json.Object(FlagNames);
        string? key = null;
        DateOnly? on = null, until = null;

        while (json.Next(ref place) is { } property)
        {
            switch (property)
            {
                case "key":
                    key = json.Text();
                    break;
                case "on":
                    on = json.Day();
                    break;
                case "until":
                    until = json.Day();
                    break;
            }
        }

        return new FlagFacts(key ?? throw json.Missing(place, "key"), on, until);
    }

    /// <summary>The facts' id, if it can be read in spite of what is wrong elsewhere.</summary>
    private static string? Id(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return FindId(new Utf8JsonReader(JsonText.WithoutMark(utf8)));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? FindId(Utf8JsonReader json)
    {
        var isObject = json.Read() && json.TokenType == JsonTokenType.StartObject;

        while (isObject && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = json.ValueTextEquals("id"u8);
            json.Read();

            if (isId)
            {
                return json.TokenType == JsonTokenType.String ? json.GetString() : null;
            }

            json.Skip();
        }

        return null;
    }
}

/// <summary>Facts, or the first thing that is wrong with them.</summary>
/// <param name="Facts">Null exactly when there is an error.</param>
public sealed record FactsReading(Facts? Facts, FactsError? Error);

/// <summary>What is wrong with facts, and where.</summary>
/// <param name="Pointer">JSON Pointer to the place; a property that is missing is named where it should stand.</param>
/// <param name="Message">In English, technical.</param>
/// <param name="Id">The facts' id; null where there is none to be read.</param>
public sealed record FactsError(string Pointer, string Message, string? Id);
