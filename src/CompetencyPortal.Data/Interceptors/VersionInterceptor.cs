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
            foreach (var entry in context.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
            {
                Raise(entry.Property(record => record.Version));
            }
        }

        return ValueTask.FromResult(result);
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
