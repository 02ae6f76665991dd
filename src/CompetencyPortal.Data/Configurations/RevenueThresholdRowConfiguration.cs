using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RevenueThresholdRowConfiguration : IEntityTypeConfiguration<RevenueThresholdRow>
{
    public void Configure(EntityTypeBuilder<RevenueThresholdRow> builder)
    {
        builder.Property(threshold => threshold.Id).ValueGeneratedNever();
        builder.Property(threshold => threshold.Market).HasMaxLength(BoundedText.KeyLength);
        builder.Property(threshold => threshold.AtLeast).IsMoney();
        builder.HasOne<RequirementRow>().WithMany().HasForeignKey(threshold => threshold.RequirementId);
        builder.HasIndex(threshold => new { threshold.RequirementId, threshold.Market }).IsUnique();
    }
}
