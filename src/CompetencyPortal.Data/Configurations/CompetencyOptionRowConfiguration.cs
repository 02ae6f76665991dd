using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CompetencyOptionRowConfiguration : IEntityTypeConfiguration<CompetencyOptionRow>
{
    public void Configure(EntityTypeBuilder<CompetencyOptionRow> builder)
    {
        builder.Property(option => option.Id).ValueGeneratedNever();
        builder.Property(option => option.Key).HasMaxLength(BoundedText.KeyLength);
        builder.HasOne<CompetencyVersionRow>().WithMany().HasForeignKey(option => option.VersionId);
        builder.HasIndex(option => new { option.VersionId, option.Key }).IsUnique();
    }
}
