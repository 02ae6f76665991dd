using System.Globalization;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Data.Tests.Support;

/// <summary>The shipped document, and what becomes of it by a change.</summary>
internal sealed record ShippedCatalog(string Text)
{
    public static ShippedCatalog Read()
    {
        return new ShippedCatalog(File.ReadAllText(Path.Combine(Portal.Catalogs, "cloud-crm.json")));
    }

    public ShippedCatalog With(string path, JsonNode value)
    {
        var root = JsonNode.Parse(Text)!;
        path.Split('/').Aggregate(root, Step).ReplaceWith(value);

        return new ShippedCatalog(root.ToJsonString());
    }

    public ShippedCatalog WithCompetencies(params string[] keys)
    {
        var root = JsonNode.Parse(Text)!;
        var competency = root["competencies"]![0]!;
        root["competencies"] = new JsonArray([.. keys.Select(key =>
        {
            var copy = competency.DeepClone();
            copy["key"] = key;

            return copy;
        })]);

        return new ShippedCatalog(root.ToJsonString());
    }

    private static JsonNode Step(JsonNode node, string step)
    {
        return int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!;
    }
}
