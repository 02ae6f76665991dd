using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class StatedZeroConfiguration : IEntityTypeConfiguration<StatedZero>
{
    public void Configure(EntityTypeBuilder<StatedZero> builder)
    {
        builder.IsOwned();
        builder.Property(zero => zero.Measure).HasMaxLength(BoundedText.KeyLength);
        builder.HasIndex(zero => new { zero.OrganizationId, zero.Measure, zero.Month }).IsUnique();
    }
}
