using CompetencyPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Recording what a form says about records that others may be saving, too.</summary>
internal static class Editing
{
    /// <summary>
    /// Records a change that may turn out impossible once it is its turn: whatever it answers but <see cref="SaveOutcome.Saved"/>
    /// takes everything back. A record that is not as the form showed it answers <see cref="SaveOutcome.Conflict"/>.
    /// </summary>
    /// <param name="change">May run twice: ids are made outside.</param>
    public static Task<SaveOutcome> EditAsync(
        this PortalContext db, Guid organizationId, Func<CancellationToken, Task<SaveOutcome>> change, CancellationToken cancellationToken) =>
        OutcomeAsync(db.RecordAsync(organizationId, OrLeave(change), cancellationToken));

    /// <summary>The same for what belongs to the program: exchange rates.</summary>
    /// <param name="change">May run twice: ids are made outside.</param>
    public static Task<SaveOutcome> EditProgramAsync(
        this PortalContext db, Func<CancellationToken, Task<SaveOutcome>> change, CancellationToken cancellationToken) =>
        OutcomeAsync(db.RecordProgramAsync(OrLeave(change), cancellationToken));

    private static Func<CancellationToken, Task> OrLeave(Func<CancellationToken, Task<SaveOutcome>> change) => async token =>
    {
        var outcome = await change(token);

        if (outcome.Result != SaveResult.Saved)
        {
            throw new RefusedChangeException(outcome);
        }
    };

    private static async Task<SaveOutcome> OutcomeAsync(Task recording)
    {
        try
        {
            await recording;

            return SaveOutcome.Saved;
        }
        catch (RefusedChangeException refused)
        {
            return refused.Outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveOutcome.Conflict;
        }
    }

    /// <summary>Leaves the transaction, which rolls back.</summary>
    private sealed class RefusedChangeException(SaveOutcome outcome) : Exception
    {
        public SaveOutcome Outcome { get; } = outcome;
    }
}
