using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RevenueEntryConfiguration : IEntityTypeConfiguration<RevenueEntry>
{
    public void Configure(EntityTypeBuilder<RevenueEntry> builder)
    {
        builder.IsOwned();
        builder.IsVersioned();
        builder.Ignore(entry => entry.SignedAmount);
        builder.Property(entry => entry.Amount).IsMoney();
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.Measure).HasMaxLength(BoundedText.KeyLength);
        builder.Property(entry => entry.Currency).HasMaxLength(BoundedText.CurrencyLength);
        builder.Property(entry => entry.Customer).HasMaxLength(RevenueEntry.CustomerLength);
        builder.Property(entry => entry.Product).HasMaxLength(BoundedText.KeyLength);
        builder.Property(entry => entry.Association).HasMaxLength(BoundedText.KeyLength);
        builder.Property(entry => entry.Reference).HasMaxLength(RevenueEntry.ReferenceLength);
        builder.HasIndex(entry => new { entry.OrganizationId, entry.Measure, entry.On });
    }
}
