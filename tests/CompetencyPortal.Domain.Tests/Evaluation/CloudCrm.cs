using System.Text.Json;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>The shipped catalog and the cases that go with it.</summary>
internal static class CloudCrm
{
    public const string Competency = "cloud-crm";
    public const string Option = "cloud-crm-reseller";
    public const string Measure = "crm-net-new-revenue";

    public static CatalogDocument Document { get; } = Catalogs.Document(File.ReadAllText(PathOf("catalogs/cloud-crm.json")));

    public static ProgramCatalog Catalog { get; } = Catalogs.Of(Document);

    public static Evaluator Evaluator { get; } = new(Catalog);

    /// <summary>Facts and what is expected of them, by the facts' id.</summary>
    public static IReadOnlyDictionary<string, (Facts Facts, JsonElement Expected)> Cases { get; } = File
        .ReadLines(PathOf("Cases/cloud-crm/facts.ndjson"))
        .Zip(File.ReadLines(PathOf("Cases/cloud-crm/expected.ndjson")))
        .Select(lines => (Facts: Catalogs.Facts(lines.First, Catalog), Expected: JsonElement.Parse(lines.Second)))
        .ToDictionary(pair => pair.Facts.Id ?? "", StringComparer.Ordinal);

    public static TheoryData<string> Ids { get; } = [.. Cases.Keys];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
