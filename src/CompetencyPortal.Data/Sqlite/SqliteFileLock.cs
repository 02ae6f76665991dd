namespace CompetencyPortal.Data.Sqlite;

/// <summary>Keeps the file for one process, from its start to its end; the operating system lets go when the process dies.</summary>
public sealed class SqliteFileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private FileStream? _held;

    /// <summary>Waits for a process that is about to end. Taking it twice is the same as once.</summary>
    /// <exception cref="TimeoutException">Another process keeps the file.</exception>
    public async Task TakeAsync(string database, TimeSpan patience, CancellationToken cancellationToken)
    {
        var path = database + ".lock";
        var attempts = Math.Max(1, (int)(patience / Pause));

        for (var attempt = 0; _held is null && attempt < attempts; attempt++)
        {
            _held = TryOpen(path);
            if (_held is null)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }

        if (_held is null)
        {
            throw new TimeoutException($"Another process uses the database: {path} is locked.");
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
