using CompetencyPortal.Data.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.KeyHash).HasMaxLength(UserSession.KeyHashLength).IsFixedLength();
        builder.Property(session => session.Browser).HasMaxLength(UserSession.DeviceLength);
        builder.Property(session => session.Platform).HasMaxLength(UserSession.DeviceLength);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
        builder.HasIndex(session => session.KeyHash).IsUnique();
    }
}
