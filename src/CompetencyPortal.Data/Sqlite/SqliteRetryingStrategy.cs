using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Sqlite;

/// <summary>
/// Runs work again when its snapshot turned out to be too old; waiting does not help there. A busy database has been waited for already.
/// It also keeps transactions inside the strategy, which the server's providers insist on.
/// </summary>
internal sealed class SqliteRetryingStrategy(ExecutionStrategyDependencies dependencies)
    : ExecutionStrategy(dependencies, MaxRetries, TimeSpan.FromMilliseconds(200))
{
    private const int MaxRetries = 3;
    private const int BusySnapshot = 517;

    protected override bool ShouldRetryOn(Exception exception)
    {
        return exception is SqliteException { SqliteExtendedErrorCode: BusySnapshot };
    }
}
