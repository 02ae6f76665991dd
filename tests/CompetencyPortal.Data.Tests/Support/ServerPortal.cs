using System.Data;
using System.Data.Common;
using CompetencyPortal.Data.Catalogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Data.Tests.Support;

/// <summary>A SQL Server that is not there: it takes every statement, keeps its text, and answers that nothing was found or changed.</summary>
internal sealed class ServerPortal : IDisposable
{
    private readonly Silence _silence = new();

    public ServerPortal()
    {
        var options = new DbContextOptionsBuilder<SqlServerPortalContext>().UseSqlServer("Server=.").UseApplicationServiceProvider(DesignTime.Services)
            .AddInterceptors(_silence, new NoConnection());
        Db = new SqlServerPortalContext(options.Options, DesignTime.Session, new CatalogCache());
        Db.Session.Enter(null, OrganizationScope.Assigned(Guid.CreateVersion7()));
    }

    public SqlServerPortalContext Db { get; }

    public IReadOnlyList<string> Statements => _silence.Statements;

    public void Dispose()
    {
        Db.Dispose();
    }

    private sealed class Silence : DbCommandInterceptor
    {
        public List<string> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            using var nothing = new DataTable();
            Statements.Add(command.CommandText);

            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Statements.Add(command.CommandText);

            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            return ValueTask.FromResult(InterceptionResult.Suppress());
        }
    }
}
