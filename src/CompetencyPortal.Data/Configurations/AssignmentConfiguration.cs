using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(assignment => assignment.OrganizationId);
        builder.HasOne<User>().WithMany().HasForeignKey(assignment => assignment.UserId);
        builder.HasIndex(assignment => new { assignment.OrganizationId, assignment.UserId }).IsUnique();
    }
}
