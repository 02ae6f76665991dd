using System.Linq.Expressions;
using CompetencyPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Saving records that others may be saving, too.</summary>
internal static class Editing
{
    /// <summary>Saves, and answers what others did at the same moment: a lost race for a record, or for a value that only one may have.</summary>
    /// <param name="takenField">The property whose value somebody else has, or null; asked again when the database refuses.</param>
    public static async Task<SaveOutcome> EditAsync(this PortalContext db, Func<Task> save, Func<Task<string?>>? takenField = null)
    {
        if (takenField is not null && await takenField() is { } taken)
        {
            return SaveOutcome.Duplicate(taken);
        }

        try
        {
            await save();

            return SaveOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();

            return SaveOutcome.Conflict;
        }
        catch (DbUpdateException) when (takenField is not null)
        {
            db.ChangeTracker.Clear();

            if (await takenField() is not { } meanwhile)
            {
                throw;
            }

            return SaveOutcome.Duplicate(meanwhile);
        }
    }

    /// <summary>The record to change; that it is gone since the request began is a lost race, too.</summary>
    public static async Task<T> SingleOrConflictAsync<T>(
        this IQueryable<T> records, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken) =>
        await records.SingleOrDefaultAsync(predicate, cancellationToken)
            ?? throw new DbUpdateConcurrencyException("The record was deleted meanwhile.");
}
