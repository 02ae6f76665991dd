using System.Globalization;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The shipped document of cloud-crm, and what becomes of it by a change.</summary>
internal static class CloudCrmDocument
{
    public static string Shipped => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogs", "cloud-crm.json"));

    /// <summary>With one more version, like the last one but with a higher threshold for Silver.</summary>
    public static string WithVersionFrom(DateOnly day) => Changed(root =>
    {
        var versions = root["competencies"]![0]!["versions"]!.AsArray();
        var version = versions[^1]!.DeepClone();
        version["effectiveFrom"] = day.ToString("O", CultureInfo.InvariantCulture);
        version["options"]![0]!["tiers"]!["silver"]!["all"]![0]!["metric"]!["atLeast"]!["developed"] = 120000;
        versions.Add(version);
    });

    /// <summary>Whose third exam, MB2-709, counts for another year.</summary>
    public static string WithMoreTimeForMarketing() => Changed(root => root["credentials"]![2]!["acceptedUntil"] = "2019-12-31");

    public static string WithExam(string code) => Changed(root =>
    {
        var exam = root["credentials"]![0]!.DeepClone();
        exam["code"] = code;
        root["credentials"]!.AsArray().Add(exam);
    });

    public static string Changed(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Shipped)!;
        change(root);

        return root.ToJsonString();
    }
}
