using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class FlagAnswerConfiguration : IEntityTypeConfiguration<FlagAnswer>
{
    public void Configure(EntityTypeBuilder<FlagAnswer> builder)
    {
        builder.IsOwned();
        builder.IsVersioned();
        builder.Property(answer => answer.Flag).HasMaxLength(BoundedText.KeyLength);
        builder.HasIndex(answer => new { answer.OrganizationId, answer.Flag }).IsUnique();
    }
}
