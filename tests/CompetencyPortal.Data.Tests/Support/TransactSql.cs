using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CompetencyPortal.Data.Tests.Support;

internal static class TransactSql
{
    /// <summary>What SQL Server's own grammar says against the script.</summary>
    public static IEnumerable<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);

        return errors.Select(error => $"{error.Line}: {error.Message}");
    }
}
