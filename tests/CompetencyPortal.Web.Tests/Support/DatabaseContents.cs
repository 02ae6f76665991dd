using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>Every row of the database, to show that a request changed none of them.</summary>
internal static class DatabaseContents
{
    /// <summary>A line a row, with the table's name before it. A failed sign-in is counted on the account, and a session's last use is noted, hence neither.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(PortalFactory portal)
    {
        await using var connection = new SqliteConnection($"Data Source={portal.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var lines = new List<string>();

        foreach (var table in await TablesAsync(connection))
        {
            lines.AddRange(await RowsAsync(connection, table));
        }

        return lines;
    }

    /// <summary>Asserts that no row came, went or changed.</summary>
    public static async Task ShouldBeAsync(IReadOnlyList<string> before, PortalFactory portal)
    {
        var now = await ReadAsync(portal);

        before.Except(now, StringComparer.Ordinal).ShouldBeEmpty("gone or changed");
        now.Except(before, StringComparer.Ordinal).ShouldBeEmpty("new or changed");
    }

    private static async Task<List<string>> TablesAsync(SqliteConnection connection) =>
        [.. (await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            .Where(name => name != "UserSessions" && !name.StartsWith("AspNet", StringComparison.Ordinal) && !name.StartsWith("sqlite_", StringComparison.Ordinal))];

    private static async Task<IEnumerable<string>> RowsAsync(SqliteConnection connection, string table) =>
        (await ReadAsync(connection, $"SELECT * FROM \"{table}\"")).Select(row => $"{table}: {row}");

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();

        while (await reader.ReadAsync())
        {
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Written(reader.GetValue(column)))));
        }

        return lines;
    }

    private static string Written(object value) => value is byte[] bytes
        ? Convert.ToHexString(bytes)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
