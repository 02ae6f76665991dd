using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class StandingTierConfiguration : IEntityTypeConfiguration<StandingTier>
{
    public void Configure(EntityTypeBuilder<StandingTier> builder)
    {
        builder.IsOwned();
        builder.Property(tier => tier.Option).HasMaxLength(BoundedText.KeyLength);
        builder.Property(tier => tier.Tier).HasMaxLength(BoundedText.KeyLength);
        builder.Property(tier => tier.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(tier => tier.Actual).IsMoney();
        builder.Property(tier => tier.Shortfall).IsMoney();
        builder.HasIndex(tier => new { tier.StandingId, tier.Option, tier.Tier }).IsUnique();
    }
}
