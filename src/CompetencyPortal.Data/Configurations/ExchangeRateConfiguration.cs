using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ExchangeRateConfiguration : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.IsVersioned();
        builder.Property(rate => rate.Id).ValueGeneratedNever();
        builder.Property(rate => rate.From).HasMaxLength(BoundedText.CurrencyLength);
        builder.Property(rate => rate.To).HasMaxLength(BoundedText.CurrencyLength);
        builder.Property(rate => rate.Rate).IsRate();
        builder.HasIndex(rate => new { rate.From, rate.To, rate.On }).IsUnique();
    }
}
