using System.Globalization;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>A version of a competency that a standing was made under.</summary>
internal sealed record VersionInUse(string Competency, DateOnly EffectiveFrom);

/// <summary>What importing a document would do to those in force.</summary>
internal sealed class CatalogChange
{
    private readonly CatalogDocument _document;
    private readonly Dictionary<ImportedDocument, CatalogDocument> _inForce;
    private readonly CatalogMerge _merge;

    public CatalogChange(CatalogDocument document, IEnumerable<ImportedDocument> inForce)
    {
        _document = document;
        _inForce = inForce.ToDictionary(row => row, row => CatalogCache.Read(row.Json));
        Replaced = [.. _inForce.Keys.Where(row => Shared(row).Any())];
        Kept = [.. _inForce.Keys.Except(Replaced)];
        _merge = ProgramCatalog.Merge(Kept.Select(row => _inForce[row]).Append(document));
    }

    /// <summary>The documents in whose place the new one stands.</summary>
    public List<ImportedDocument> Replaced { get; }

    public List<ImportedDocument> Kept { get; }

    /// <summary>All documents together; null where they cannot stand together.</summary>
    public ProgramCatalog? Program => _merge.Catalog;

    /// <summary>All documents in force; null where there are none.</summary>
    public ProgramCatalog? ProgramBefore => ProgramCatalog.Merge(_inForce.Values).Catalog;

    /// <summary>Why the document may not be imported, by JSON Pointer.</summary>
    public ValueList<CatalogError> Errors(IEnumerable<VersionInUse> versionsInUse)
    {
        return [.. CoveredInPart(), .. _merge.Errors, .. Changed(versionsInUse)];
    }

    private IEnumerable<string> Shared(ImportedDocument row)
    {
        return Keys(_inForce[row]).Intersect(Keys(_document), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Keys(CatalogDocument document)
    {
        return document.Competencies.Select(competency => competency.Key);
    }

    private IEnumerable<CatalogError> CoveredInPart()
    {
        return Replaced.Where(row => Shared(row).Count() < _inForce[row].Competencies.Count).Select(row => new CatalogError(
            "/competencies", $"An earlier document has these competencies and others: {string.Join(", ", Keys(_inForce[row]))}."));
    }

    /// <summary>What a standing was judged by must stay what it was.</summary>
    private IEnumerable<CatalogError> Changed(IEnumerable<VersionInUse> versionsInUse)
    {
        return versionsInUse
            .Where(version => Find(_inForce.Values, version) is { } before && Find(_inForce.Values.Except(ReplacedDocuments()).Append(_document), version) != before)
            .Select(version => new CatalogError(
                "/competencies",
                string.Create(CultureInfo.InvariantCulture, $"The version of '{version.Competency}' from {version.EffectiveFrom:O} is in use and must not change.")));
    }

    private IEnumerable<CatalogDocument> ReplacedDocuments()
    {
        return Replaced.Select(row => _inForce[row]);
    }

    private static VersionDefinition? Find(IEnumerable<CatalogDocument> documents, VersionInUse version)
    {
        return documents.SelectMany(document => document.Competencies).Where(competency => competency.Key == version.Competency)
            .SelectMany(competency => competency.Versions).FirstOrDefault(candidate => candidate.EffectiveFrom == version.EffectiveFrom);
    }
}
