namespace CompetencyPortal.Browser.Tests.Infrastructure;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-");

    public string Path => folder.FullName;

    public string File(string name)
    {
        return System.IO.Path.Combine(Path, name);
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
    }
}
