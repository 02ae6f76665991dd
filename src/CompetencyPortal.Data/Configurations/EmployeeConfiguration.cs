using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class EmployeeConfiguration : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> builder)
    {
        builder.IsOwned();
        builder.IsVersioned();
        builder.Ignore(employee => employee.FactsId);
        builder.Property(employee => employee.Name).HasMaxLength(Employee.NameLength).IsPersonal();
        builder.Property(employee => employee.NormalizedName).HasMaxLength(Employee.NameLength).IsBookkeeping();
        builder.Property(employee => employee.Reading).HasMaxLength(Employee.NameLength).IsPersonal();
        builder.Property(employee => employee.LatinName).HasMaxLength(Employee.NameLength).IsPersonal();
        builder.Property(employee => employee.Email).HasMaxLength(Employee.EmailLength).IsPersonal();
        builder.Property(employee => employee.NormalizedEmail).HasMaxLength(Employee.EmailLength).IsBookkeeping();
        builder.Property(employee => employee.EmployeeNumber).HasMaxLength(Employee.EmployeeNumberLength).IsPersonal();
        builder.Property(employee => employee.NormalizedEmployeeNumber).HasMaxLength(Employee.EmployeeNumberLength).IsBookkeeping();
        builder.Property(employee => employee.CertificationId).HasMaxLength(Employee.CertificationIdLength).IsPersonal();
        builder.Property(employee => employee.NormalizedCertificationId).HasMaxLength(Employee.CertificationIdLength).IsBookkeeping();
        builder.HasIndex(employee => new { employee.OrganizationId, employee.Number }).IsUnique();
        builder.HasIndex(employee => new { employee.OrganizationId, employee.NormalizedName });
        builder.HasIndex(employee => new { employee.OrganizationId, employee.NormalizedEmail }).IsUnique();
        builder.HasIndex(employee => new { employee.OrganizationId, employee.NormalizedEmployeeNumber }).IsUnique();
        builder.HasIndex(employee => new { employee.OrganizationId, employee.NormalizedCertificationId }).IsUnique();
        builder.HasMany(employee => employee.Periods).WithOne()
            .HasForeignKey(period => new { period.OrganizationId, period.EmployeeId })
            .HasPrincipalKey(employee => new { employee.OrganizationId, employee.Id })
            .OnDelete(DeleteBehavior.ClientCascade);
    }
}
