using System.Globalization;
using System.Text.Json.Nodes;
using CompetencyPortal.Data.Catalogs;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The shipped document of cloud-crm, and what becomes of it by a change.</summary>
internal static class CloudCrmDocument
{
    public static string Shipped => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogs", "cloud-crm.json"));

    /// <summary>With one more version, like the last one but with a higher threshold for Silver.</summary>
    public static string WithVersionFrom(DateOnly day) => Changed(root => Announce(root, day, silver => silver["all"]![0]!["metric"]!["atLeast"]!["developed"] = 120000));

    /// <summary>Adds a version like the last one, with another Silver.</summary>
    public static void Announce(JsonNode root, DateOnly day, Action<JsonNode> changeSilver)
    {
        var versions = root["competencies"]![0]!["versions"]!.AsArray();
        var version = versions[^1]!.DeepClone();
        version["effectiveFrom"] = day.ToString("O", CultureInfo.InvariantCulture);
        changeSilver(version["options"]![0]!["tiers"]!["silver"]!);
        versions.Add(version);
    }

    /// <summary>From 1 January 2027 Silver takes a second functional specialist.</summary>
    public static void AnnounceSecondSpecialist(JsonNode root) =>
        Announce(root, new DateOnly(2027, 1, 1), silver => silver["all"]![1]!["staffing"]!["seats"]![0]!["count"] = 2);

    public static Task ImportAsync(PortalFactory portal, Action<JsonNode> change) => portal.InDatabaseAsync(async db =>
    {
        (await new CatalogImport(db).ImportAsync(Changed(change), CancellationToken.None)).Errors.ShouldBeEmpty();

        return true;
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
