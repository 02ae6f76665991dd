using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ExamGroupRowConfiguration : IEntityTypeConfiguration<ExamGroupRow>
{
    public void Configure(EntityTypeBuilder<ExamGroupRow> builder)
    {
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.Property(group => group.Key).HasMaxLength(BoundedText.KeyLength);
        builder.HasOne<CompetencyVersionRow>().WithMany().HasForeignKey(group => group.VersionId);
        builder.HasIndex(group => new { group.VersionId, group.Key }).IsUnique();
    }
}
