using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.BruteForce;

/// <summary>A document and one version of its rules, looked up from the front to the back.</summary>
public sealed record Rulebook(CatalogDocument Document, VersionDefinition Version, Fault Fault = Fault.None)
{
    /// <summary>The rules in force on the day; null when there are none yet or the latest have ended.</summary>
    public static Rulebook? InForce(CatalogDocument document, string competency, DateOnly day, Fault fault = Fault.None)
    {
        var begun = document.Competencies.Single(each => each.Key == competency).Versions.Where(version => version.EffectiveFrom <= day).ToList();

        if (begun.Count == 0)
        {
            return null;
        }

        var latest = begun.Single(version => begun.All(other => other.EffectiveFrom <= version.EffectiveFrom));

        return latest.EffectiveUntil is { } end && end < day ? null : new Rulebook(document, latest, fault);
    }

    public CredentialDefinition? Credential(string code) =>
        Document.Credentials.FirstOrDefault(credential => string.Equals(credential.Code, code, StringComparison.Ordinal));

    public Holds Group(string key) => Version.ExamGroups.Single(group => group.Key == key).Holds;

    public MeasureDefinition Measure(string key) => Document.Measures.Single(measure => measure.Key == key);

    /// <summary>The threshold for the market; null where none is known.</summary>
    public decimal? Amount(Threshold threshold, string? market)
    {
        if (threshold is PlainThreshold plain)
        {
            return plain.Amount;
        }

        var amounts = ((MarketThreshold)threshold).Amounts;

        if (market is not null)
        {
            return Amount(amounts, market);
        }

        var all = Document.Program.Markets.Select(each => Amount(amounts, each.Key)).ToList();

        return all.TrueForAll(amount => amount is not null && amount == all[0]) ? all[0] : null;
    }

    private static decimal? Amount(ValueMap<string, decimal> amounts, string market) =>
        amounts.TryGetValue(market, out var amount) ? amount : null;
}
