using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>From JSON to the document's records, down to competencies and versions.</summary>
internal static class CatalogShape
{
    public static CatalogDocument Document(JsonPlace place)
    {
        var document = place.Object(
            "$schema", "program", "credentials", "measures", "associations", "products", "tags", "flags", "competencies");

        return new CatalogDocument(
            document.Optional("$schema")?.Text(),
            Program(document.Required("program")),
            document.Required("credentials").List(Credential),
            document.Required("measures").List(Measure),
            document.Optional("associations")?.List(Named),
            document.Optional("products")?.List(Named),
            document.Optional("tags")?.List(Named),
            document.Optional("flags")?.List(Named),
            document.Required("competencies").NonEmptyList(Competency));
    }

    private static ProgramDefinition Program(JsonPlace place)
    {
        var program = place.Object("key", "name", "currency", "markets", "tiers");

        return new ProgramDefinition(
            CatalogText.Key(program.Required("key")),
            CatalogText.Localized(program.Required("name")),
            CatalogText.Currency(program.Required("currency")),
            program.Required("markets").NonEmptyList(Named),
            program.Required("tiers").NonEmptyList(Tier));
    }

    private static TierDefinition Tier(JsonPlace place)
    {
        var tier = place.Object("key", "name", "rank");

        return new TierDefinition(
            CatalogText.Key(tier.Required("key")),
            CatalogText.Localized(tier.Required("name")),
            tier.Required("rank").Integer(least: 1));
    }

    private static NamedKey Named(JsonPlace place)
    {
        var named = place.Object("key", "name");

        return new NamedKey(CatalogText.Key(named.Required("key")), CatalogText.Localized(named.Required("name")));
    }

    private static CredentialDefinition Credential(JsonPlace place)
    {
        var credential = place.Object(
            "code", "kind", "title", "issuer", "url", "availableFrom", "retiredOn", "acceptedUntil", "validForMonths", "derivedFrom", "cost");

        return new CredentialDefinition(
            CatalogText.Code(credential.Required("code")),
            credential.Required("kind").OneOf<CredentialKind>(),
            CatalogText.Localized(credential.Required("title")),
            credential.Optional("issuer")?.Text(),
            credential.Optional("url") is { } url ? CatalogText.Url(url) : null,
            credential.OptionalDay("availableFrom"),
            credential.OptionalDay("retiredOn"),
            credential.OptionalDay("acceptedUntil"),
            credential.Optional("validForMonths")?.Integer(least: 1),
            credential.Optional("derivedFrom") is { } derivedFrom ? HoldsShape.Holds(derivedFrom) : null,
            credential.Optional("cost") is { } cost ? CatalogNumber.Positive(cost) : 1m);
    }

    private static MeasureDefinition Measure(JsonPlace place)
    {
        var measure = place.Object("key", "name", "kind", "unit");
        var kind = measure.Required("kind").OneOf<MeasureKind>();
        var unit = measure.Required("unit");

        return new MeasureDefinition(
            CatalogText.Key(measure.Required("key")),
            CatalogText.Localized(measure.Required("name")),
            kind,
            kind == MeasureKind.Money ? CatalogText.Currency(unit) : CatalogText.NonEmpty(unit));
    }

    private static CompetencyDefinition Competency(JsonPlace place)
    {
        var competency = place.Object("key", "name", "description", "versions");

        return new CompetencyDefinition(
            CatalogText.Key(competency.Required("key")),
            CatalogText.Localized(competency.Required("name")),
            competency.Optional("description") is { } description ? CatalogText.Localized(description) : null,
            competency.Required("versions").NonEmptyList(Version));
    }

    private static VersionDefinition Version(JsonPlace place)
    {
        var version = place.Object("effectiveFrom", "effectiveUntil", "source", "examGroups", "scorecards", "options");

        return new VersionDefinition(
            version.Required("effectiveFrom").Day(),
            version.OptionalDay("effectiveUntil"),
            version.Optional("source") is { } source ? Source(source) : null,
            version.Optional("examGroups")?.List(HoldsShape.ExamGroup) ?? [],
            version.Optional("scorecards")?.List(ScorecardShape.Scorecard) ?? [],
            version.Required("options").NonEmptyList(Option));
    }

    private static SourceReference Source(JsonPlace place)
    {
        var source = place.Object("title", "url");

        return new SourceReference(
            source.Required("title").Text(),
            source.Optional("url") is { } url ? CatalogText.Url(url) : null);
    }

    private static OptionDefinition Option(JsonPlace place)
    {
        var option = place.Object("key", "name", "tiers");
        var tiers = option.Required("tiers");
        var requirements = tiers.Map().Select((tier, requirement) => new TierRequirement(CatalogText.Key(tiers, tier), RequirementShape.Requirement(requirement)));

        return new OptionDefinition(
            CatalogText.Key(option.Required("key")),
            CatalogText.Localized(option.Required("name")),
            requirements.ToValueList() is { Count: > 0 } some ? some : throw tiers.Error("There is no tier."));
    }
}
