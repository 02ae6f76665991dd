using CompetencyPortal.Data.Configurations;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Data.Interceptors;

/// <summary>Raises the version of every record that is changed, an employee's also with the periods.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalContext context)
        {
            MarkEmployeesOfChangedPeriods(context);
            foreach (var entry in context.ChangeTracker.Entries<IVersioned>().Where(IsEdited))
            {
                Raise(entry.Property(record => record.Version));
            }
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Bookkeeping alone, such as a number given out, is nothing that a form shows.</summary>
    private static bool IsEdited(EntityEntry entry)
    {
        return entry.State == EntityState.Modified && entry.Properties.Any(property => property.IsModified
            && (property.Metadata.IsConcurrencyToken || !OwnedConfiguration.HoldsBookkeeping(property.Metadata)));
    }

    private static void MarkEmployeesOfChangedPeriods(PortalContext context)
    {
        var changed = context.ChangeTracker.Entries<EmploymentPeriod>().Where(entry => entry.State != EntityState.Unchanged);

        foreach (var employeeId in changed.Select(entry => entry.Entity.EmployeeId).ToHashSet())
        {
            if (context.Employees.Local.FindEntry(employeeId) is { State: EntityState.Unchanged } employee)
            {
                employee.Property(entity => entity.Version).IsModified = true;
            }
        }
    }

    private static void Raise(PropertyEntry<IVersioned, long> version)
    {
        version.CurrentValue = version.OriginalValue + 1;
    }
}
