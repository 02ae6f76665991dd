namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>A number that a partner reports.</summary>
/// <param name="Unit">A currency (ISO 4217) where the measure is money, else a word such as <c>customers</c>.</param>
public sealed record MeasureDefinition(string Key, LocalizedText Name, MeasureKind Kind, string Unit);

public enum MeasureKind
{
    Money,
    Count,
}
