using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>From JSON to expressions over what one person holds.</summary>
internal static class HoldsShape
{
    public static Holds Holds(JsonPlace place)
    {
        if (place.IsText)
        {
            return new HoldsCredential(CatalogText.Code(place));
        }

        var holds = place.Object("group", "anyOf", "allOf");

        if (holds.Names.Count() != 1)
        {
            throw place.Error("Not a code, nor an object with exactly one of: group, anyOf, allOf.");
        }

        return holds.Optional("group") is { } group ? new HoldsGroup(CatalogText.Key(group)) : Parts(holds);
    }

    public static ExamGroupDefinition ExamGroup(JsonPlace place)
    {
        var group = place.Object("key", "name", "anyOf", "allOf");

        if (group.Has("anyOf") == group.Has("allOf"))
        {
            throw place.Error("An exam group has exactly one of: anyOf, allOf.");
        }

        return new ExamGroupDefinition(
            CatalogText.Key(group.Required("key")),
            CatalogText.Localized(group.Required("name")),
            Parts(group));
    }

    private static Holds Parts(JsonProperties properties) =>
        properties.Optional("anyOf") is { } anyOf
            ? new HoldsAny(anyOf.NonEmptyList(Holds))
            : new HoldsAll(properties.Required("allOf").NonEmptyList(Holds));
}
