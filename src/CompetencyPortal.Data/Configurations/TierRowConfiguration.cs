using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class TierRowConfiguration : IEntityTypeConfiguration<TierRow>
{
    public void Configure(EntityTypeBuilder<TierRow> builder)
    {
        builder.Property(tier => tier.Id).ValueGeneratedNever();
        builder.Property(tier => tier.Key).HasMaxLength(BoundedText.KeyLength);
        builder.HasOne<CompetencyOptionRow>().WithMany().HasForeignKey(tier => tier.OptionId);
        builder.HasIndex(tier => new { tier.OptionId, tier.Key }).IsUnique();
    }
}
