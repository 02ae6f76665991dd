namespace CompetencyPortal.Browser.Tests.Infrastructure;

internal static class Repository
{
    /// <summary>The folder of the solution that these tests were built from.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder)
    {
        return File.Exists(Path.Combine(folder.FullName, "CompetencyPortal.sln")) ? folder.FullName : Find(folder.Parent!);
    }
}
