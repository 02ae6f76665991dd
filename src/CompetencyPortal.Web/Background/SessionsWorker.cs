using CompetencyPortal.Data.Sessions;

namespace CompetencyPortal.Web.Background;

/// <summary>Writes down which sessions are used, and removes those that time has ended. Both may be late: whether a session lives is asked of its times.</summary>
internal sealed partial class SessionsWorker(
    IServiceScopeFactory scopes, SessionUses uses, TimeProvider time, ILogger<SessionsWorker> logger) : BackgroundService
{
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        AgainAndAgainAsync(NoteUsesAsync, stoppingToken),
        AgainAndAgainAsync(CleanAsync, stoppingToken));

    private async Task AgainAndAgainAsync(Func<CancellationToken, Task> round, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await round(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                RoundFailed(exception);
            }
        }
    }

    private async Task NoteUsesAsync(CancellationToken cancellationToken)
    {
        var used = await uses.TakeAsync(cancellationToken);

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SessionStore>().NoteUseAsync(used, cancellationToken);
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(CleaningInterval, time, cancellationToken);

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SessionStore>().RemoveEndedAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Keeping sessions failed; it is tried again.")]
    private partial void RoundFailed(Exception exception);
}
