using Microsoft.Data.Sqlite;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The demo's database, migrated and seeded once a run by the portal itself, to be copied.</summary>
internal static class SeededDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    public static Task<string> FileAsync() => Template.Value;

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-seeded-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "portal.db");
        var portal = new EmptyPortal();
        await portal.InitializeAsync();

        // The portal seeds itself before it answers.
        portal.CreateClient().Dispose();
        await CopyAsync(portal.DatabaseFile, file);
        await portal.DisposeAsync();

        return file;
    }

    /// <summary>SQLite's own copy is whole, whatever the portal is doing meanwhile.</summary>
    private static async Task CopyAsync(string from, string to)
    {
        await using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        await using var copy = new SqliteConnection($"Data Source={to};Pooling=False");
        await source.OpenAsync();
        await copy.OpenAsync();
        source.BackupDatabase(copy);
    }

    /// <summary>Seeds itself at its start, as any portal in Development over an empty database.</summary>
    private sealed class EmptyPortal : PortalFactory
    {
        protected override bool IsDemo => false;
    }
}
