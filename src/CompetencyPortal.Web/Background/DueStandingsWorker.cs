using CompetencyPortal.Data;
using CompetencyPortal.Data.Standings;

namespace CompetencyPortal.Web.Background;

/// <summary>Works off due standings at start, when <see cref="DueStandingsSignal"/> says so, and every minute. What is due is a column, so a restart loses nothing.</summary>
internal sealed partial class DueStandingsWorker(
    IServiceScopeFactory scopes, DueStandingsSignal signal, TimeProvider time, ILogger<DueStandingsWorker> logger) : BackgroundService
{
    private const int BatchSize = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkOffAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                RoundFailed(exception);
            }

            await signal.WaitAsync(Interval, time, stoppingToken);
        }
    }

    /// <summary>Each once: what cannot be stored waits for the next round.</summary>
    private async Task WorkOffAsync(CancellationToken cancellationToken)
    {
        var due = await InScopeAsync(standings => standings.DueOrganizationsAsync(cancellationToken));

        foreach (var batch in due.Chunk(BatchSize))
        {
            StandingsStored(await InScopeAsync(standings => standings.StoreAsync(batch, cancellationToken)));
        }
    }

    private async Task<T> InScopeAsync<T>(Func<CurrentStandings, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalSession>().Enter(userId: null, OrganizationScope.Everything);

        return await work(scope.ServiceProvider.GetRequiredService<CurrentStandings>());
    }

    [LoggerMessage(LogLevel.Information, "Standings of {Count} organizations were brought up to date.")]
    private partial void StandingsStored(int count);

    [LoggerMessage(LogLevel.Error, "Bringing standings up to date failed; the next round tries again.")]
    private partial void RoundFailed(Exception exception);
}
