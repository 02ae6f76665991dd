using CompetencyPortal.Domain.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ImportedDocumentConfiguration : IEntityTypeConfiguration<ImportedDocument>
{
    public void Configure(EntityTypeBuilder<ImportedDocument> builder)
    {
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Sha256).HasMaxLength(ImportedDocument.HashLength);
        builder.HasIndex(document => document.ReplacedIn);
    }
}
