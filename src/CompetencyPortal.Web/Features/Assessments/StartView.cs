namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>The first steps of an organization, each done or not.</summary>
/// <param name="HasRevenue">Null where nothing that is followed asks for figures.</param>
internal sealed record StartView(bool HasPeople, bool HasPasses, bool? HasRevenue)
{
    /// <summary>Null once something of each is there.</summary>
    public static StartView? For(bool hasPeople, bool hasPasses, bool? hasRevenue) =>
        hasPeople && hasPasses && hasRevenue != false ? null : new StartView(hasPeople, hasPasses, hasRevenue);
}
