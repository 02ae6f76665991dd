using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class OrganizationMarketConfiguration : IEntityTypeConfiguration<OrganizationMarket>
{
    public void Configure(EntityTypeBuilder<OrganizationMarket> builder)
    {
        builder.IsOwned();
        builder.Property(market => market.Market).HasMaxLength(BoundedText.KeyLength);
        builder.HasIndex(market => new { market.OrganizationId, market.From }).IsUnique();
    }
}
