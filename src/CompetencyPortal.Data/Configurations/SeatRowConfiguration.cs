using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class SeatRowConfiguration : IEntityTypeConfiguration<SeatRow>
{
    public void Configure(EntityTypeBuilder<SeatRow> builder)
    {
        builder.Property(seat => seat.Id).ValueGeneratedNever();
        builder.Property(seat => seat.Key).HasMaxLength(BoundedText.KeyLength);
        builder.HasOne<RequirementRow>().WithMany().HasForeignKey(seat => seat.RequirementId);
        builder.HasIndex(seat => new { seat.RequirementId, seat.Key }).IsUnique();
    }
}
