using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(organization => organization.Id).ValueGeneratedNever();
        builder.Property(organization => organization.Name).HasMaxLength(Organization.NameLength);
        builder.Property(organization => organization.NormalizedName).HasMaxLength(Organization.NameLength).IsBookkeeping();
        builder.Property(organization => organization.DefaultCurrency).HasMaxLength(BoundedText.CurrencyLength);
        builder.Property(organization => organization.FactsVersion).IsBookkeeping();
        builder.Property(organization => organization.FactsChangedAt).IsBookkeeping();
        builder.Property(organization => organization.LastEmployeeNumber).IsBookkeeping();
        builder.HasIndex(organization => organization.NormalizedName);
        builder.IsVersioned();
    }
}
