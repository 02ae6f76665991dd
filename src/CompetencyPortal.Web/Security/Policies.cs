namespace CompetencyPortal.Web.Security;

/// <summary>Names of the authorization policies. A page without one takes any role; anonymous pages are listed in <see cref="PortalApplication"/>.</summary>
internal static class Policies
{
    public const string PartnerAdmin = "PartnerAdmin";

    public const string ProgramManager = "ProgramManager";

    /// <summary>Account managers and program managers: who reads organizations that are not their own.</summary>
    public const string Manager = "Manager";
}
