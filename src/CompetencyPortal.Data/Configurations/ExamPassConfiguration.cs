using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ExamPassConfiguration : IEntityTypeConfiguration<ExamPass>
{
    public void Configure(EntityTypeBuilder<ExamPass> builder)
    {
        builder.IsOwned();
        builder.IsVersioned();
        builder.IsChildOf<ExamPass, Employee>(nameof(ExamPass.EmployeeId));
        builder.Property(pass => pass.Code).HasMaxLength(BoundedText.KeyLength);
        builder.HasIndex(pass => new { pass.OrganizationId, pass.EmployeeId, pass.Code, pass.EarnedOn }).IsUnique();
    }
}
