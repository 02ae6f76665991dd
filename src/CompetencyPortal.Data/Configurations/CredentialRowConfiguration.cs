using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CredentialRowConfiguration : IEntityTypeConfiguration<CredentialRow>
{
    public void Configure(EntityTypeBuilder<CredentialRow> builder)
    {
        builder.Property(credential => credential.Id).ValueGeneratedNever();
        builder.Property(credential => credential.Code).HasMaxLength(BoundedText.KeyLength);
        builder.Property(credential => credential.Kind).HasMaxLength(BoundedText.KeyLength);
        builder.Property(credential => credential.Cost).IsMoney();
        builder.HasIndex(credential => credential.Code).IsUnique();
    }
}
