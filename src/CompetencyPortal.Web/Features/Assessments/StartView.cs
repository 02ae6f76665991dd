namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>The first three steps of an organization, each done or not.</summary>
internal sealed record StartView(bool HasPeople, bool HasPasses, bool HasRevenue)
{
    /// <summary>Null once something of each is there.</summary>
    public static StartView? For(bool hasPeople, bool hasPasses, bool hasRevenue) =>
        hasPeople && hasPasses && hasRevenue ? null : new StartView(hasPeople, hasPasses, hasRevenue);
}
