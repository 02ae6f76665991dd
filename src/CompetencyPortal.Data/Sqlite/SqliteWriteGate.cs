namespace CompetencyPortal.Data.Sqlite;

/// <summary>Lets one writer of this process after the other into the file: waiting in turn is far quicker than SQLite's own retries.</summary>
public sealed class SqliteWriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _writer = new(1);

    /// <exception cref="TimeoutException">The others took too long.</exception>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        return await _writer.WaitAsync(Patience, cancellationToken)
            ? new Turn(_writer)
            : throw new TimeoutException("The database is busy.");
    }

    public void Dispose()
    {
        _writer.Dispose();
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose()
        {
            writer.Release();
        }
    }
}
