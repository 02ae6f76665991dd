using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class SeatCredentialRowConfiguration : IEntityTypeConfiguration<SeatCredentialRow>
{
    public void Configure(EntityTypeBuilder<SeatCredentialRow> builder)
    {
        builder.HasKey(accepted => new { accepted.SeatId, accepted.Code });
        builder.Property(accepted => accepted.Code).HasMaxLength(BoundedText.KeyLength);
        builder.HasOne<SeatRow>().WithMany().HasForeignKey(accepted => accepted.SeatId);
        builder.HasIndex(accepted => accepted.Code);
    }
}
