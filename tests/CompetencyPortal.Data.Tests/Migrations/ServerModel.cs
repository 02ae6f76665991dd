using System.Globalization;
using System.Text.RegularExpressions;
using CompetencyPortal.Data.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CompetencyPortal.Data.Tests.Migrations;

/// <summary>Finds in a model what a running SQL Server would refuse, and decimals that nobody gave a kind.</summary>
internal static partial class ServerModel
{
    private const int ClusteredBytes = 900;
    private const int OtherBytes = 1700;
    private const int IdentifierLength = 128;

    public static IReadOnlyList<string> Problems(IModel model)
    {
        return
        [
            .. SeveralCascadePaths(model),
            .. model.GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(OverlongKeys),
            .. model.GetEntityTypes().Where(type => type.GetProperties().Count(IsRowVersion) > 1).Select(type => $"two rowversions: {type.GetTableName()}"),
            .. Identifiers(model).Where(name => name.Length > IdentifierLength).Select(name => $"long identifier: {name}"),
            .. model.GetEntityTypes().SelectMany(type => type.GetProperties())
                .Where(property => DecimalKinds.IsDecimal(property) && !DecimalKinds.IsOfAKind(property))
                .Select(property => $"decimal of no kind: {property.DeclaringType.DisplayName()}.{property.Name}"),
        ];
    }

    private static IEnumerable<string> SeveralCascadePaths(IModel model)
    {
        return model.GetEntityTypes()
            .SelectMany(type => CascadeEnds(type, []).GroupBy(end => end, StringComparer.Ordinal).Where(ends => ends.Count() > 1).Select(ends => (From: type, To: ends.Key)))
            .Select(pair => $"several cascade paths: {pair.From.GetTableName()} to {pair.To}");
    }

    /// <summary>The tables that deleting a row reaches, once per path; a table on its own path counts as reached twice.</summary>
    private static IEnumerable<string?> CascadeEnds(IEntityType from, IEntityType[] path)
    {
        if (path.Contains(from))
        {
            return [from.GetTableName(), from.GetTableName()];
        }

        var cascading = from.GetReferencingForeignKeys()
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !key.IsOwnership);

        return cascading.SelectMany(key => CascadeEnds(key.DeclaringEntityType, [.. path, from]).Prepend(key.DeclaringEntityType.GetTableName()));
    }

    private static IEnumerable<string> OverlongKeys(IEntityType type)
    {
        var keys = type.GetKeys().Select(key => (key.Properties, Clustered: key.IsClustered() ?? key.IsPrimaryKey()));
        var indexes = type.GetIndexes().Select(index => (index.Properties, Clustered: index.IsClustered() ?? false));

        return keys.Concat(indexes)
            .Where(index => index.Properties.Sum(Bytes) > (index.Clustered ? ClusteredBytes : OtherBytes))
            .Select(index => $"long index key: {type.GetTableName()} ({string.Join(", ", index.Properties.Select(property => property.Name))})");
    }

    private static long Bytes(IProperty property)
    {
        var type = property.GetColumnType();
        var length = TypeLength().Match(type).Groups["length"].Value;

        return length switch
        {
            "" => 16,
            "max" => int.MaxValue,
            _ => int.Parse(length, CultureInfo.InvariantCulture) * (type.StartsWith('n') ? 2 : 1),
        };
    }

    private static bool IsRowVersion(IProperty property)
    {
        return property.GetColumnType() is "rowversion" or "timestamp";
    }

    private static IEnumerable<string> Identifiers(IModel model)
    {
        return model.GetRelationalModel().Tables.SelectMany(table => (string[])
        [
            table.Name,
            .. table.Columns.Select(column => column.Name),
            .. table.UniqueConstraints.Select(constraint => constraint.Name),
            .. table.ForeignKeyConstraints.Select(constraint => constraint.Name),
            .. table.Indexes.Select(index => index.Name),
        ]);
    }

    [GeneratedRegex(@"^n?(var)?(char|binary)\((?<length>\d+|max)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeLength();
}
