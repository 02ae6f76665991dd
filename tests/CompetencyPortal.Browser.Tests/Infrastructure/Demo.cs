namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>The demo's accounts, as the console prints them in Development.</summary>
internal static class Demo
{
    public const string Password = "demo-password";
    public const string Contoso = "admin@contoso.example";
    public const string Fabrikam = "admin@fabrikam.example";
    public const string Adatum = "admin@adatum.example";
    public const string Manager = "manager@vendor.example";
}
