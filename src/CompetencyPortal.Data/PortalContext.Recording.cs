using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Interceptors;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data;

/// <content>The one way in for facts.</content>
public abstract partial class PortalContext
{
    /// <summary>The change of facts under way; without one no record of an organization can be saved.</summary>
    internal Recording? Recording { get; private set; }

    /// <summary>
    /// Changes facts of one organization and stores its new standings, all or nothing. The change loads what it edits, calls no
    /// SaveChanges of its own unless it needs one, and may run twice: ids are made outside.
    /// </summary>
    /// <exception cref="InvalidOperationException">The organization is not in the session's scope.</exception>
    /// <exception cref="DbUpdateConcurrencyException">A record is not as <see cref="ExpectVersion"/> said.</exception>
    public Task RecordAsync(Guid organizationId, Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        return InTransactionAsync(
            async token =>
            {
                await RaiseFactsVersionAsync(organizationId, token);
                await RecordInAsync(organizationId, change, token);
            },
            cancellationToken);
    }

    /// <summary>Changes exchange rates; the standings made from entries in their currencies fall due, none is evaluated here. The change may run twice.</summary>
    public Task RecordProgramAsync(Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        return InTransactionAsync(
            async token =>
            {
                await ProgramStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.RatesVersion, state => state.RatesVersion + 1), token);
                var version = await ProgramStates.Select(state => state.RatesVersion).SingleAsync(token);
                await SaveAsync(
                    new Recording(Recording.Program, version),
                    async inner =>
                    {
                        await change(inner);
                        await MarkRatedCurrenciesAsync(version, inner);
                    },
                    token);
            },
            cancellationToken);
    }

    /// <summary>
    /// Changes accounts, or who may see an organization. One such change follows the other, so that what one has read still holds
    /// when it is saved. The change may run twice.
    /// </summary>
    public Task ChangeAccountsAsync(Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        return InTransactionAsync(
            async token =>
            {
                await TakeProgramTurnAsync(token);
                await change(token);
                await SaveChangesAsync(token);
            },
            cancellationToken);
    }

    /// <summary>Inside a transaction: from here to its end nobody else changes accounts, rates or the catalog.</summary>
    public Task TakeProgramTurnAsync(CancellationToken cancellationToken)
    {
        // Writing the version as it is makes others who write it wait.
        return ProgramStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.RatesVersion, state => state.RatesVersion), cancellationToken);
    }

    /// <summary>The catalog in force, compiled.</summary>
    /// <exception cref="InvalidOperationException">None has been imported.</exception>
    public Task<CompiledCatalog> CatalogAsync(CancellationToken cancellationToken)
    {
        return catalogs.GetAsync(this, cancellationToken);
    }

    /// <summary>Runs the work in a transaction that writes from its start, again where the provider says so; the context is empty before.</summary>
    internal Task InTransactionAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("What is changed is loaded inside the transaction, or a second run would lose it.");
        }

        return Database.CreateExecutionStrategy().ExecuteAsync(token => RunAsync(work, token), cancellationToken);
    }

    /// <summary>Stores the standings as they are now, where that can be done at once.</summary>
    internal Task StoreStandingsAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        return InTransactionAsync(
            async token =>
            {
                // Writing the version as it is makes others who record wait.
                await Organizations.Where(organization => organization.Id == organizationId).ExecuteUpdateAsync(
                    set => set.SetProperty(organization => organization.FactsVersion, organization => organization.FactsVersion), token);
                await RecordInAsync(organizationId, _ => Task.CompletedTask, token);
            },
            cancellationToken);
    }

    /// <summary>Lets one writer of this process after the other to a database that has room for one.</summary>
    protected virtual ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        return ValueTask.FromResult<IDisposable?>(null);
    }

    private async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ChangeTracker.Clear();
        try
        {
            using var turn = await TakeTurnAsync(cancellationToken);
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            await work(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            // What was not saved must not be taken for what is there.
            ChangeTracker.Clear();
            throw;
        }
    }

    private async Task MarkRatedCurrenciesAsync(long ratesVersion, CancellationToken cancellationToken)
    {
        var changed = ChangeTracker.Entries<ExchangeRate>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => entry.Entity.From).Distinct(StringComparer.Ordinal).ToList();
        var known = await RatedCurrencies.Where(rated => changed.Contains(rated.Currency)).ToListAsync(cancellationToken);

        foreach (var currency in changed)
        {
            var rated = known.Find(rated => rated.Currency == currency) ?? RatedCurrencies.Add(new RatedCurrency(currency)).Entity;
            rated.ChangeIn(ratesVersion);
        }
    }

    private async Task RaiseFactsVersionAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var raised = await Organizations.Where(organization => organization.Id == organizationId).ExecuteUpdateAsync(
            set => set.SetProperty(organization => organization.FactsVersion, organization => organization.FactsVersion + 1)
                .SetProperty(organization => organization.FactsChangedAt, Session.Now),
            cancellationToken);

        // Only who sees everything may be about to add the organization.
        if (raised == 0 && !ScopeInForce.IsEverything)
        {
            throw new InvalidOperationException("The organization is not in the session's scope.");
        }
    }

    private async Task RecordInAsync(Guid organizationId, Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var version = await Organizations.Where(organization => organization.Id == organizationId)
            .Select(organization => organization.FactsVersion).SingleOrDefaultAsync(cancellationToken);
        var recording = new Recording(organizationId, version);

        await SaveAsync(recording, change, cancellationToken);
        await SaveAsync(recording, token => OrganizationStandings.StoreAsync(this, organizationId, token), cancellationToken);
    }

    private async Task SaveAsync(Recording recording, Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        Recording = recording;
        try
        {
            await change(cancellationToken);
            await SaveChangesAsync(cancellationToken);
        }
        finally
        {
            Recording = null;
        }
    }
}
