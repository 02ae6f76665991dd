namespace CompetencyPortal.Web.Security;

/// <summary>Who uses the portal. A user has exactly one role.</summary>
internal static class Roles
{
    /// <summary>Enters and reads the facts of one organization.</summary>
    public const string PartnerAdmin = "PartnerAdmin";

    /// <summary>Reads the organizations assigned to them.</summary>
    public const string AccountManager = "AccountManager";

    /// <summary>Keeps the catalog, the organizations and the users.</summary>
    public const string ProgramManager = "ProgramManager";

    public static readonly IReadOnlyList<string> All = [PartnerAdmin, AccountManager, ProgramManager];
}
