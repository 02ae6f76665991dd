using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CompetencyRowConfiguration : IEntityTypeConfiguration<CompetencyRow>
{
    public void Configure(EntityTypeBuilder<CompetencyRow> builder)
    {
        builder.Property(competency => competency.Id).ValueGeneratedNever();
        builder.Property(competency => competency.Key).HasMaxLength(BoundedText.KeyLength);
        builder.HasIndex(competency => competency.Key).IsUnique();
    }
}
