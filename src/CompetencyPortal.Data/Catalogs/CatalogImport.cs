using System.Security.Cryptography;
using System.Text;
using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Catalog.Document;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>Takes catalog documents in; the standings made under the revision before fall due by themselves. The session sees everything.</summary>
public sealed class CatalogImport(PortalContext db)
{
    /// <summary>Imports one document in place of those whose competencies it has, or says why not. What is in force already changes nothing.</summary>
    public async Task<CatalogImportOutcome> ImportAsync(string json, CancellationToken cancellationToken)
    {
        var reading = CatalogReader.Read(json);
        if (reading.Document is null)
        {
            return new CatalogImportOutcome(null, false, reading.Errors);
        }

        var outcome = new CatalogImportOutcome(null, false, []);
        await db.InTransactionAsync(
            async token => outcome = await ImportAsync(new Candidate(json, reading.Document), token),
            cancellationToken);

        return outcome;
    }

    /// <summary>Imports the documents that ship with the portal, in the order of their names, each once in the life of the database.</summary>
    public async Task<IReadOnlyDictionary<string, CatalogImportOutcome>> ImportShippedAsync(string folder, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, CatalogImportOutcome>(StringComparer.Ordinal);

        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var json = await File.ReadAllTextAsync(file, cancellationToken);
            if (!await WasImportedAsync(json, cancellationToken))
            {
                outcomes.Add(Path.GetFileName(file), await ImportAsync(json, cancellationToken));
            }
        }

        return outcomes;
    }

    private async Task<bool> WasImportedAsync(string json, CancellationToken cancellationToken)
    {
        var sha256 = HashOf(json);

        return await db.ImportedDocuments.AnyAsync(row => row.Sha256 == sha256, cancellationToken);
    }

    private async Task<CatalogImportOutcome> ImportAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        // Whoever else imports waits here.
        await db.ProgramStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.RatesVersion, state => state.RatesVersion), cancellationToken);
        var revision = await db.CatalogRevisions.MaxAsync(row => (int?)row.Number, cancellationToken);
        var inForce = await db.ImportedDocuments.Where(row => row.ReplacedIn == null).ToListAsync(cancellationToken);

        if (inForce.Exists(row => row.Sha256 == candidate.Sha256))
        {
            return new CatalogImportOutcome(revision, false, []);
        }

        var change = new CatalogChange(candidate.Document, inForce);
        var errors = change.Errors(await VersionsInUseAsync(cancellationToken));

        return errors.Count > 0 || change.Program is null
            ? new CatalogImportOutcome(revision, false, errors)
            : new CatalogImportOutcome(await StoreAsync(candidate, change, change.Program, (revision ?? 0) + 1, cancellationToken), true, []);
    }

    private async Task<List<VersionInUse>> VersionsInUseAsync(CancellationToken cancellationToken)
    {
        return await db.Standings.Where(standing => standing.EffectiveFrom != null)
            .Select(standing => new VersionInUse(standing.Competency, standing.EffectiveFrom!.Value)).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<int> StoreAsync(
        Candidate candidate, CatalogChange change, ProgramCatalog program, int revision, CancellationToken cancellationToken)
    {
        var by = db.Session.UserId;
        var at = db.Session.Now;

        change.Replaced.ForEach(row => row.ReplaceIn(revision));
        db.Add(new ImportedDocument(Guid.CreateVersion7(), revision, candidate.Json, candidate.Sha256, by, at));
        db.Add(new CatalogRevision(revision, HashOfAll(change.Kept.Select(row => row.Sha256).Append(candidate.Sha256)), by, at));
        await CatalogProjection.RemakeAsync(db, program, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        return revision;
    }

    private static string HashOfAll(IEnumerable<string> hashes)
    {
        return HashOf(string.Join('\n', hashes.Order(StringComparer.Ordinal)));
    }

    private static string HashOf(string text)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private sealed record Candidate(string Json, CatalogDocument Document)
    {
        public string Sha256 { get; } = HashOf(Json);
    }
}
