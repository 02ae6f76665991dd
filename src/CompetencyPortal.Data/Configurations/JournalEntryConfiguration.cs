using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.HasKey(entry => new { entry.Scope, entry.Sequence });
        builder.Property(entry => entry.RecordKind).HasMaxLength(JournalEntry.RecordKindLength);
        builder.HasIndex(entry => new { entry.Scope, entry.RecordKind, entry.RecordId });
        builder.HasIndex(entry => new { entry.Scope, entry.OperationId });
    }
}
