using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RatedCurrencyConfiguration : IEntityTypeConfiguration<RatedCurrency>
{
    public void Configure(EntityTypeBuilder<RatedCurrency> builder)
    {
        builder.HasKey(currency => currency.Currency);
        builder.Property(currency => currency.Currency).HasMaxLength(BoundedText.CurrencyLength);
    }
}
