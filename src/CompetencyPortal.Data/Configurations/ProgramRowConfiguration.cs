using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ProgramRowConfiguration : IEntityTypeConfiguration<ProgramRow>
{
    public void Configure(EntityTypeBuilder<ProgramRow> builder)
    {
        builder.Property(program => program.Id).ValueGeneratedNever();
        builder.Property(program => program.Key).HasMaxLength(BoundedText.KeyLength);
        builder.Property(program => program.Currency).HasMaxLength(BoundedText.CurrencyLength);
        builder.HasIndex(program => program.Key).IsUnique();
    }
}
