using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class StandingConfiguration : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.IsOwned();
        builder.Property(standing => standing.Competency).HasMaxLength(BoundedText.KeyLength);
        builder.Property(standing => standing.Headline).HasMaxLength(BoundedText.KeyLength);
        builder.Property(standing => standing.Currencies).HasMaxLength(Standing.CurrenciesLength);
        builder.Property(standing => standing.NextTier).HasMaxLength(BoundedText.KeyLength);
        builder.Property(standing => standing.NextStatus).HasConversion<string>().HasMaxLength(20);
        builder.Property(standing => standing.NextShortfall).IsMoney();
        builder.Property(standing => standing.NextPlanCost).IsMoney();
        builder.HasIndex(standing => new { standing.OrganizationId, standing.Competency }).IsUnique();
        builder.HasIndex(standing => standing.NextChangeOn);
        builder.HasIndex(standing => new { standing.CatalogRevision, standing.RatesVersion });
        builder.HasMany(standing => standing.Tiers).WithOne()
            .HasForeignKey(tier => new { tier.OrganizationId, tier.StandingId })
            .HasPrincipalKey(standing => new { standing.OrganizationId, standing.Id })
            .OnDelete(DeleteBehavior.ClientCascade);
    }
}
