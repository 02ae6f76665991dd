using CompetencyPortal.Domain.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CompetencyVersionRowConfiguration : IEntityTypeConfiguration<CompetencyVersionRow>
{
    public void Configure(EntityTypeBuilder<CompetencyVersionRow> builder)
    {
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.HasOne<CompetencyRow>().WithMany().HasForeignKey(version => version.CompetencyId);
        builder.HasIndex(version => new { version.CompetencyId, version.EffectiveFrom }).IsUnique();
    }
}
