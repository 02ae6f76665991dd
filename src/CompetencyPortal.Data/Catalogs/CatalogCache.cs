using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>A catalog revision as pages and the evaluator use it.</summary>
public sealed record CompiledCatalog(int Revision, ProgramCatalog Program, Evaluator Evaluator);

/// <summary>Compiles each catalog revision once; the revision in force is asked of the database every time.</summary>
public sealed class CatalogCache
{
    private CompiledCatalog? _latest;

    /// <exception cref="InvalidOperationException">No catalog has been imported.</exception>
    internal async Task<CompiledCatalog> GetAsync(PortalContext db, CancellationToken cancellationToken)
    {
        var revision = await db.CatalogRevisions.MaxAsync(row => (int?)row.Number, cancellationToken)
            ?? throw new InvalidOperationException("No catalog has been imported.");
        var compiled = _latest;
        if (compiled?.Revision != revision)
        {
            compiled = await CompileAsync(db, revision, cancellationToken);
            _latest = compiled;
        }

        return compiled;
    }

    private static async Task<CompiledCatalog> CompileAsync(PortalContext db, int revision, CancellationToken cancellationToken)
    {
        var documents = await db.ImportedDocuments
            .Where(row => row.ImportedIn <= revision && (row.ReplacedIn == null || row.ReplacedIn > revision))
            .Select(row => row.Json).ToListAsync(cancellationToken);
        // The order that pages list competencies and measures in.
        var ordered = documents.Select(Read).OrderBy(document => document.Competencies[0].Key, StringComparer.Ordinal);
        var program = ProgramCatalog.Merge(ordered).Catalog
            ?? throw new InvalidOperationException("The documents of the catalog no longer stand together.");

        return new CompiledCatalog(revision, program, new Evaluator(program));
    }

    internal static CatalogDocument Read(string json)
    {
        return CatalogReader.Read(json).Document ?? throw new InvalidOperationException("A document of the catalog can no longer be read.");
    }
}
