using System.Text;
using CompetencyPortal.Domain.Json;

namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Reads catalog documents strictly: first the shape, down to its first error, then every reference and key.</summary>
public static class CatalogReader
{
    /// <summary>Reads a document; never throws on account of what it holds.</summary>
    public static CatalogReading Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a document in UTF-8, with or without byte-order mark; never throws on account of what it holds.</summary>
    public static CatalogReading Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var document = JsonText.Read(utf8, CatalogShape.Document);
            var errors = CatalogChecks.Errors(document);

            return errors.Count == 0 ? new CatalogReading(document, []) : new CatalogReading(null, errors);
        }
        catch (MisshapenJsonException exception)
        {
            return new CatalogReading(null, [new CatalogError(exception.At, exception.Message)]);
        }
    }
}

/// <summary>A document, or what is wrong with it.</summary>
/// <param name="Document">Null exactly when there are errors.</param>
public sealed record CatalogReading(CatalogDocument? Document, ValueList<CatalogError> Errors);
