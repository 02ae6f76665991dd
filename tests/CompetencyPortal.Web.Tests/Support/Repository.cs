namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The source that these tests were built from.</summary>
internal static class Repository
{
    public static string Web { get; } = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "src", "CompetencyPortal.Web");

    private static string Root(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "CompetencyPortal.sln")) ? folder.FullName : Root(folder.Parent!);
}
