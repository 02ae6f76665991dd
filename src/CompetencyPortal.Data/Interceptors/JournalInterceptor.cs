using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Data.Interceptors;

/// <summary>Writes a journal row for every changed record of fact, in the same save.</summary>
internal sealed class JournalInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalContext { Recording: { } recording } context)
        {
            var changes = context.ChangeTracker.Entries().Where(IsFact).Select(RecordChange.Of).Where(change => !change.IsEmpty).ToList();
            if (changes.Count > 0)
            {
                await WriteAsync(context, recording, changes, cancellationToken);
            }
        }

        return result;
    }

    private static bool IsFact(EntityEntry entry)
    {
        return entry.Entity is IFact or ExchangeRate;
    }

    private static async Task WriteAsync(
        PortalContext context, Recording recording, List<RecordChange> changes, CancellationToken cancellationToken)
    {
        var last = await context.Journal.Where(entry => entry.Scope == recording.Scope)
            .MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;

        context.Journal.AddRange(changes.Select((change, index) => new JournalEntry
        {
            Scope = recording.Scope,
            Sequence = last + 1 + index,
            OperationId = context.Session.OperationId,
            At = context.Session.Now,
            UserId = context.Session.UserId,
            FactsVersion = recording.FactsVersion,
            RecordKind = change.Kind,
            RecordId = change.Id,
            Before = change.Before,
            After = change.After,
            PersonalBefore = change.PersonalBefore,
            PersonalAfter = change.PersonalAfter,
        }));
    }
}
