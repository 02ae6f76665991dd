using CompetencyPortal.Web.Security;

namespace CompetencyPortal.Web.Demo;

/// <summary>The accounts of the demo. All have the same password, at every start.</summary>
internal static class DemoAccounts
{
    public const string Password = "competency portal demo";

    public static readonly DemoAccount ProgramManager = new("program@vendor.example", "Priya Nair", Roles.ProgramManager);

    public static readonly DemoAccount AccountManager = new("manager@vendor.example", "Daniel Weber", Roles.AccountManager);

    public static readonly DemoAccount SecondAccountManager = new("manager2@vendor.example", "Sofia Rossi", Roles.AccountManager);

    public static readonly DemoAccount ContosoAdmin = new("admin@contoso.example", "中村 彩", Roles.PartnerAdmin);

    public static readonly DemoAccount FabrikamAdmin = new("admin@fabrikam.example", "Oliver Grant", Roles.PartnerAdmin);

    public static readonly DemoAccount AdatumAdmin = new("admin@adatum.example", "Lena Fischer", Roles.PartnerAdmin);

    public static readonly DemoAccount ProsewareAdmin = new("admin@proseware.example", "Ingrid Berg", Roles.PartnerAdmin);

    public static readonly DemoAccount MiraiAdmin = new("admin@mirai-data.example", "石川 真由美", Roles.PartnerAdmin);

    public static readonly DemoAccount LamnaAdmin = new("admin@lamna.example", "Noah Kimani", Roles.PartnerAdmin);

    public static readonly DemoAccount AlpineAdmin = new("admin@alpine.example", "藤田 健", Roles.PartnerAdmin);

    public static readonly DemoAccount VanArsdelAdmin = new("admin@vanarsdel.example", "Paula Ribeiro", Roles.PartnerAdmin);

    public static readonly DemoAccount WoodgroveAdmin = new("admin@woodgrove.example", "Yuki Arai", Roles.PartnerAdmin);

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        ProgramManager, AccountManager, SecondAccountManager,
        ContosoAdmin, FabrikamAdmin, AdatumAdmin, ProsewareAdmin, MiraiAdmin, LamnaAdmin, AlpineAdmin, VanArsdelAdmin, WoodgroveAdmin,
    ];
}

internal sealed record DemoAccount(string Email, string Name, string Role);
