using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RequirementRowConfiguration : IEntityTypeConfiguration<RequirementRow>
{
    public void Configure(EntityTypeBuilder<RequirementRow> builder)
    {
        builder.Property(requirement => requirement.Id).ValueGeneratedNever();
        builder.Property(requirement => requirement.At).HasMaxLength(RequirementRow.AtLength);
        builder.Property(requirement => requirement.Kind).HasMaxLength(BoundedText.KeyLength);
        builder.Property(requirement => requirement.Subject).HasMaxLength(BoundedText.KeyLength);
        builder.HasOne<TierRow>().WithMany().HasForeignKey(requirement => requirement.TierId);
        builder.HasIndex(requirement => new { requirement.TierId, requirement.At }).IsUnique();
    }
}
