namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Points for several parts, which a score adds up.</summary>
/// <param name="Parts">At least one, no two with one key.</param>
public sealed record ScorecardDefinition(string Key, ValueList<ScorecardPart> Parts);

/// <summary>What earns points.</summary>
/// <param name="MaxPoints">Above 0.</param>
public abstract record ScorecardPart(string Key, LocalizedText Name, decimal MaxPoints, Credit Credit);

/// <summary>Points for a measure.</summary>
/// <param name="Target">The value that earns all points.</param>
public sealed record MetricPart(string Key, LocalizedText Name, decimal MaxPoints, MetricDefinition Metric, Threshold Target, Credit Credit = Credit.Linear)
    : ScorecardPart(Key, Name, MaxPoints, Credit);

/// <summary>Points for the people who satisfy an expression.</summary>
/// <param name="PointsPerPerson">Above 0; null exactly where there is a target.</param>
/// <param name="Target">The number of people that earns all points; null exactly where each person earns points.</param>
public sealed record HeadcountPart(
    string Key,
    LocalizedText Name,
    decimal MaxPoints,
    Holds Holds,
    decimal? PointsPerPerson,
    Threshold? Target,
    Credit Credit = Credit.Linear) : ScorecardPart(Key, Name, MaxPoints, Credit);

/// <summary>What a part earns that is not complete.</summary>
public enum Credit
{
    /// <summary>Its share of the points.</summary>
    Linear,

    /// <summary>Nothing.</summary>
    AllOrNothing,
}
