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
    public Task<CatalogImportOutcome> ImportAsync(string json, CancellationToken cancellationToken)
    {
        return ImportAsync(json, _ => true, cancellationToken);
    }

    /// <summary>Imports what was previewed, unless another revision came into force since.</summary>
    /// <param name="revision">That the preview was made against; null where there was none.</param>
    public Task<CatalogImportOutcome> ImportAsync(string json, int? revision, CancellationToken cancellationToken)
    {
        return ImportAsync(json, inForce => inForce == revision, cancellationToken);
    }

    /// <summary>Says what importing the document would do, or why it cannot be.</summary>
    public async Task<CatalogPreview> PreviewAsync(string json, CancellationToken cancellationToken)
    {
        var nobody = Array.Empty<string>().ToLookup(name => name, StringComparer.Ordinal);
        var revision = await RevisionAsync(cancellationToken);
        var reading = CatalogReader.Read(json);
        if (reading.Document is null)
        {
            return new CatalogPreview(revision, reading.Errors, null, 0, nobody);
        }

        var change = new CatalogChange(reading.Document, await InForceAsync(cancellationToken));
        var errors = change.Errors(await VersionsInUseAsync(cancellationToken));
        if (errors.Count > 0 || change.Program is null)
        {
            return new CatalogPreview(revision, errors, null, 0, nobody);
        }

        var difference = CatalogDifference.Between(change.ProgramBefore, change.Program);
        var organizations = difference.IsEmpty
            ? 0
            : await db.Standings.Select(standing => standing.OrganizationId).Distinct().CountAsync(cancellationToken);

        return new CatalogPreview(revision, [], difference, organizations, await HoldersAsync(difference, cancellationToken));
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

    private async Task<CatalogImportOutcome> ImportAsync(string json, Func<int?, bool> mayReplace, CancellationToken cancellationToken)
    {
        var reading = CatalogReader.Read(json);
        if (reading.Document is null)
        {
            return new CatalogImportOutcome(null, false, reading.Errors);
        }

        var outcome = new CatalogImportOutcome(null, false, []);
        await db.InTransactionAsync(
            async token => outcome = await ImportAsync(new Candidate(json, reading.Document), mayReplace, token),
            cancellationToken);

        return outcome;
    }

    private async Task<CatalogImportOutcome> ImportAsync(Candidate candidate, Func<int?, bool> mayReplace, CancellationToken cancellationToken)
    {
        await db.TakeProgramTurnAsync(cancellationToken);
        var revision = await RevisionAsync(cancellationToken);
        var inForce = await InForceAsync(cancellationToken);

        // Sent twice, it is in force the second time.
        if (inForce.Exists(row => row.Sha256 == candidate.Sha256))
        {
            return new CatalogImportOutcome(revision, false, []);
        }

        if (!mayReplace(revision))
        {
            return new CatalogImportOutcome(revision, false, []) { IsOutrun = true };
        }

        var change = new CatalogChange(candidate.Document, inForce);
        var errors = change.Errors(await VersionsInUseAsync(cancellationToken));

        return errors.Count > 0 || change.Program is null
            ? new CatalogImportOutcome(revision, false, errors)
            : new CatalogImportOutcome(await StoreAsync(candidate, change, change.Program, (revision ?? 0) + 1, cancellationToken), true, []);
    }

    private Task<int?> RevisionAsync(CancellationToken cancellationToken)
    {
        return db.CatalogRevisions.MaxAsync(row => (int?)row.Number, cancellationToken);
    }

    private Task<List<ImportedDocument>> InForceAsync(CancellationToken cancellationToken)
    {
        return db.ImportedDocuments.Where(row => row.ReplacedIn == null).ToListAsync(cancellationToken);
    }

    private async Task<ILookup<string, string>> HoldersAsync(CatalogDifference difference, CancellationToken cancellationToken)
    {
        var codes = difference.Credentials.Where(credential => credential.Before is not null).Select(credential => credential.Item.Code).ToList();
        var holders = await db.ExamPasses.Where(pass => codes.Contains(pass.Code))
            .Join(db.Organizations, pass => pass.OrganizationId, organization => organization.Id, (pass, organization) => new { pass.Code, organization.Name })
            .Distinct().OrderBy(holder => holder.Name).ToListAsync(cancellationToken);

        return holders.ToLookup(holder => holder.Code, holder => holder.Name, StringComparer.Ordinal);
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
