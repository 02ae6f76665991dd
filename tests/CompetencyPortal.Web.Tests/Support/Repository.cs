namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The source that these tests were built from.</summary>
internal static class Repository
{
    public static string Web { get; } = Path.Combine(RootAbove(new DirectoryInfo(AppContext.BaseDirectory)), "src", "CompetencyPortal.Web");

    public static string Catalogs { get; } = Path.Combine(RootAbove(new DirectoryInfo(AppContext.BaseDirectory)), "catalogs");

    private static string RootAbove(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "CompetencyPortal.sln")) ? folder.FullName : RootAbove(folder.Parent!);
}
