using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class FollowedCompetencyConfiguration : IEntityTypeConfiguration<FollowedCompetency>
{
    public void Configure(EntityTypeBuilder<FollowedCompetency> builder)
    {
        builder.IsOwned();
        builder.Property(followed => followed.Competency).HasMaxLength(BoundedText.KeyLength);
        builder.HasIndex(followed => new { followed.OrganizationId, followed.Competency }).IsUnique();
    }
}
