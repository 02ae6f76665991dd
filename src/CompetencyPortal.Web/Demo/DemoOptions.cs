namespace CompetencyPortal.Web.Demo;

internal sealed class DemoOptions
{
    /// <summary>Seeds an empty database with organizations and accounts whose password everybody knows. Development's default; refused in Production.</summary>
    public bool Enabled { get; set; }
}
